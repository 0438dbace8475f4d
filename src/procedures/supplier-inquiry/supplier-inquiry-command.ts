import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { SupplierInquiryQueries } from './queries.ts'
import { SupplierInquiry, type SupplierInquiryRow } from './supplier-inquiry.ts'

/** Makes the steps of a supplier inquiry. */
export const supplierInquiryCommand = commandsOf<
  SupplierInquiryRow,
  FactsOf<SupplierInquiryQueries>,
  FindsOf<SupplierInquiryQueries>
>(SupplierInquiry)

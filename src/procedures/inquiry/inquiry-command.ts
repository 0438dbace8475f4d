import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Inquiry, type InquiryRow } from './inquiry.ts'
import type { InquiryQueries } from './queries.ts'

/** Makes the steps of an inquiry. */
export const inquiryCommand = commandsOf<InquiryRow, FactsOf<InquiryQueries>, FindsOf<InquiryQueries>>(Inquiry)

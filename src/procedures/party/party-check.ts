import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { PartyDetails } from './party.ts'

/** What stands against a party as entered. */
export const refuseParty = (input: PartyDetails, nameTaken: string | null): Refusals => [
  !input.isCustomer &&
    !input.isSupplier &&
    !input.isManufacturer &&
    refuse(
      'no-relation',
      text('请至少选择一项：购货者、供货者或生产企业。', 'Choose at least one: customer, supplier or manufacturer.'),
      { field: 'isCustomer' },
    ),
  input.isCustomer &&
    input.customerKind === null &&
    refuse('kind-needed', text('请选择客户类型。', 'Choose the kind of customer.'), { field: 'customerKind' }),
  !input.isCustomer &&
    input.customerKind !== null &&
    refuse(
      'kind-without-customer',
      text(
        '客户类型只用于购货者：请勾选“购货者”，或清空客户类型。',
        'Only a customer has a kind: say that it is one, or clear the kind.',
      ),
      { field: 'customerKind' },
    ),
  nameTaken !== null &&
    refuse(
      'name-taken',
      text(
        `同名单位已登记为 ${nameTaken}，请直接使用或更正该记录。`,
        `A party of this name is ${nameTaken} already: use or correct that one.`,
      ),
      { field: 'name' },
    ),
]

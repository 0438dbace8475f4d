import { type Refusal, type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { InquiryRow } from './inquiry.ts'
import type { FoundParty, FoundProduct } from './queries.ts'

/** What is entered about the customer. */
export interface CustomerAsked {
  readonly partyId?: string
  readonly partyName?: string
  readonly contactPerson?: string
  readonly phone?: string
  readonly fax?: string
  readonly email?: string
}

/** Columns that say who asks. */
export type Customer = Pick<InquiryRow, 'partyId' | 'partyName' | 'contactPerson' | 'phone' | 'fax' | 'email'>

/** Refuses a customer who is not in the files or out of use. */
export const unknownCustomer = (party: FoundParty | null): Refusal | false =>
  !(party?.isCustomer && party.state === 'active') &&
  refuse(
    'no-such-customer',
    text(
      '所选客户不在客户档案中或已停用，请重新选择，或直接填写客户名称和电话。',
      'That customer is not in the files or no longer active: choose again, or enter name and telephone.',
    ),
    { field: 'partyId' },
  )

/** A customer is known or named, and can be reached (S28-4.3b). */
export function customerRefusals(input: CustomerAsked, party: FoundParty | null): Refusals {
  if (input.partyId) return [unknownCustomer(party)]
  if (!input.partyName)
    return [
      refuse(
        'customer-missing',
        text('请选择客户，或填写客户名称和联系电话。', 'Choose the customer, or enter a name and a telephone number.'),
        { field: 'partyId', clause: 'S28-4.3b' },
      ),
    ]
  return [
    !(input.phone || input.email || input.fax) &&
      refuse(
        'contact-unusable',
        text(
          `要登记“${input.partyName}”的咨询，请填写联系电话（或邮箱、传真），以便答复。`,
          `To register the inquiry of ${input.partyName}, enter a telephone number (or e-mail, fax) for the answer.`,
        ),
        { field: 'phone', clause: 'S28-4.3b' },
      ),
  ]
}

/** Who asks. What was said goes before what the customer's file says. */
export const customerOf = (input: CustomerAsked, party: FoundParty | null): Customer => ({
  partyId: party?.id ?? null,
  partyName: party?.name ?? input.partyName ?? '',
  contactPerson: input.contactPerson ?? null,
  phone: input.phone ?? party?.phones[0] ?? null,
  fax: input.fax ?? party?.fax ?? null,
  email: input.email ?? party?.email ?? null,
})

/** Refuses a product that is not in the files. */
export const unknownProduct = (productId: string | null | undefined, product: FoundProduct | null): Refusal | false =>
  !!productId &&
  !product &&
  refuse(
    'no-such-product',
    text(
      '产品档案中没有所选产品，请重新选择，或直接填写产品名称。',
      'There is no such product: choose again, or enter its name.',
    ),
    { field: 'productId' },
  )

/** What a product is called in an inquiry: name and model in one line. */
export const productTitle = (product: FoundProduct): string => `${product.name} ${product.model}`.trim()

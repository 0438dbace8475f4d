import { type Refusals, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { localityOf, type Region } from '../../vocabulary/party.ts'
import type { ComplaintRow } from './complaint.ts'
import type { FoundParty } from './queries.ts'
import type { Locality } from './taxonomy.ts'

/** What was entered about the customer. */
export interface CustomerAsked {
  readonly partyId?: string
  readonly partyName?: string
  readonly contactPerson?: string
  readonly customerDepartment?: string
  readonly phone?: string
  readonly fax?: string
  readonly email?: string
  readonly province?: string
  readonly city?: string
  readonly address?: string
  readonly locality?: Locality
}

/** Columns that say who complains. */
export type Customer = Pick<
  ComplaintRow,
  | 'partyId'
  | 'partyName'
  | 'partyKind'
  | 'locality'
  | 'province'
  | 'city'
  | 'address'
  | 'customerDepartment'
  | 'contactPerson'
  | 'phone'
  | 'fax'
  | 'email'
>

/** A customer is known or named, and can be reached (S28-4.3b). */
export function customerRefusals(input: CustomerAsked, party: FoundParty | null): Refusals {
  if (input.partyId)
    return [
      (!party?.isCustomer || party.state !== 'active') &&
        refuse(
          'no-such-customer',
          text(
            '所选客户不在客户档案中或已停用，请重新选择，或直接填写客户名称和电话。',
            'That customer is not in the files or no longer active: choose again, or enter name and telephone.',
          ),
          { field: 'partyId' },
        ),
    ]
  if (!input.partyName)
    return [
      refuse(
        'customer-missing',
        text('请选择客户，或填写客户名称和联系电话。', 'Choose the customer, or enter a name and a telephone number.'),
        { field: 'partyId', clause: 'S28-4.3b' },
      ),
    ]
  return [
    !(input.phone || input.email || input.fax || input.address) &&
      refuse(
        'contact-unusable',
        text(
          `要登记“${input.partyName}”的投诉，请填写联系电话（或邮箱、传真、地址），以便联系。`,
          `To register the complaint of ${input.partyName}, enter a telephone number (or e-mail, fax, address).`,
        ),
        { field: 'phone', clause: 'S28-4.3b' },
      ),
  ]
}

/**
 * Who complains. What was typed goes before what the customer's file says. Where nobody knows whether the customer is
 * local, the complaint counts as local, because that is the shorter clock.
 */
export function customerOf(input: CustomerAsked, party: FoundParty | null, site: Region | null): Customer {
  return {
    partyId: party?.id ?? null,
    partyName: party?.name ?? input.partyName ?? '',
    partyKind: party?.customerKind ?? null,
    locality: input.locality ?? party?.locality ?? localityFrom(input.city, site),
    province: input.province ?? party?.province ?? null,
    city: input.city ?? party?.city ?? null,
    address: input.address ?? party?.address ?? null,
    customerDepartment: input.customerDepartment ?? null,
    contactPerson: input.contactPerson ?? null,
    phone: input.phone ?? party?.phones[0] ?? null,
    fax: input.fax ?? party?.fax ?? null,
    email: input.email ?? party?.email ?? null,
  }
}

const localityFrom = (city: string | undefined, site: Region | null): Locality =>
  city && site ? localityOf({ city, regionCode: null }, { city: site.city, regionCode: null }) : 'local'

import type { Text } from '../../kernel/text.ts'
import type { DeliveryChoice } from '../../vocabulary/find-delivery.ts'
import type { PartyChoice } from '../../vocabulary/find-party.ts'
import type { ProductChoice } from '../../vocabulary/find-product.ts'
import type { LotChoice } from '../../vocabulary/lot.ts'
import { read } from '../api.ts'
import { customerKindWords, deviceClassWords, localityWords } from './base-data-words.ts'
import type { Found } from './finder.tsx'

/** A person of the company as a choice list shows it. */
export interface PersonChoice {
  readonly id: string
  readonly name: string
  readonly username?: string
  readonly roles: readonly string[]
  readonly department?: string | null
}

/** A record as the search answers it. */
interface RecordChoice {
  readonly procedure: string
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: string
}

type Say = (text: Text | string) => string
/** Most look-ups answer a bare list; a list inside an object is taken too. */
const listOf = <T>(answer: readonly T[] | { readonly rows: readonly T[] }): readonly T[] =>
  'rows' in answer ? answer.rows : answer
const dotted = (parts: readonly (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ')

/** Parties by name, pinyin initials or telephone number. */
export async function findParty(t: Say, kind: string, typed: string): Promise<Found[]> {
  const rows = listOf(await read<PartyChoice[]>('vocabulary.find-party', { q: typed, kind }))
  return rows.map(row => ({ id: row.id, name: row.name, note: partyNote(t, row), row }))
}

/** Where a party is and how it is reached. */
export const partyNote = (t: Say, row: PartyChoice): string =>
  dotted([
    t(localityWords[row.locality]),
    row.city ?? row.province,
    row.customerKind && t(customerKindWords[row.customerKind]),
    row.phones[0] ?? row.contacts[0]?.phone,
  ])

/** Products by name, pinyin, model, registration number or UDI-DI. */
export async function findProduct(t: Say, typed: string): Promise<Found[]> {
  const rows = listOf(await read<ProductChoice[]>('vocabulary.find-product', { q: typed }))
  return rows.map(row => productFound(t, row))
}

/** A product as a list shows it. */
const productFound = (t: Say, row: ProductChoice): Found => ({
  id: row.id,
  name: dotted([`${row.name} ${row.model}`, row.spec]),
  note: dotted([row.registrationNo, t(deviceClassWords[row.deviceClass]), row.manufacturer]),
  row,
})

/** Lots of a product. */
export async function findLot(t: Say, productId: string, typed: string): Promise<Found[]> {
  const rows = listOf(await read<LotChoice[]>('vocabulary.find-lot', { productId, q: typed }))
  return rows.map(row => ({
    id: row.id,
    name: row.lotNo,
    mono: true,
    note: dotted([
      t({ zh: `生产 ${row.producedOn}`, en: `made ${row.producedOn}` }),
      row.expiresOn && t({ zh: `有效期至 ${row.expiresOn}`, en: `expires ${row.expiresOn}` }),
    ]),
    row,
  }))
}

/** Deliveries to a customer, the latest first. */
export async function findDelivery(
  t: Say,
  of: { readonly partyId: string; readonly productId?: string | null; readonly lotId?: string | null },
): Promise<Found[]> {
  const rows = listOf(await read<DeliveryChoice[]>('vocabulary.find-delivery', strip(of)))
  return rows.map(row => ({
    id: row.id,
    name: row.number,
    mono: true,
    note: dotted([
      row.deliveredOn,
      t({ zh: `批号 ${row.lotNo}`, en: `lot ${row.lotNo}` }),
      t({ zh: `${row.quantity} 件`, en: `${row.quantity} units` }),
    ]),
    row,
  }))
}

/** Colleagues by name or pinyin; of one role when asked. */
export async function findPerson(
  roleTitle: (role: string) => string,
  role: string | undefined,
  typed: string,
): Promise<Found[]> {
  const rows = listOf(await read<PersonChoice[]>('vocabulary.find-person', strip({ q: typed, role })))
  return rows.map(row => ({ id: row.id, name: row.name, note: dotted(row.roles.map(roleTitle)), row }))
}

/** Records by number or content; of one procedure when asked. */
export async function findRecord(procedure: string | undefined, typed: string): Promise<Found[]> {
  const rows = listOf(await read<RecordChoice[]>('search.all', { q: typed }))
  return rows
    .filter(row => !procedure || row.procedure === procedure)
    .map(row => ({ id: row.id, name: `${row.number} ${row.title}`, row }))
}

/** Records that a read lists for one record: `signal.complaints`. */
export async function findListed(name: string, id: string, typed: string): Promise<Found[]> {
  const rows = await read<readonly Pick<RecordChoice, 'id' | 'number' | 'title'>[]>(name, strip({ id, q: typed }))
  return rows.map(row => ({ id: row.id, name: row.number, note: row.title, mono: true, row }))
}

const strip = (params: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => !!entry[1]))

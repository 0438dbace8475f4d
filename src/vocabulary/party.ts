import { z } from 'zod'
import { spell } from '../kernel/spelling.ts'
import { type Text, text } from '../kernel/text.ts'
import { recordColumns } from './record-base.ts'

/** What a customer is; dealers sell on, hospitals and clinics use, consumers buy for themselves. */
export const customerKinds = {
  hospital: text('医院', 'Hospital'),
  clinic: text('诊所', 'Clinic'),
  dealer: text('经销商', 'Dealer'),
  consumer: text('个人消费者', 'Consumer'),
} as const satisfies Record<string, Text>

/** Local means in the same prefecture-level city as our registered address (S01 4.4, reading of the catalogue). */
export const localities = {
  local: text('本地', 'Local'),
  'out-of-town': text('外地', 'Out of town'),
} as const satisfies Record<string, Text>

/** Kinds of licence that a party holds. */
export const licenceKinds = {
  business: text('营业执照', 'Business licence'),
  'device-trading': text('医疗器械经营许可证', 'Device trading licence'),
  'device-filing': text('第二类医疗器械经营备案', 'Class II device trading filing'),
  production: text('医疗器械生产许可证', 'Device production licence'),
  practice: text('医疗机构执业许可证', 'Medical practice licence'),
} as const satisfies Record<string, Text>

const keysOf = <K extends string>(titles: Record<K, Text>) => Object.keys(titles) as [K, ...K[]]

/** A person to speak to at a party. */
export const contactPerson = z.object({
  name: z.string().min(1),
  title: z.string().nullable(),
  phone: z.string().nullable(),
})

/** A licence of a party. */
export const licence = z.object({
  kind: z.enum(keysOf(licenceKinds)),
  number: z.string().min(1),
  validUntil: z.string().nullable(),
  /** What it allows, as written on it: classes, categories of devices. Null where nobody entered it. */
  scope: z.string().nullable(),
})

/** Whoever we buy from, sell to or whose devices we sell: one row may be all three. */
export const partyRow = z.object({
  ...recordColumns,
  state: z.enum(['active', 'inactive']),
  name: z.string().min(1),
  nameEn: z.string().nullable(),
  py: z.string(),
  pinyin: z.string(),
  isCustomer: z.boolean(),
  isSupplier: z.boolean(),
  isManufacturer: z.boolean(),
  /** Set exactly when the party is a customer. */
  customerKind: z.enum(keysOf(customerKinds)).nullable(),
  phones: z.array(z.string()),
  phoneDigits: z.string(),
  fax: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  regionCode: z.string().nullable(),
  locality: z.enum(keysOf(localities)),
  /** `decision` when somebody overrode what the address says. */
  localityFrom: z.enum(['address', 'decision']),
  contacts: z.array(contactPerson),
  licences: z.array(licence),
})

/** A row of table `party`. */
export type PartyRow = z.infer<typeof partyRow>
export type Locality = PartyRow['locality']
export type CustomerKind = NonNullable<PartyRow['customerKind']>
export type ContactPerson = z.infer<typeof contactPerson>
export type Licence = z.infer<typeof licence>

/** An address as far as the locality needs it. */
export interface Region {
  readonly city: string | null
  /** GB/T 2260, six digits. */
  readonly regionCode: string | null
}

/**
 * Local or out of town, from two addresses. County-level cities belong to their prefecture (巩义 is in 郑州). Compares region
 * codes where both are known, else the names of the cities. An unknown address counts as out of town.
 */
export function localityOf(party: Region, site: Region): Locality {
  if (party.regionCode && site.regionCode) {
    return prefectureOf(party.regionCode) === prefectureOf(site.regionCode) ? 'local' : 'out-of-town'
  }
  const city = plainCity(party.city)
  return city !== '' && city === plainCity(site.city) ? 'local' : 'out-of-town'
}

// The four municipalities are one city each; places governed by their province (济源 419001) are their own prefecture.
function prefectureOf(code: string): string {
  if (['11', '12', '31', '50'].includes(code.slice(0, 2))) return code.slice(0, 2)
  return code.slice(2, 4) === '90' ? code : code.slice(0, 4)
}

const plainCity = (city: string | null): string => (city ?? '').trim().replace(/市$/, '')

/** Digits of all telephone numbers of a party, parted by blanks: what `phone_digits` holds. */
export const phoneDigits = (phones: readonly string[], contacts: readonly Pick<ContactPerson, 'phone'>[]): string =>
  [...new Set([...phones, ...contacts.map(contact => contact.phone ?? '')].map(digitsOf).filter(Boolean))].join(' ')

const digitsOf = (phone: string): string => phone.replace(/^\s*(\+|00)86/, '').replace(/\D/g, '')

/** The columns of a party that follow from others; written together with them. */
export const derivedPartyColumns = (
  party: Region & {
    readonly name: string
    readonly phones: readonly string[]
    readonly contacts: readonly ContactPerson[]
  },
  site: Region,
  decided?: Locality,
): Pick<PartyRow, 'py' | 'pinyin' | 'phoneDigits' | 'locality' | 'localityFrom'> => ({
  ...spell(party.name),
  phoneDigits: phoneDigits(party.phones, party.contacts),
  locality: decided ?? localityOf(party, site),
  localityFrom: decided ? 'decision' : 'address',
})

/** What searches for a party look through: names, pinyin, telephone digits, number. */
export const partySearchText = (party: PartyRow): string =>
  [party.name, party.nameEn, party.py, party.pinyin, party.phoneDigits, party.number].filter(Boolean).join(' ')

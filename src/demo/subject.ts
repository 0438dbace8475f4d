import { addDays, type Day } from '../kernel/time.ts'
import type { DeliveryRow } from '../vocabulary/delivery.ts'
import { localityOf } from '../vocabulary/party.ts'
import { type Chance, chance } from './world/chance.ts'
import { site } from './world/company.ts'
import { deliveriesBehind, fits as productFits } from './world/complaint-texts.ts'
import { type ComplaintText, fillIn, tellersOf, wards } from './world/complaints/complaint-text.ts'
import type { DemoLot } from './world/lots.ts'
import type { DemoParty } from './world/party-table.ts'
import type { DemoProduct } from './world/products.ts'
import type { DemoWorld } from './world/world.ts'

/** Who complains about what, with all placeholders filled. */
export interface Subject {
  readonly text: ComplaintText
  readonly party: DemoParty
  readonly ward: string | null
  readonly product: DemoProduct | null
  readonly lot: DemoLot | null
  readonly delivery: DeliveryRow | null
  readonly maker: DemoParty | null
  readonly quantity: number
  readonly local: boolean
  readonly luck: Chance
}

/** What a subject is looked for by; everything may stay open. */
export interface SubjectWish {
  readonly local?: boolean
  readonly consumer?: boolean
  /** Where nobody got such a product lately, somebody else tells it all the same. */
  readonly somehow?: boolean
  /** A subject whose customer, product and lot are the same. */
  readonly sameAs?: Subject
  /** Changes of the text, e.g. another kind. */
  readonly more?: Partial<ComplaintText>
}

/** Longest time between a delivery and a complaint about it, in days. */
const LONGEST_USE = 330

/** Who might say this on the day: somebody who had got such a product by then. Null when nobody had. */
export function subjectOf(
  world: DemoWorld,
  text: ComplaintText,
  day: Day,
  seed: string,
  wish: SubjectWish = {},
): Subject | null {
  const luck = chance(`subject ${seed}`)
  const parties = new Map(world.parties.map(party => [party.id, party]))
  const isLocal = (party: DemoParty) => localityOf(party, site) === 'local'
  const fits = (party: DemoParty | undefined): party is DemoParty =>
    party !== undefined &&
    (wish.local === undefined || isLocal(party) === wish.local) &&
    (wish.consumer === undefined || (party.customerKind === 'consumer') === wish.consumer)
  if (wish.sameAs) {
    const { party, product, lot, delivery } = wish.sameAs
    return told(world, { ...text, ...wish.more }, { party, product, lot, delivery }, isLocal(party), luck)
  }
  if (text.family === null) {
    const tellers = tellersOf(text)
    const possible = world.parties.filter(
      party => party.customerKind && tellers.includes(party.customerKind) && fits(party),
    )
    if (possible.length === 0) return null
    const party = luck.pick(possible)
    return told(
      world,
      { ...text, ...wish.more },
      { party, product: null, lot: null, delivery: null },
      isLocal(party),
      luck,
    )
  }
  const earliest = addDays(day, -LONGEST_USE)
  const latest = addDays(day, -4)
  const apart = new Set(Object.values(world.recall).map(lot => lot.id))
  const delivered = deliveriesBehind(text, world).filter(
    row => row.deliveredOn <= latest && fits(parties.get(row.partyId)) && !apart.has(row.lotId),
  )
  const lately = delivered.filter(row => row.deliveredOn >= earliest)
  const possible = lately.length > 0 || !wish.somehow ? lately : delivered
  if (possible.length === 0) return wish.somehow ? withoutDelivery(world, text, wish, luck) : null
  const delivery = luck.pick(possible)
  const party = parties.get(delivery.partyId) as DemoParty
  const product = world.products.find(item => item.id === delivery.productId) ?? null
  const lot = world.lots.find(item => item.id === delivery.lotId) ?? null
  return told(world, { ...text, ...wish.more }, { party, product, lot, delivery }, isLocal(party), luck)
}

/** Somebody who has such a product without our knowing since when. */
function withoutDelivery(world: DemoWorld, text: ComplaintText, wish: SubjectWish, luck: Chance): Subject | null {
  const products = world.products.filter(product => productFits(text, product))
  const party = world.parties.filter(item => item.customerKind !== null && tellersOf(text).includes(item.customerKind))
  if (products.length === 0 || party.length === 0) return null
  const teller = luck.pick(party)
  const about = { party: teller, product: luck.pick(products), lot: null, delivery: null }
  return told(world, { ...text, ...wish.more }, about, localityOf(teller, site) === 'local', luck)
}

function told(
  world: DemoWorld,
  text: ComplaintText,
  about: Pick<Subject, 'party' | 'product' | 'lot' | 'delivery'>,
  local: boolean,
  luck: Chance,
): Subject {
  const { party, product, lot } = about
  const ward = party.customerKind === 'hospital' ? luck.pick(wards) : null
  const quantity = luck.between(2, 6)
  const values = {
    ward: ward ?? '门诊',
    qty: String(quantity),
    lot: lot?.lotNo ?? '（见随货单）',
    model: product?.model ?? '该产品',
    contact: party.contacts[0]?.name ?? party.name,
  }
  const filled = (template: string): string => fillIn(template, values)
  return {
    ...about,
    ward,
    quantity: /\{qty\}/.test(text.description) ? quantity : 1,
    local,
    luck,
    maker: world.parties.find(item => item.id === product?.manufacturerId) ?? null,
    text: {
      ...text,
      title: filled(text.title),
      description: filled(text.description),
      request: filled(text.request),
      findingNote: filled(text.findingNote),
      opinion: filled(text.opinion),
      reply: filled(text.reply),
      contactNotes: text.contactNotes.map(filled),
    },
  }
}

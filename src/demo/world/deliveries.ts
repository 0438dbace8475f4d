import { addDays, type Day, daysBetween, weekdayOf } from '../../kernel/time.ts'
import type { DeliveryRow } from '../../vocabulary/delivery.ts'
import type { CustomerKind } from '../../vocabulary/party.ts'
import { type Chance, chance, namedId } from './chance.ts'
import { customers } from './customers.ts'
import { type DemoLot, lotsUntil } from './lots.ts'
import type { DemoParty } from './party-table.ts'
import { type DemoProduct, products } from './products.ts'
import { STAPLES } from './recalls.ts'

/** How far back deliveries reach: two years. */
const DAYS_BACK = 730
const SUNDAY = 7

/**
 * The company began to keep its stock in the product so many days ago: what went out before is history from delivery notes,
 * what goes out since is shipped by the outbound check.
 */
export const STOCK_OPENED_DAYS = 60

/** Deliveries of the two years before the stock was opened, the same for the same `today`; the oldest first, one line a lot. */
export function deliveriesUntil(today: Day, lots: readonly DemoLot[] = lotsUntil(today)): DeliveryRow[] {
  const byId = new Map(products.map(product => [product.id, product]))
  const lines = lots.flatMap(lot => linesOf(lot, byId.get(lot.productId) as DemoProduct, today))
  lines.sort(
    (a, b) => compare(a.deliveredOn, b.deliveredOn) || compare(a.partyId, b.partyId) || compare(a.lotId, b.lotId),
  )
  return numbered(lines)
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const STAPLE_BUYERS = 37
/** Days within which a lot is sold; a staple goes faster. */
const SOLD_IN = { staple: 190, other: 300 }

/** So many different ones, in an order of chance. */
function someOf<T>(luck: Chance, items: readonly T[], count: number): T[] {
  const left = [...items]
  return Array.from(
    { length: Math.min(count, left.length) },
    () => left.splice(luck.between(0, left.length - 1), 1)[0] as T,
  )
}

type Line = Omit<DeliveryRow, 'id' | 'number'>

function linesOf(lot: DemoLot, product: DemoProduct, today: Day): Line[] {
  const luck = chance(`deliveries ${lot.id}`)
  const first = later(addDays(lot.producedOn, 25), addDays(today, -DAYS_BACK))
  const shelf = lot.expiresOn ? addDays(lot.expiresOn, -120) : addDays(lot.producedOn, 420)
  const last = earlier(shelf, addDays(today, -STOCK_OPENED_DAYS - 1))
  const days = daysBetween(first, last)
  if (days < 0) return []
  const buyers = customers.filter(party => buys(party.customerKind, product))
  const bought = new Map<string, Line>()
  const wide = STAPLES.has(product.model)
  const parties = wide
    ? someOf(luck, buyers, STAPLE_BUYERS)
    : Array.from({ length: luck.between(14, 22) }, () => luck.pick(buyers))
  const soldIn = wide ? SOLD_IN.staple : SOLD_IN.other
  // what a young lot had not sold when the stock was opened is shipped from the stock
  const sold = Math.min(1, (days + 1) / soldIn)
  for (const party of parties) {
    let deliveredOn = addDays(first, luck.between(0, Math.min(days, soldIn)))
    if (weekdayOf(deliveredOn) === SUNDAY) deliveredOn = addDays(deliveredOn, deliveredOn === first ? 1 : -1)
    const quantity = quantityFor(luck, party, product, sold)
    const line = { partyId: party.id, productId: product.id, lotId: lot.id, deliveredOn, quantity, orderNo: null }
    bought.set(`${deliveredOn} ${party.id}`, line)
  }
  return [...bought.values()]
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)
const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

function buys(kind: CustomerKind | null, product: DemoProduct): boolean {
  if (kind === 'consumer') return product.homeUse
  if (kind === 'clinic')
    return !product.isImplant && product.family !== 'electrosurgery' && product.family !== 'monitor'
  return true
}

// Units per delivery: from, to, rounded to.
const amounts: Readonly<
  Record<'device' | 'implant' | 'goods', Record<CustomerKind, readonly [number, number, number]>>
> = {
  device: { hospital: [1, 6, 1], clinic: [1, 2, 1], dealer: [4, 30, 1], consumer: [1, 1, 1] },
  implant: { hospital: [2, 24, 1], clinic: [1, 1, 1], dealer: [10, 60, 1], consumer: [1, 1, 1] },
  goods: { hospital: [50, 400, 10], clinic: [10, 60, 10], dealer: [200, 1500, 50], consumer: [1, 4, 1] },
}

function quantityFor(luck: Chance, party: DemoParty, product: DemoProduct, share: number): number {
  const sort = product.isImplant ? 'implant' : product.shelfMonths === null ? 'device' : 'goods'
  const [low, high, step] = amounts[sort][party.customerKind ?? 'hospital']
  return Math.max(step, Math.round((luck.between(low, high) * share) / step) * step)
}

// One note for everything that a customer gets on a day: SH20260312-004.
function numbered(lines: readonly Line[]): DeliveryRow[] {
  let day = ''
  let party = ''
  let count = 0
  return lines.map(line => {
    if (line.deliveredOn !== day) count = 0
    if (line.deliveredOn !== day || line.partyId !== party) count += 1
    day = line.deliveredOn
    party = line.partyId
    const number = `SH${day.replaceAll('-', '')}-${String(count).padStart(3, '0')}`
    return { id: namedId('delivery', `${number} ${line.lotId}`), number, ...line }
  })
}

import { sql } from 'kysely'
import type { RecordBase } from '../kernel/record.ts'
import { addDays, type Day, dayOf, daysBetween, type Instant } from '../kernel/time.ts'
import { holdsOnLots } from '../procedures/stop-sale/find-holds.ts'
import { idIn, type KnownIds } from './master-data.ts'
import type { OfficeHours } from './office-hours.ts'
import type { Story } from './scheduler.ts'
import type { Stage } from './stage.ts'
import { type Chance, chance } from './world/chance.ts'
import type { DemoParty } from './world/party-table.ts'
import type { DemoProduct } from './world/products.ts'
import type { DemoWorld } from './world/world.ts'

interface Shipping {
  readonly stage: Stage
  readonly world: DemoWorld
  readonly known: KnownIds
  readonly office: OfficeHours
  readonly now: Instant
  readonly opened: Day
}

interface Line {
  readonly lotId: string
  readonly quantity: number
  readonly unitPrice: number
  readonly reason?: string
}

/** A lot in the qualified zone, what no order has claimed of it. */
interface FreeLot {
  readonly id: string
  readonly productId: string
  readonly lotNo: string
  readonly free: number
}

/** Everything that the checker compares, item by item (S24-3a). */
const ITEMS = ['name', 'spec', 'quantity', 'maker', 'lot', 'expiry', 'pieces', 'quality', 'consignee']

/** Price of a unit in fen, by what kind of goods it is. */
const priceOf = (product: DemoProduct): number => {
  const luck = chance(`price ${product.id}`)
  if (product.isImplant) return luck.between(80, 900) * 1_00
  return product.shelfMonths === null ? luck.between(30, 900) * 10_00 : luck.between(12, 480) * 10
}

/** Two shipments on each working day since the stock was opened; the last ones are still on their way. */
export function shipmentStories(shipping: Shipping): Story[] {
  const { stage, office, now, opened, world } = shipping
  const days = daysBetween(opened, dayOf(now, stage.kernel.zone))
  const customers = world.parties.filter(
    party => party.isCustomer && party.customerKind !== 'consumer' && party.licences.length > 0,
  )
  return Array.from({ length: days }, (_, i) => addDays(opened, i + 1))
    .filter(day => office.isWorkday(day))
    .flatMap(day => [0, 1].map(nth => shipmentStory(shipping, customers, day, chance(`shipment ${day} ${nth}`))))
}

async function* shipmentStory(
  { stage, world, known, office, now }: Shipping,
  customers: readonly DemoParty[],
  day: Day,
  luck: Chance,
): Story {
  const party = luck.pick(customers)
  let at = office.on(day)
  if (at >= now) return
  yield at
  const lines = await chosenLines({ stage, world, known }, luck)
  if (lines.length === 0) return
  let record: RecordBase = await stage.does(luck.pick(['sales', 'sales-2', 'sales-clerk']), 'shipment.order', {
    input: {
      partyId: idIn(known, party.id),
      orderNo: `XS${day.replaceAll('-', '')}-${String(luck.between(1, 99)).padStart(2, '0')}`,
      lines,
      ...(party.address ? {} : { address: `${party.province ?? ''}${party.city ?? ''}（客户自提点）` }),
    },
  })
  const lotIds = lines.map(line => line.lotId)
  const steps: readonly [number, string, string, () => object][] = [
    [0.4, 'picker', 'pick', () => ({})],
    [
      0.5,
      luck.pick(['checker', 'checker-2']),
      'check',
      () => ({
        items: ITEMS,
        lines: lines.map(({ lotId, quantity }) => ({ lotId, quantity, pieces: 1 + Math.floor(quantity / 200) })),
        inShippingZone: true,
      }),
    ],
    [0.6, 'driver', 'ship', () => ({ vehicle: luck.pick(['豫A·D8821', '豫A·F3067']) })],
    [
      luck.between(2, 20),
      'driver',
      'sign-back',
      () => ({ receivedOn: dayOf(stage.now(), stage.kernel.zone), receivedBy: party.contacts[0]?.name ?? '收货员' }),
    ],
  ]
  for (const [hours, by, verb, input] of steps) {
    at = office.after(at, hours)
    if (at >= now) return
    yield at
    // Goods that are held meanwhile wait where they are.
    while (verb !== 'sign-back' && (await holdsOnLots(stage.kernel.db, lotIds)).length > 0) {
      at = office.after(at, 5)
      if (at >= now) return
      yield at
    }
    record = await stage.does(by, `shipment.${verb}`, { on: record.id, input: input() })
  }
}

/** One to four products, each from the lot that expires first of those that are free; a held lot is passed over with its reason. */
async function chosenLines(
  { stage, world, known }: Pick<Shipping, 'stage' | 'world' | 'known'>,
  luck: Chance,
): Promise<Line[]> {
  const shipped = world.products.filter(
    product => !product.registrationNo.includes('注进') && product.id !== world.recall.running.productId,
  )
  const wanted = Array.from({ length: luck.between(1, 4) }, () => luck.pick(shipped))
  const productIds = [...new Set(wanted.map(product => idIn(known, product.id)))]
  const { rows } = await sql<FreeLot>`
    select l.id, l.product_id, l.lot_no, s.quantity - coalesce((
        select sum(line.quantity)::int from shipment_line line join shipment on shipment.id = line.shipment_id
        where line.lot_id = l.id and shipment.state = 'ordered'), 0) - coalesce((
        select sum(n.quantity_here)::int from nonconforming n
        where n.lot_id = l.id and n.zone = 'qualified' and n.quantity_here > 0), 0) as free
    from stock s join lot l on l.id = s.lot_id join warehouse w on w.id = s.warehouse_id and w.is_main
    where s.zone = 'qualified' and s.quantity > 0 and l.state = 'active' and l.product_id = any(${productIds}::uuid[])
      and (l.expires_on is null or l.expires_on > ${dayOf(stage.now(), stage.kernel.zone)}::date)
    order by l.expires_on nulls last, l.produced_on, l.lot_no`.execute(stage.kernel.db)
  const held = new Set(
    (
      await holdsOnLots(
        stage.kernel.db,
        rows.map(row => row.id),
      )
    ).map(hold => hold.lotId),
  )
  const lines = new Map<string, Line>()
  for (const product of wanted) {
    const there = rows.filter(row => row.productId === idIn(known, product.id) && row.free > 0)
    const first = there.find(row => !held.has(row.id))
    if (!first || lines.has(first.id)) continue
    const usual = product.shelfMonths === null ? luck.between(1, 3) : luck.between(2, 20) * 10
    const before = there[0] === first ? null : there[0]
    lines.set(first.id, {
      lotId: first.id,
      quantity: Math.min(usual, first.free),
      unitPrice: priceOf(product),
      ...(before && { reason: `批号 ${before.lotNo} 停售待复查，改发次近效期批号` }),
    })
  }
  return [...lines.values()]
}

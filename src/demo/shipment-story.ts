import { sql } from 'kysely'
import type { RecordBase } from '../kernel/record.ts'
import { addDays, addMilliseconds, type Day, dayOf, daysBetween, HOUR, type Instant } from '../kernel/time.ts'
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

/** Two shipments on each working day since the stock was opened, and those of the last hours, one in each state. */
export function shipmentStories(shipping: Shipping): Story[] {
  const { stage, office, now, opened, world } = shipping
  const days = daysBetween(opened, dayOf(now, stage.kernel.zone))
  const customers = world.parties.filter(
    party => party.isCustomer && party.customerKind !== 'consumer' && party.licences.length > 0,
  )
  const ordinary = Array.from({ length: days }, (_, i) => addDays(opened, i + 1))
    .filter(day => office.isWorkday(day))
    .flatMap(day =>
      [0, 1].map(nth => shipmentStory(shipping, customers, office.on(day), chance(`shipment ${day} ${nth}`))),
    )
  const latest = ENDINGS.map((ending, nth) =>
    shipmentStory(shipping, customers, office.ago(now, 5 + nth, 40 + nth), chance(`shipment of today ${nth}`), ending),
  )
  return [...ordinary, ...latest]
}

/** How far a shipment comes, and what happens then. */
interface Ending {
  readonly last: 'order' | 'pick' | 'check' | 'ship'
  readonly afterwards?: (lotId: string) => { readonly by: string; readonly verb: string; readonly input: object }
}

/** Shipments of the last hours. */
const ENDINGS: readonly Ending[] = [
  { last: 'order' },
  { last: 'pick' },
  { last: 'check' },
  { last: 'ship' },
  {
    last: 'pick',
    afterwards: lotId => ({
      by: 'checker',
      verb: 'stop',
      input: { lotId, problem: 'packing', finding: '复核时发现中包装压损，两盒初包装已变形' },
    }),
  },
  {
    last: 'order',
    afterwards: () => ({ by: 'sales', verb: 'cancel', input: { reason: '客户改订其他规格，重新开单' } }),
  },
  {
    last: 'ship',
    afterwards: () => ({ by: 'driver', verb: 'bring-back', input: { reason: '客户库房盘点不收货，约定下周再送' } }),
  },
]

async function* shipmentStory(
  { stage, world, known, office, now }: Shipping,
  customers: readonly DemoParty[],
  start: Instant,
  luck: Chance,
  ending?: Ending,
): Story {
  const party = luck.pick(customers)
  const day = dayOf(start, stage.kernel.zone)
  let at = start
  if (at >= now) return
  yield at
  const lines = await chosenLines({ stage, world, known }, luck)
  const [first] = lines
  if (!first) return
  let record: RecordBase = await stage.does(luck.pick(['sales', 'sales-2', 'sales-clerk']), 'shipment.order', {
    input: {
      partyId: idIn(known, party.id),
      orderNo: `XS${day.replaceAll('-', '')}-${String(luck.between(1, 99)).padStart(2, '0')}`,
      lines,
      ...(party.address ? {} : { address: `${party.province ?? ''}${party.city ?? ''}（客户自提点）` }),
    },
  })
  const lotIds = lines.map(line => line.lotId)
  const after = (hours: number): Instant => (ending ? addMilliseconds(at, hours * 0.8 * HOUR) : office.after(at, hours))
  for (const { hours, by, verb, input } of stepsOf(stage, lines, party, luck)) {
    if (ending?.last === 'order') break
    at = after(hours)
    if (at >= now) return
    yield at
    // Goods that are held meanwhile wait where they are.
    while (verb !== 'sign-back' && (await holdsOnLots(stage.kernel.db, lotIds)).length > 0) {
      at = office.after(at, 5)
      if (at >= now) return
      yield at
    }
    record = await stage.does(by, `shipment.${verb}`, { on: record.id, input: input() })
    if (ending?.last === verb) break
  }
  if (!ending?.afterwards) return
  yield after(0.5)
  const { by, verb, input } = ending.afterwards(first.lotId)
  await stage.does(by, `shipment.${verb}`, { on: record.id, input })
}

/** From picking to the customer's signature. */
function stepsOf(stage: Stage, lines: readonly Line[], party: DemoParty, luck: Chance) {
  const checked = lines.map(({ lotId, quantity }) => ({ lotId, quantity, pieces: 1 + Math.floor(quantity / 200) }))
  const checker = luck.pick(['checker', 'checker-2'])
  const vehicle = luck.pick(['豫A·D8821', '豫A·F3067'])
  return [
    { hours: 0.4, by: 'picker', verb: 'pick', input: () => ({}) },
    {
      hours: 0.5,
      by: checker,
      verb: 'check',
      input: () => ({ items: ITEMS, lines: checked, inShippingZone: true }),
    },
    { hours: 0.6, by: 'driver', verb: 'ship', input: () => ({ vehicle, importPapers: true }) },
    {
      hours: luck.between(2, 20),
      by: 'driver',
      verb: 'sign-back',
      input: () => ({
        receivedOn: dayOf(stage.now(), stage.kernel.zone),
        receivedBy: party.contacts[0]?.name ?? '收货员',
      }),
    },
  ]
}

/** Up to eight products, each from the lot that expires first of those that are free; a held lot is passed over with its reason. */
async function chosenLines(
  { stage, world, known }: Pick<Shipping, 'stage' | 'world' | 'known'>,
  luck: Chance,
): Promise<Line[]> {
  const recalled = world.products.find(product => product.id === world.recall.running.productId)
  const shipped = world.products.filter(product => product !== recalled)
  const wanted = Array.from({ length: luck.between(3, 8) }, () => luck.pick(shipped))
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
    const goods = luck.between(40, 160)
    // of the maker whose goods are being recalled customers order less
    const packs = product.manufacturerId === recalled?.manufacturerId ? Math.ceil(goods / 2) : goods
    const usual = product.shelfMonths === null ? luck.between(1, 12) : packs * 10
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

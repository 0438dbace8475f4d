import type { RecordBase } from '../kernel/record.ts'
import { addDays, addMilliseconds, type Day, dayOf, daysBetween, type Instant } from '../kernel/time.ts'
import { idIn, type KnownIds } from './master-data.ts'
import type { OfficeHours } from './office-hours.ts'
import type { PlannedStep, Story } from './scheduler.ts'
import type { Stage } from './stage.ts'
import type { OnHand } from './stock-story.ts'
import { type Chance, chance } from './world/chance.ts'
import type { DemoLot } from './world/lots.ts'
import type { DemoParty } from './world/party-table.ts'
import type { DemoWorld } from './world/world.ts'

interface Shipping {
  readonly stage: Stage
  readonly world: DemoWorld
  readonly known: KnownIds
  readonly office: OfficeHours
  readonly now: Instant
  readonly opened: Day
  readonly lots: readonly DemoLot[]
  readonly onHand: OnHand
}

/** Everything that the checker compares, item by item (S24-3a). */
const ITEMS = ['name', 'spec', 'quantity', 'maker', 'lot', 'expiry', 'pieces', 'quality', 'consignee']

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
  { stage, world, known, office, now, lots, onHand }: Shipping,
  customers: readonly DemoParty[],
  day: Day,
  luck: Chance,
): Story {
  const party = luck.pick(customers)
  const steps: PlannedStep[] = []
  let at = office.on(day)
  if (at >= now) return
  yield at
  const lines = chosenLines(world, known, lots, onHand, luck, day)
  if (lines.length === 0) return
  let record: RecordBase = await stage.does(luck.pick(['sales', 'sales-2', 'sales-clerk']), 'shipment.order', {
    input: {
      partyId: idIn(known, party.id),
      orderNo: `XS${day.replaceAll('-', '')}-${String(luck.between(1, 99)).padStart(2, '0')}`,
      lines,
      ...(party.address ? {} : { address: `${party.province ?? ''}${party.city ?? ''}（客户自提点）` }),
    },
  })
  const then = (hours: number, by: string, verb: string, input: () => object): void => {
    at = office.after(at, hours)
    steps.push({
      at,
      act: async () => {
        record = await stage.does(by, `shipment.${verb}`, { on: record.id, input: input() })
      },
    })
  }
  then(0.4, 'picker', 'pick', () => ({}))
  then(0.5, luck.pick(['checker', 'checker-2']), 'check', () => ({
    items: ITEMS,
    lines: lines.map(({ lotId, quantity }) => ({ lotId, quantity, pieces: 1 + Math.floor(quantity / 200) })),
    inShippingZone: true,
  }))
  then(0.6, 'driver', 'ship', () => ({ vehicle: luck.pick(['豫A·D8821', '豫A·F3067']) }))
  const away = luck.between(2, 20)
  then(away, 'driver', 'sign-back', () => ({
    receivedOn: dayOf(addMilliseconds(at, 0), stage.kernel.zone),
    receivedBy: party.contacts[0]?.name ?? '收货员',
  }))
  for (const step of steps) {
    if (step.at >= now) return
    yield step.at
    await step.act()
  }
}

/** One to four products, each from the lot that expires first and is there. */
function chosenLines(
  world: DemoWorld,
  known: KnownIds,
  lots: readonly DemoLot[],
  onHand: OnHand,
  luck: Chance,
  day: Day,
): { lotId: string; quantity: number }[] {
  const shipped = world.products.filter(product => !product.registrationNo.includes('注进'))
  const lines = new Map<string, { lotId: string; quantity: number }>()
  for (let count = luck.between(1, 4); count > 0; count -= 1) {
    const product = luck.pick(shipped)
    const [first] = lots
      .filter(lot => lot.productId === product.id && (onHand.get(lot.id) ?? 0) > 0 && lot.producedOn < day)
      .sort((a, b) => order(a).localeCompare(order(b)))
    if (!first || lines.has(first.id)) continue
    const there = onHand.get(first.id) ?? 0
    const wanted = product.shelfMonths === null ? luck.between(1, 3) : luck.between(2, 20) * 10
    const quantity = Math.min(wanted, there)
    onHand.set(first.id, there - quantity)
    lines.set(first.id, { lotId: idIn(known, first.id), quantity })
  }
  return [...lines.values()]
}

/** Earliest expiry first, then production, then lot number (X17). */
const order = (lot: DemoLot): string => `${lot.expiresOn ?? '9999'} ${lot.producedOn} ${lot.lotNo}`

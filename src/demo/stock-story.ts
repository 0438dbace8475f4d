import { addDays, addMilliseconds, dayOf, type Instant, instantAt } from '../kernel/time.ts'
import { idIn, isColdChain, type KnownIds } from './master-data.ts'
import { later, type OfficeHours } from './office-hours.ts'
import { type PlannedStep, type Story, storyOf } from './scheduler.ts'
import { shipmentStories } from './shipment-story.ts'
import type { Stage } from './stage.ts'
import { chance } from './world/chance.ts'
import { STOCK_OPENED_DAYS } from './world/deliveries.ts'
import type { DemoLot } from './world/lots.ts'
import type { DemoProduct } from './world/products.ts'
import { warehouses } from './world/warehouses.ts'
import type { DemoWorld } from './world/world.ts'

interface Company {
  readonly stage: Stage
  readonly world: DemoWorld
  readonly known: KnownIds
  readonly office: OfficeHours
  readonly now: Instant
}

/** The warehouses, registered in the first days. */
export const warehouseStory = (stage: Stage, known: KnownIds, from: Instant): Story =>
  storyOf(
    warehouses.map((input, index) => ({
      at: addMilliseconds(from, index * 60_000),
      act: async () => known.set(input.climate, (await stage.does('quality', 'warehouse.register', { input })).id),
    })),
  )

/** Where a product is kept; the main store needs no naming. */
const storeOf = (known: KnownIds, product: DemoProduct): { warehouseId?: string } =>
  isColdChain(product) ? { warehouseId: idIn(known, 'cold') } : {}

/** The opening count, what came in since, and what was shipped to customers from then on. */
export function stockStories(company: Company): Story[] {
  const { stage, world, known, now } = company
  const { zone } = stage.kernel
  const opened = addDays(dayOf(now, zone), -STOCK_OPENED_DAYS)
  const lots = world.lots.filter(lot => lot.expiresOn === null || lot.expiresOn > addDays(dayOf(now, zone), 90))
  const productOf = new Map(world.products.map(product => [product.id, product]))
  // What was left of the recalled lot is gone since its destruction.
  const old = lots.filter(lot => addDays(lot.producedOn, 20) <= opened && lot.id !== world.recall.finished.id)
  const fresh = lots.filter(
    lot => addDays(lot.producedOn, 20) > opened && addDays(lot.producedOn, 32) < dayOf(now, zone),
  )
  const counted: PlannedStep[] = old.flatMap((lot, index) => {
    const usual = openingOf(lot, productOf.get(lot.productId) as DemoProduct)
    const quantity = lot.id === world.recall.running.id ? 1_240 : usual
    if (quantity === 0) return []
    const at = addMilliseconds(instantAt(opened, '19:00', zone), index * 4_000)
    return [
      {
        at,
        act: () =>
          stage.does(index % 2 ? 'warehouse' : 'warehouse-head', 'lot.open-stock', {
            on: idIn(known, lot.id),
            input: {
              zone: 'qualified',
              quantity,
              countedOn: opened,
              ...storeOf(known, productOf.get(lot.productId) as DemoProduct),
            },
          }),
      },
    ]
  })
  return [
    storyOf(counted),
    ...fresh.map(lot => receiptStory(company, lot, productOf.get(lot.productId) as DemoProduct)),
    ...shipmentStories({ ...company, opened }),
  ]
}

/** Units on the shelf when the stock was opened; every third lot was sold out by then. */
export function openingOf(lot: DemoLot, product: DemoProduct): number {
  const luck = chance(`stock ${lot.id}`)
  if (luck.next() < 0.3) return 0
  if (product.isImplant) return luck.between(12, 90)
  return product.shelfMonths === null ? luck.between(12, 90) : luck.between(300, 1500) * 10
}

/** A lot that came in since: received, accepted by the inspector, booked in by the keeper. */
function receiptStory({ stage, world, known, office, now }: Company, lot: DemoLot, product: DemoProduct): Story {
  const luck = chance(`receipt ${lot.id}`)
  const { zone } = stage.kernel
  const maker = world.parties.find(party => party.id === product.manufacturerId)
  const supplier = maker?.isSupplier
    ? maker
    : luck.pick(world.parties.filter(party => party.isSupplier && !party.isManufacturer))
  const quantity = Math.max(10, openingOf(lot, product) || luck.between(2, 20) * 10)
  // after the day on which the lot itself was registered
  const arrived = office.after(office.on(addDays(lot.producedOn, 22)), 10)
  const day = dayOf(arrived, zone)
  const accepted = office.after(arrived, luck.between(1, 5))
  const booked = later(office.after(accepted, 0.5), accepted)
  const on = (): string => idIn(known, lot.id)
  const document = `GH${day.replaceAll('-', '')}-${String(luck.between(1, 40)).padStart(3, '0')}`
  const steps: PlannedStep[] = [
    {
      at: arrived,
      act: () =>
        stage.does('warehouse', 'lot.receive', {
          on: on(),
          input: {
            supplierId: idIn(known, supplier.id),
            document,
            quantity,
            receivedOn: day,
            ...storeOf(known, product),
          },
        }),
    },
    {
      at: accepted,
      act: () =>
        stage.does('acceptance-inspector', 'lot.accept', {
          on: on(),
          input: { quantity, verdict: '外观、包装、标签和合格证明文件均符合要求', ...storeOf(known, product) },
        }),
    },
    {
      at: booked,
      act: () =>
        stage.does('warehouse', 'lot.book-in', {
          on: on(),
          input: { location: `A-${luck.between(1, 24)}`, ...storeOf(known, product) },
        }),
    },
  ]
  return storyOf(steps.filter(step => step.at < now))
}

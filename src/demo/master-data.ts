import type { Actor } from '../kernel/person.ts'
import { addDays, addMilliseconds, type Day, dayOf, daysBetween, type Instant, instantAt } from '../kernel/time.ts'
import { holdsOnLots } from '../procedures/stop-sale/find-holds.ts'
import type { DeliveryRow } from '../vocabulary/delivery.ts'
import { later, type OfficeHours } from './office-hours.ts'
import { type PlannedStep, type Story, storyOf } from './scheduler.ts'
import type { Stage } from './stage.ts'
import type { DemoLot } from './world/lots.ts'
import type { DemoParty } from './world/party-table.ts'
import type { DemoPerson } from './world/people.ts'
import type { DemoProduct } from './world/products.ts'
import type { DemoWorld } from './world/world.ts'

/** Ids by which the product knows what the demo world calls by ids of its own. */
export type KnownIds = Map<string, string>

const SECOND = 1_000
/** Delivery notes of about so many days are entered together. */
const PORTION_DAYS = 200

/** The id under which a thing of the demo world was registered. @throws Error when it was not (yet) */
export function idIn(known: KnownIds, worldId: string): string {
  const id = known.get(worldId)
  if (!id) throw new Error(`${worldId} of the demo world is not registered`)
  return id
}

/** The people of the company; the first one is the administrator, whom the set-up makes. */
export async function registerPeople(stage: Stage, people: readonly DemoPerson[], system: Actor): Promise<void> {
  const register = async (
    { username, name, department, roles, email, phone }: DemoPerson,
    by: string,
  ): Promise<void> => {
    const input = { username, name, department: department.zh, roles, email, phone }
    const { id } = await stage.does(by, 'person.register', { input })
    stage.join({ id, username, name, roles, siteId: system.siteId, via: 'session' })
  }
  stage.join(system)
  const isAdministrator = (person: DemoPerson) => person.roles.includes('administrator')
  for (const person of people.filter(isAdministrator)) await register(person, system.username)
  for (const person of people.filter(item => !isAdministrator(item))) await register(person, 'administrator')
}

/** Quality management reviews the permissions with which everybody started; nobody reviews his own. */
export async function* reviewedPermissions(stage: Stage, people: readonly DemoPerson[], from: Instant): Story {
  let at = from
  for (const person of people) {
    at = addMilliseconds(at, 90 * SECOND)
    yield at
    const by = person.username === 'quality-head' ? 'quality' : 'quality-head'
    await stage.does(by, 'person.review-permissions', {
      on: stage.as(person.username).id,
      input: { decision: 'agreed' },
    })
  }
}

/** Parties and products, entered by quality management in the first days. */
export function baseDataStory(stage: Stage, world: DemoWorld, known: KnownIds, from: Instant): Story {
  const steps: PlannedStep[] = []
  let at = from
  const then = (act: () => Promise<unknown>): void => {
    at = addMilliseconds(at, 20 * SECOND)
    steps.push({ at, act })
  }
  for (const { id, ...input } of world.parties)
    then(async () => known.set(id, (await stage.does('quality', 'party.register', { input: partyInput(input) })).id))
  for (const product of world.products)
    then(async () => {
      const input = productInput(product, idIn(known, product.manufacturerId))
      known.set(product.id, (await stage.does('quality-2', 'product.register', { input })).id)
    })
  return storyOf(steps)
}

const partyInput = (party: Omit<DemoParty, 'id'>) => party

/** What must stay between 2 and 8 °C, and lies in the cold store. */
export const isColdChain = (product: Pick<DemoProduct, 'storage'>): boolean => product.storage === '2~8 ℃'

function productInput(
  { id: _, family: __, shelfMonths: ___, homeUse: ____, ...product }: DemoProduct,
  manufacturerId: string,
) {
  const cold = isColdChain(product) && { isColdChain: true, temperatureFrom: 2, temperatureTo: 8 }
  return { ...product, ...cold, manufacturerId }
}

/** Some milliseconds within an hour, so that not everything is entered at once. */
const scattered = (id: string): number => Number(`0x${id.slice(0, 4)}`) * 50

/** Lots as they came in, and their deliveries as the warehouse entered them from the delivery notes. */
export function lotStories(
  stage: Stage,
  world: DemoWorld,
  known: KnownIds,
  { from, office }: { readonly from: Instant; readonly office: OfficeHours },
): Story[] {
  const deliveries = Map.groupBy(world.deliveries, row => row.lotId)
  let at = from
  return world.lots.map(lot => {
    const arrived = office.on(addDays(lot.producedOn, 20))
    at = addMilliseconds(at, 15 * SECOND)
    return lotStory(stage, known, lot, deliveries.get(lot.id) ?? [], later(arrived, at))
  })
}

async function* lotStory(
  stage: Stage,
  known: KnownIds,
  { id, productId, lotNo, producedOn, expiresOn }: DemoLot,
  deliveries: readonly DeliveryRow[],
  registered: Instant,
): Story {
  const { zone, db } = stage.kernel
  yield registered
  const lot = await stage.does('warehouse', 'lot.register', {
    input: { productId: idIn(known, productId), lotNo, producedOn, expiresOn },
  })
  known.set(id, lot.id)
  for (const rows of portionsOf(deliveries, dayOf(registered, zone))) {
    let day = rows.at(-1)?.deliveredOn as Day
    yield later(addMilliseconds(instantAt(day, '18:05', zone), scattered(id)), registered)
    // Notes of goods that are held meanwhile are entered once the goods are free.
    while ((await holdsOnLots(db, [lot.id])).length > 0) {
      day = addDays(later(day, dayOf(stage.now(), zone)), 1)
      yield addMilliseconds(instantAt(day, '18:05', zone), scattered(id))
    }
    await stage.does('warehouse', 'lot.record-deliveries', {
      on: lot.id,
      input: {
        deliveries: rows.map(({ number, partyId, deliveredOn, quantity }) => ({
          number,
          partyId: idIn(known, partyId),
          deliveredOn,
          quantity,
        })),
      },
    })
  }
}

/** Delivery notes as they are entered together: those before the lot was registered, then about half a year at a time. */
function portionsOf(rows: readonly DeliveryRow[], registered: Day): DeliveryRow[][] {
  const portions: DeliveryRow[][] = []
  for (const row of rows.toSorted((a, b) => (a.deliveredOn < b.deliveredOn ? -1 : 1))) {
    const last = portions.at(-1)
    const first = last?.[0]?.deliveredOn
    if (last && first && daysBetween(later(first, registered), row.deliveredOn) < PORTION_DAYS) last.push(row)
    else portions.push([row])
  }
  return portions
}

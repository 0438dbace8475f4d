import type { DutyPlace } from '../../kernel/duty.ts'
import type { PlanningPlace } from '../../kernel/duty-plan.ts'
import { carryOut } from '../../kernel/execute.ts'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import { dayOf, type Instant, startOfDay } from '../../kernel/time.ts'
import { crewIds } from './crew.ts'
import { type DeclaredDuty, declaredBy, nameOf } from './declared-duty.ts'
import { type DutyRow, isOwed, type TurnRow } from './duty.ts'
import { crewOf } from './given-people.ts'
import { declaredPartOf, firstDay, firstPlan, nextPlan } from './next-plan.ts'
import { placesOf, readCrew } from './queries.ts'

/** How many steps a sweep took. */
export interface Swept {
  readonly begun: number
  readonly planned: number
  readonly missed: number
  readonly ended: number
}

const WHOLE_COMPANY = text('全公司', 'the whole company')

/** Whoever acts when nobody does: the product itself, at a site. */
const systemAt = (siteId: string): Actor => ({
  id: siteId,
  name: 'Bihuan',
  username: 'system',
  roles: [],
  siteId,
  via: 'system',
})

/**
 * Begins duties where they are owed, plans ahead, notes what was missed and ends what is owed no more. Safe to run at any time and
 * from several servers at once: what is done already is not done again. A duty that fails is told to `onFault` and stops no other.
 */
export async function sweepDuties(kernel: Kernel, onFault: (name: string, fault: unknown) => void): Promise<Swept> {
  const now = kernel.clock.now()
  const { policies, calendar } = await kernel.settings()
  const at: PlanningPlace = { policy: policyBook(policies, now), calendar, zone: kernel.zone }
  const { rows: sites } = await kernel.pool.query<{ id: string }>(
    `select id from site where state = 'active' order by created_at, id`,
  )
  const all = { begun: 0, planned: 0, missed: 0, ended: 0 }
  for (const declared of declaredBy(kernel.registry.procedures)) {
    try {
      const swept = await sweepDuty(
        kernel,
        declared,
        at,
        now,
        sites.map(site => site.id),
      )
      all.begun += swept.begun
      all.planned += swept.planned
      all.missed += swept.missed
      all.ended += swept.ended
    } catch (fault) {
      onFault(nameOf(declared), fault)
    }
  }
  all.ended += await endUndeclared(kernel)
  return all
}

async function sweepDuty(
  kernel: Kernel,
  declared: DeclaredDuty,
  at: PlanningPlace,
  now: Instant,
  sites: readonly string[],
): Promise<Swept> {
  const { procedure, duty } = declared
  const swept = { begun: 0, planned: 0, missed: 0, ended: 0 }
  const places = await allPlaces(kernel, declared, at, now, sites)
  const records = (await kernel.db
    .selectFrom('duty')
    .selectAll()
    .where('ofProcedure', '=', procedure.name)
    .where('duty', '=', duty.name)
    .where('state', '<>', 'ended')
    .execute()) as DutyRow[]
  const turns = await turnsOf(kernel, records, at, now)
  const crew = crewOf(
    await readCrew(
      kernel.db,
      records.flatMap(record => crewIds(record, turns.get(record.id) ?? [])),
    ),
  )
  const take = (command: string, siteId: string, input: object, on?: string) =>
    carryOut(kernel, { command, input, ...(on && { on }) }, systemAt(siteId))
  for (const place of places) {
    if (records.some(record => record.place === place.key)) continue
    const input = {
      ofProcedure: procedure.name,
      duty: duty.name,
      place: place.key,
      ...declaredPartOf(duty, place),
      asksFrom: now,
      ...firstPlan(duty, place, at, now),
    }
    await take('duty.begin', place.siteId, input)
    swept.begun += 1
  }
  for (const record of records) {
    const place = places.find(item => item.key === record.place)
    const own = turns.get(record.id) ?? []
    if (!place) {
      await take('duty.end', record.siteId, {}, record.id)
      swept.ended += 1
      continue
    }
    const next = record.state === 'suspended' ? null : nextPlan(duty, place, record, own, crew, at, now)
    if (next) {
      await take('duty.plan', record.siteId, next, record.id)
      swept.planned += 1
    }
    const added = next?.add.filter(turn => turn.dueAt < now) ?? []
    const over = own.filter(turn => turn.state === 'open' && turn.dueAt < now).map(turn => turn.id)
    if (added.length > 0) over.push(...(await overdueIn(kernel, record.id, now)).filter(id => !over.includes(id)))
    if (over.length > 0) {
      await take('duty.note-missed', record.siteId, { turnIds: over }, record.id)
      swept.missed += over.length
    }
  }
  return swept
}

/** The places of a duty at every site; a duty without places stands once, at the first site. */
async function allPlaces(
  kernel: Kernel,
  declared: DeclaredDuty,
  { policy, zone, calendar }: PlanningPlace,
  now: Instant,
  sites: readonly string[],
): Promise<readonly DutyPlace[]> {
  const [first] = sites
  if (!first) return []
  const byKey = new Map<string, DutyPlace>()
  for (const site of sites) {
    const found = await placesOf(kernel.db, declared, { actor: systemAt(site), now, policy, zone, calendar })
    if (!found) return [{ key: '', title: WHOLE_COMPANY, siteId: first }]
    for (const place of found) if (!byKey.has(place.key)) byKey.set(place.key, place)
  }
  return [...byKey.values()]
}

/** Turns that the plan of each record looks at: all that are owed, and all that are due since it was last continued. */
async function turnsOf(
  kernel: Kernel,
  records: readonly DutyRow[],
  { zone }: PlanningPlace,
  now: Instant,
): Promise<ReadonlyMap<string, readonly TurnRow[]>> {
  if (records.length === 0) return new Map()
  const today = dayOf(now, zone)
  const first = records.map(record => firstDay(record, today)).sort()[0] ?? today
  const rows = (await kernel.db
    .selectFrom('dutyTurn')
    .selectAll()
    .where(
      'dutyId',
      'in',
      records.map(record => record.id),
    )
    .where('state', '<>', 'dropped')
    .where(({ eb, or }) => or([eb('dueAt', '>=', startOfDay(first, zone)), eb('state', '=', 'open')]))
    .execute()) as TurnRow[]
  return Map.groupBy(rows, row => row.dutyId)
}

/** Open turns whose end has passed. */
async function overdueIn(kernel: Kernel, dutyId: string, now: Instant): Promise<string[]> {
  const rows = (await kernel.db
    .selectFrom('dutyTurn')
    .selectAll()
    .where('dutyId', '=', dutyId)
    .where('state', '=', 'open')
    .where('dueAt', '<', now)
    .execute()) as TurnRow[]
  return rows.filter(isOwed).map(row => row.id)
}

/** Ends the records of duties that no procedure declares any more. */
async function endUndeclared(kernel: Kernel): Promise<number> {
  const names = new Set(declaredBy(kernel.registry.procedures).map(nameOf))
  const rows = (await kernel.db
    .selectFrom('duty')
    .select(['id', 'siteId', 'ofProcedure', 'duty'])
    .where('state', '<>', 'ended')
    .execute()) as Pick<DutyRow, 'id' | 'siteId' | 'ofProcedure' | 'duty'>[]
  const gone = rows.filter(row => !names.has(`${row.ofProcedure}.${row.duty}`))
  for (const row of gone) await carryOut(kernel, { command: 'duty.end', on: row.id, input: {} }, systemAt(row.siteId))
  return gone.length
}

import { sql } from 'kysely'
import type { LateReason, Work } from '../../kernel/deadline.ts'
import type { DutyPlace } from '../../kernel/duty.ts'
import { turnServed } from '../../kernel/duty-served.ts'
import type { AnyDatabase, FactQuery, FactsOf, FindQuery, Queries } from '../../kernel/queries.ts'
import type { Instant } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { type CrewMember, crewIds } from './crew.ts'
import { clockOf, type DeclaredDuties, type DeclaredDuty, nameOf } from './declared-duty.ts'
import type { DutyRow, TurnRow } from './duty.ts'
import { turnReads } from './turn-reads.ts'

const turns = (db: AnyDatabase) => db.selectFrom('dutyTurn').selectAll()

/** Turns that are owed: open, or missed without a word; the earliest first. */
const owed: FactQuery<readonly TurnRow[]> = async (db, ids) => {
  const rows = await turns(db)
    .where('dutyId', 'in', [...ids])
    .where(({ eb, and, or }) =>
      or([eb('state', '=', 'open'), and([eb('state', '=', 'missed'), eb('explainedAt', 'is', null)])]),
    )
    .orderBy('dueAt')
    .orderBy('key')
    .execute()
  return Map.groupBy(rows as TurnRow[], row => row.dutyId)
}

/** How many settled turns a record page shows. */
const SHOWN = 60

/** The latest turns that are settled: done, missed with a reason, no longer asked. */
const settled: FactQuery<readonly TurnRow[]> = async (db, ids) => {
  const { rows } = await sql<TurnRow>`
    select t.* from unnest(${[...ids]}::uuid[]) as d(id) cross join lateral (
      select * from duty_turn where duty_id = d.id and (state in ('done', 'dropped') or explained_at is not null)
      order by due_at desc limit ${SHOWN}) as t`.execute(db)
  return Map.groupBy(rows, row => row.dutyId)
}

/** Why turns were missed, for the evidence of the clause. */
const reasons: FactQuery<readonly LateReason[]> = async (db, ids) => {
  const { rows } = await sql<LateReason & { readonly dutyId: string } & Pick<DutyRow, 'ofProcedure' | 'duty'>>`
    select t.duty_id, d.of_procedure, d.duty, t.key, t.explained_at as at, t.explained_by_name as by_name, t.reason
    from duty_turn t join duty d on d.id = t.duty_id
    where t.duty_id = any(${[...ids]}::uuid[]) and t.explained_at is not null order by t.due_at desc`.execute(db)
  return Map.groupBy(
    rows.map(row => ({ ...row, deadline: clockOf(row) })),
    row => row.dutyId,
  )
}

/** Who did the turns, and the records that did them; by id of the clock. */
const work: FactQuery<Work | null> = async (db, clockIds) => {
  const { rows } = await sql<{
    readonly id: string
    readonly byName: string
    readonly at: Instant
    readonly procedure: string | null
    readonly recordId: string | null
  }>`
    select c.id, t.done_by_name as by_name, t.done_at as at, t.done_procedure as procedure, t.done_record_id as record_id
    from deadline c join duty_turn t on t.duty_id = c.record_id and t.key = c.key
    where c.id = any(${[...clockIds]}::uuid[]) and c.met_at is not null and c.cancelled_at is null and t.state = 'done'`.execute(
    db,
  )
  return new Map(
    rows.map(({ id, byName, at, procedure, recordId }) => [
      id,
      { byName, at, record: procedure && recordId ? { procedure, id: recordId } : null },
    ]),
  )
}

/** People by id, with when they are away and who then acts for them. */
export async function readCrew(db: AnyDatabase, ids: readonly string[]): Promise<readonly CrewMember[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<CrewMember>`
    select p.id, p.name, p.state, p.roles,
      (select coalesce(json_agg(json_build_object('fromDay', a.from_day, 'untilDay', a.until_day) order by a.from_day), '[]')
       from person_absence a where a.person_id = p.id and a.ended_at is null) as absences,
      (select coalesce(json_agg(json_build_object('fromDay', g.from_day, 'untilDay', g.until_day, 'toId', g.to_id,
         'toName', g.to_name, 'roles', g.roles) order by g.from_day, g.id), '[]')
       from person_delegation g where g.person_id = p.id and g.ended_at is null) as deputies
    from person p where p.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return rows
}

const crew: FactQuery<readonly CrewMember[]> = async (db, ids) => {
  const [records, waiting] = await Promise.all([
    db
      .selectFrom('duty')
      .select(['id', 'assigneeId', 'substitutes', 'rotation'])
      .where('id', 'in', [...ids])
      .execute(),
    owed(db, ids),
  ])
  const rows = records as Pick<DutyRow, 'id' | 'assigneeId' | 'substitutes' | 'rotation'>[]
  const wanted = new Map(rows.map(row => [row.id, crewIds(row, waiting.get(row.id) ?? [])]))
  const people = new Map((await readCrew(db, [...wanted.values()].flat())).map(item => [item.id, item]))
  return new Map([...wanted].map(([id, list]) => [id, list.flatMap(one => people.get(one) ?? [])]))
}

const facts = {
  owed: { read: owed, none: [] as readonly TurnRow[] },
  settled: { read: settled, none: [] as readonly TurnRow[] },
  reasons: { read: reasons, none: [] as readonly LateReason[] },
  work: { read: work, none: null },
  crew: { read: crew, none: [] as readonly CrewMember[] },
}

interface NamesPeople {
  readonly personId?: string | null
  readonly people?: readonly { readonly personId: string }[]
  readonly substitutes?: readonly { readonly personId: string }[]
}

const finds = {
  /** The record of the same duty at the same place, unless it has ended; nobody begins another meanwhile. */
  begun: async (
    db: AnyDatabase,
    { input }: { input: { ofProcedure: string; duty: string; place: string } },
  ): Promise<Pick<DutyRow, 'id' | 'number'> | null> => {
    await holdName(db, `duty/${clockOf(input)}/${input.place}`)
    const row = await db
      .selectFrom('duty')
      .select(['id', 'number'])
      .where('ofProcedure', '=', input.ofProcedure)
      .where('duty', '=', input.duty)
      .where('place', '=', input.place)
      .where('state', '<>', 'ended')
      .executeTakeFirst()
    return (row as Pick<DutyRow, 'id' | 'number'> | undefined) ?? null
  },
  /** Keys of the turns that are planned already, of those that are to be planned. */
  planned: async (
    db: AnyDatabase,
    { input, record }: { input: { add: readonly { readonly key: string }[] }; record?: DutyRow },
  ): Promise<readonly string[]> => {
    if (!record || input.add.length === 0) return []
    const rows = await db
      .selectFrom('dutyTurn')
      .select('key')
      .where('dutyId', '=', record.id)
      .where(
        'key',
        'in',
        input.add.map(item => item.key),
      )
      .where('state', '<>', 'dropped')
      .execute()
    return rows.map(row => row.key as string)
  },
  /** The turn that is named. */
  turn: async (
    db: AnyDatabase,
    { input, record }: { input: { turnId?: string | null }; record?: DutyRow },
  ): Promise<TurnRow | null> => {
    if (!record || !input.turnId) return null
    const row = await turns(db).where('dutyId', '=', record.id).where('id', '=', input.turnId).executeTakeFirst()
    return (row as TurnRow | undefined) ?? null
  },
  /** The people who are named, with when they are away. */
  people: (db: AnyDatabase, { input }: { input: NamesPeople }): Promise<readonly CrewMember[]> =>
    readCrew(db, [
      ...(input.personId ? [input.personId] : []),
      ...(input.people ?? []).map(item => item.personId),
      ...(input.substitutes ?? []).map(item => item.personId),
    ]),
}

/** What a reaction knows of the turn that a step has served. */
export interface ServedTurn {
  readonly dutyId: string
  readonly turnId: string
  readonly at: Instant
}

/** What a reaction knows of the turn that a step has excused. */
export interface ExcusedTurn extends Omit<ServedTurn, 'at'> {
  readonly reason: string
}

/** Turns around a moment that may have been served: those that wait, and what was due in these days. */
const SERVABLE = sql<boolean>`(state = 'open' or (state = 'missed' and explained_at is null))`

/**
 * The turn that an accepted step serves. The duty's row is locked until the step ends, so that no turn is served twice and none is
 * noted as missed meanwhile.
 */
const servedBy =
  ({ procedure, duty }: DeclaredDuty): FindQuery<ServedTurn | null> =>
  async (db, { input, record, now, zone }) => {
    const { done } = duty
    if (!done) return null
    const step = { record: record ?? {}, input: input ?? {}, now }
    const at = done.at ? done.at(step) : now
    if (at === null) return null
    const row = await db
      .selectFrom('duty')
      .select('id')
      .where('ofProcedure', '=', procedure.name)
      .where('duty', '=', duty.name)
      .where('place', '=', done.place?.(step) ?? '')
      .where('state', 'in', ['active', 'asked'])
      .forUpdate()
      .executeTakeFirst()
    if (!row) return null
    const known = (await turns(db)
      .where('dutyId', '=', row.id)
      .where(({ eb, or }) => or([SERVABLE, eb('dueAt', '>=', sql<Instant>`${at}::timestamptz - interval '400 days'`)]))
      .where('opensAt', '<=', now)
      .execute()) as TurnRow[]
    const found = turnServed(known, at, now, zone)
    return found && { dutyId: row.id as string, turnId: found.turn.id, at: found.at }
  }

/** The turn that a record had done, when that record is voided. */
const undoneBy =
  ({ procedure, duty }: DeclaredDuty): FindQuery<Omit<ServedTurn, 'at'> | null> =>
  async (db, { input, record, now }) => {
    const step = { record: record ?? {}, input: input ?? {}, now }
    const { rows } = await sql<Omit<ServedTurn, 'at'>>`
      select d.id as duty_id, t.id as turn_id from duty d join duty_turn t on t.duty_id = d.id
      where d.of_procedure = ${procedure.name} and d.duty = ${duty.name} and d.place = ${duty.done?.place?.(step) ?? ''}
        and d.state <> 'ended' and t.state = 'done' and t.done_record_id = ${String(step.record.id)}
      limit 1`.execute(db)
    return rows[0] ?? null
  }

/** The turn of which a step has said why it was missed. */
const excusedBy =
  ({ procedure, duty }: DeclaredDuty): FindQuery<ExcusedTurn | null> =>
  async (db, { input, record, now }) => {
    const { done } = duty
    if (!done?.excused) return null
    const step = { record: record ?? {}, input: input ?? {}, now }
    const at = done.at ? done.at(step) : now
    const { rows } = await sql<Omit<ExcusedTurn, 'reason'>>`
      select d.id as duty_id, t.id as turn_id from duty d join duty_turn t on t.duty_id = d.id
      where d.of_procedure = ${procedure.name} and d.duty = ${duty.name} and d.place = ${done.place?.(step) ?? ''}
        and d.state in ('active', 'asked', 'suspended') and (t.state = 'open' or (t.state = 'missed' and t.explained_at is null)) and t.due_at < ${now}
        and ${at}::timestamptz between t.opens_at and t.due_at limit 1`.execute(db)
    return rows[0] ? { ...rows[0], reason: done.excused.reason(step) } : null
  }

/** Name of the look-up that answers of which turn a step has said why it was missed. */
export const excusedName = (declared: DeclaredDuty): string => `excused ${nameOf(declared)}`

/** Name of the look-up that answers which turn a voided record had done. */
export const undoneName = (declared: DeclaredDuty): string => `undone ${nameOf(declared)}`

/** Name of the look-up that answers which turn of a duty a step has served. */
export const servedName = (declared: DeclaredDuty): string => `served ${nameOf(declared)}`

/** The places of a duty at a site; one without a name for a duty that has none. */
export async function placesOf(
  db: AnyDatabase,
  { procedure, duty }: DeclaredDuty,
  ask: Omit<Parameters<FindQuery<unknown>>[1], 'input' | 'record'>,
): Promise<readonly DutyPlace[] | null> {
  if (!duty.places) return null
  const find = procedure.queries.finds[duty.places]
  if (!find) throw new Error(`${procedure.name} cannot find ${duty.places}`)
  return (await find(db, { input: {}, ...ask })) as readonly DutyPlace[]
}

/** All SQL of recurring work; which turns a step serves is asked once for each duty that is done by a step. */
export const queriesFor = (declared: DeclaredDuties) =>
  ({
    facts,
    finds: {
      ...finds,
      ...Object.fromEntries(
        declared()
          .filter(item => item.duty.done)
          .flatMap(item => [
            [servedName(item), servedBy(item)],
            ...(item.duty.done?.undone ? [[undoneName(item), undoneBy(item)]] : []),
            ...(item.duty.done?.excused ? [[excusedName(item), excusedBy(item)]] : []),
          ]),
      ),
    },
    reads: turnReads(declared),
  }) satisfies Queries

/** The facts and look-ups of recurring work, as steps see them. */
export type DutyFacts = FactsOf<{ facts: typeof facts }>
export type DutyFinds = typeof finds

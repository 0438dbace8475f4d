import { sql } from 'kysely'
import { type Calendar, type CalendarEntry, calendar } from '../../kernel/calendar.ts'
import type { DeadlineRow, DeadlineType, MovedClock } from '../../kernel/deadline.ts'
import type { Json } from '../../kernel/json.ts'
import { sees } from '../../kernel/mask.ts'
import type { Actor } from '../../kernel/person.ts'
import { type PolicyBook, type PolicyVersion, policyBook } from '../../kernel/policy.ts'
import { movedEarlier, policiesOf, recounted, supposedBook } from '../../kernel/policy-effect.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { RecordBase } from '../../kernel/record.ts'
import { dayOf, dayOfLaterMonth, endOfDay, type Instant, SITE_ZONE, startOfDay } from '../../kernel/time.ts'
import type { EffectClock, PolicyEffect } from './effect.ts'

/** Running clocks that one page shows. */
export const PAGE = 50
/** Running clocks of which it is said how many would end earlier. */
const COUNTED = 200
/** Clocks of the last quarter that are counted anew; the latest. */
const QUARTER = 500
/** Clocks that one step moves. */
export const BATCH = 200

/** Clocks that a policy sets still run and follow the declared limit, not one of their own. */
const RUNS = sql<boolean>`met_at is null and cancelled_at is null and jsonb_typeof(explanation -> 'policy') = 'object'`

interface Clock {
  readonly row: DeadlineRow
  readonly record: RecordBase
  readonly declared: DeadlineType
  readonly procedure: Procedure
}

/** The calendar as the company has it. */
async function readCalendar(db: AnyDatabase): Promise<Calendar> {
  const [entries, years] = await Promise.all([
    db.selectFrom('calendarEntry').select(['day', 'kind', 'title', 'source']).orderBy('day').execute(),
    db.selectFrom('calendarPublication').select('year').orderBy('year').execute(),
  ])
  return calendar({
    entries: entries as unknown as CalendarEntry[],
    publishedYears: years.map(row => row.year as number),
  })
}

/** The policies in force, read where the step decides. */
async function readBook(db: AnyDatabase, now: Instant): Promise<PolicyBook> {
  const rows = await db.selectFrom('policyVersion').select(['key', 'version', 'value', 'effectiveFrom']).execute()
  return policyBook(rows as PolicyVersion[], now)
}

/** The records and declarations behind clocks: one query for each procedure. */
async function behind(
  db: AnyDatabase,
  procedures: readonly Procedure[],
  rows: readonly DeadlineRow[],
  lock = false,
): Promise<Clock[]> {
  const found = await Promise.all(
    [...Map.groupBy(rows, row => row.procedure)].map(async ([name, list]) => {
      const procedure = procedures.find(item => item.name === name)
      if (!procedure) return []
      const ids = [...new Set(list.map(row => row.recordId))].sort()
      let query = db.selectFrom(procedure.record.table).selectAll().where('id', 'in', ids).orderBy('id')
      if (lock) query = query.forUpdate()
      const records = new Map((await query.execute()).map(row => [row.id as string, row as unknown as RecordBase]))
      return list.flatMap((row): Clock[] => {
        const record = records.get(row.recordId)
        const declared = procedure.deadlines.find(item => item.name === row.name)
        return record && declared ? [{ row, record, declared, procedure }] : []
      })
    }),
  )
  const byId = new Map(found.flat().map(item => [item.row.id, item]))
  return rows.flatMap(row => byId.get(row.id) ?? [])
}

/**
 * Clocks whose limit reads the policy besides the one that names them ("day" as natural or working days), as two running
 * ones of each kind show.
 */
async function alsoReading(
  db: AnyDatabase,
  procedures: readonly Procedure[],
  key: string,
  book: PolicyBook,
): Promise<readonly { readonly procedure: string; readonly name: string }[]> {
  const kinds = procedures.flatMap(({ name: procedure, deadlines }) =>
    deadlines.filter(item => item.policy && item.policy !== key).map(({ name }) => ({ procedure, name })),
  )
  if (kinds.length === 0) return []
  const { rows } = await sql<DeadlineRow>`
    select sample.* from jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb) as kind(procedure text, name text)
    cross join lateral (
      select * from deadline d where d.procedure = kind.procedure and d.name = kind.name
        and met_at is null and cancelled_at is null and jsonb_typeof(explanation -> 'policy') = 'object'
      order by d.due_at limit 2
    ) sample`.execute(db)
  const samples = await behind(db, procedures, rows)
  const reading = samples.filter(
    ({ row, record, declared }) => row.policyKey !== key && policiesOf(declared, record, book).has(key),
  )
  return [
    ...new Map(
      reading.map(({ row }) => [`${row.procedure}/${row.name}`, { procedure: row.procedure, name: row.name }]),
    ).values(),
  ]
}

type Reading = Awaited<ReturnType<typeof alsoReading>>

/** Whether a clock is counted by the policy. */
const governed = (key: string, also: Reading) =>
  also.length === 0
    ? sql<boolean>`policy_key = ${key}`
    : sql<boolean>`(policy_key = ${key} or (procedure, name) in (${sql.join(
        also.map(item => sql`(${item.procedure}, ${item.name})`),
      )}))`

const quarterBefore = (now: Instant): { readonly from: Instant; readonly to: Instant } => {
  const day = dayOf(now, SITE_ZONE)
  const month = Number(day.slice(5, 7))
  const back = -(((month - 1) % 3) + 3)
  return {
    from: startOfDay(dayOfLaterMonth(day, back, 1), SITE_ZONE),
    to: endOfDay(dayOfLaterMonth(day, back + 2, 31), SITE_ZONE),
  }
}

/** What is asked: the value that somebody considers, and where the page begins. */
export interface EffectAsk {
  readonly key: string
  readonly value: Json
  readonly version: number
  readonly after?: string | undefined
}

/** What a value would do to clocks: those that run, and those of the last quarter. Counted by the database, computed for a page. */
export async function effectOn(
  db: AnyDatabase,
  procedures: readonly Procedure[],
  { key, value, version, after }: EffectAsk,
  { now, actor }: { readonly now: Instant; readonly actor: Actor },
): Promise<Omit<PolicyEffect, 'named'>> {
  const [book, days] = await Promise.all([readBook(db, now), readCalendar(db)])
  const also = await alsoReading(db, procedures, key, book)
  const place = { book: supposedBook(book, { key, value, version }), calendar: days, zone: SITE_ZONE }
  const ours = governed(key, also)
  const quarter = quarterBefore(now)
  const [dueAfter = '', idAfter = ''] = after?.split('|') ?? []
  let open = db.selectFrom('deadline').selectAll().where(RUNS).where(ours)
  if (after) open = open.where(sql<boolean>`(due_at, id) > (${dueAfter}::timestamptz, ${idAfter}::uuid)`)
  const past = db
    .selectFrom('deadline')
    .where('dueAt', '>=', quarter.from)
    .where('dueAt', '<=', quarter.to)
    .where('cancelledAt', 'is', null)
    .where(ours)
  const count = sql<number>`count(*)::int`.as('count')
  const [running, total, ended, endedTotal] = await Promise.all([
    open.orderBy('dueAt').orderBy('id').limit(COUNTED).execute() as unknown as Promise<DeadlineRow[]>,
    db.selectFrom('deadline').select(count).where(RUNS).where(ours).executeTakeFirst(),
    past.selectAll().orderBy('dueAt', 'desc').limit(QUARTER).execute() as unknown as Promise<DeadlineRow[]>,
    past.select(count).executeTakeFirst(),
  ])
  const known = await behind(db, procedures, [...running, ...ended])
  const shown = known.map((clock): EffectClock => {
    const due = recounted(clock.row, clock.record, clock.declared, place)
    return {
      id: clock.row.id,
      procedure: clock.procedure.name,
      number: sees(clock.procedure.record, clock.record, actor) ? clock.record.number : null,
      title: clock.declared.title,
      openedAt: clock.row.openedAt,
      dueNow: clock.row.dueAt,
      dueThen: due === null ? clock.row.dueAt : due.ok ? due.dueAt : null,
      metAt: clock.row.metAt,
    }
  })
  const runningIds = new Set(running.map(row => row.id))
  const [runningShown, endedShown] = [
    shown.filter(item => runningIds.has(item.id)),
    shown.filter(item => !runningIds.has(item.id)),
  ]
  const late = (item: EffectClock, due: Instant | null): boolean => due !== null && (item.metAt ?? now) > due
  const page = runningShown.slice(0, PAGE)
  const last = page.at(-1)
  const newlyLate = endedShown.filter(item => !late(item, item.dueNow) && late(item, item.dueThen))
  return {
    summary: {
      open: total?.count ?? 0,
      counted: runningShown.length,
      earlier: runningShown.filter(item => item.dueThen !== null && item.dueThen < item.dueNow).length,
      later: runningShown.filter(item => item.dueThen !== null && item.dueThen > item.dueNow).length,
      past: runningShown.filter(item => item.dueThen !== null && item.dueThen < now && item.dueNow >= now).length,
      quarter: {
        ...quarter,
        clocks: endedTotal?.count ?? 0,
        counted: endedShown.length,
        late: endedShown.filter(item => late(item, item.dueNow)).length,
        lateThen: endedShown.filter(item => late(item, item.dueThen)).length,
      },
    },
    clocks: page,
    next: last && running.length > PAGE ? `${last.dueNow}|${last.id}` : null,
    newlyLate: newlyLate.slice(0, 20),
  }
}

/** The next running clocks that a value in force moves earlier. */
export interface Movable {
  readonly moves: readonly MovedClock[]
  /** The last clock that was looked at. */
  readonly cursor: string | null
  /** No clock is left after these. */
  readonly done: boolean
}

/**
 * Looks at the next running clocks of the policy, in the order of their ids, and says which end earlier with the values in
 * force. Locks their records first, so that nobody takes a step on them meanwhile.
 */
export async function movableClocks(
  db: AnyDatabase,
  procedures: readonly Procedure[],
  { key, after, by, limit = BATCH }: { key: string; after: string | null; by: string; limit?: number },
  now: Instant,
): Promise<Movable> {
  const [book, days] = await Promise.all([readBook(db, now), readCalendar(db)])
  const ours = governed(key, await alsoReading(db, procedures, key, book))
  let query = db.selectFrom('deadline').selectAll().where(RUNS).where(ours)
  if (after) query = query.where('id', '>', after)
  const seen = (await query.orderBy('id').limit(limit).execute()) as unknown as DeadlineRow[]
  if (seen.length === 0) return { moves: [], cursor: after, done: true }
  await behind(db, procedures, seen, true)
  // Read again under the locks: a clock may have ended while its record was waited for.
  const ids = seen.map(row => row.id)
  const rows = (await db.selectFrom('deadline').selectAll().where('id', 'in', ids).where(RUNS).execute()) as unknown
  const clocks = await behind(db, procedures, rows as DeadlineRow[])
  const moves = clocks.flatMap(({ row, record, declared, procedure }): MovedClock[] => {
    const due = recounted(row, record, declared, { book, calendar: days, zone: SITE_ZONE })
    const set = movedEarlier(row, due, by)
    if (!set) return []
    return [
      {
        id: row.id,
        procedure: procedure.name,
        recordId: record.id,
        recordNumber: record.number,
        recordVersion: record.version,
        title: declared.title,
        clause: row.clause,
        was: row.dueAt,
        set,
      },
    ]
  })
  return { moves, cursor: seen.at(-1)?.id ?? after, done: seen.length < limit }
}

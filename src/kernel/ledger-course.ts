import { type RawBuilder, sql } from 'kysely'
import {
  type ClockOutcome,
  clockFilter,
  clockOutcomes,
  outcomesByRank,
  PASSED_FILTER,
  passedTitle,
} from './clock-outcome.ts'
import type { Procedure } from './procedure.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/**
 * A filter that every ledger has beside those of its columns: by how a record ran, not by what stands in it.
 * - `clock.<name>`: outcome of a clock of the procedure;
 * - `passed`: a state that the record was in and has left.
 */
export interface CourseFilter {
  readonly title: Text
  readonly options: Readonly<Record<string, Text>>
  /** Condition on a row of the record's table. */
  readonly where: (values: readonly string[], now: Instant) => RawBuilder<boolean>
}

/** Place of a clock's outcome among {@link outcomesByRank}; null where it was dropped before it was due. */
export const outcomeRank = (now: Instant): RawBuilder<number | null> => sql`case
  when met_at <= due_at then ${rankOf('in-time')}::int
  when coalesce(met_at, cancelled_at) > due_at then ${rankOf('late')}::int
  when cancelled_at is not null then null
  when due_at < ${now}::timestamptz then ${rankOf('overdue')}::int
  else ${rankOf('open')}::int end`

/** Place of an outcome among {@link outcomesByRank}. */
export const rankOf = (outcome: ClockOutcome): number => outcomesByRank.indexOf(outcome)

/** The filter of a name; undefined where the procedure has none such. */
export function courseFilter({ name, record, deadlines }: Procedure, key: string): CourseFilter | undefined {
  if (key === PASSED_FILTER) {
    const options = Object.fromEntries(Object.entries(record.states).map(([state, { title }]) => [state, title]))
    return { title: passedTitle, options, where: states => passed(record.table, states) }
  }
  const clock = deadlines.find(item => clockFilter(item.name) === key)
  if (!clock) return undefined
  return {
    title: clock.title,
    options: clockOutcomes,
    where: (outcomes, now) => clocked(record.table, name, clock.name, outcomes as readonly ClockOutcome[], now),
  }
}

/** A clock that ran several times for a record counts once, by its worst outcome. */
const clocked = (
  table: string,
  procedure: string,
  clock: string,
  outcomes: readonly ClockOutcome[],
  now: Instant,
): RawBuilder<boolean> => {
  const ranks = sql`any(${outcomes.map(rankOf)}::int[])`
  const own = sql`deadline where procedure = ${procedure} and name = ${clock}`
  // The first condition finds the few that are wanted by the index, the second leaves out those that have a worse one too.
  return sql<boolean>`${sql.ref(`${table}.id`)} in (select record_id from ${own} and ${outcomeRank(now)} = ${ranks})
    and (select max(${outcomeRank(now)}) from ${own} and record_id = ${sql.ref(`${table}.id`)}) = ${ranks}`
}

/** The trail says in which state every step left the record. */
const passed = (table: string, states: readonly string[]): RawBuilder<boolean> => sql<boolean>`exists (
  select from trail as was where was.record_id = ${sql.ref(`${table}.id`)} and was.outcome = 'accepted'
    and was.version is not null and was.body->>'state' = any(${[...states]}::text[])
    and exists (select from trail as later where later.record_id = was.record_id and later.seq > was.seq
      and later.outcome = 'accepted' and later.version is not null and later.body->>'state' <> was.body->>'state'))`

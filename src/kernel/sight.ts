import { type RawBuilder, sql } from 'kysely'
import { holdsAlready } from './in-work.ts'
import type { Actor, Sight } from './person.ts'
import type { RecordBase, RecordType } from './record.ts'
import { columnOf } from './rows.ts'
import type { Instant } from './time.ts'

/** States of a type in which nothing more is expected of anybody. */
const finalStates = (type: RecordType): readonly string[] =>
  Object.entries(type.states).flatMap(([state, meaning]) => (meaning.final ? [state] : []))

/**
 * Whether a record belongs to what an inspector looks at: one of his procedures, and it lived in his period. It did when it
 * was made before the period ended, and was changed in it or later or is not ended yet.
 */
export const inSight = (type: RecordType, record: RecordBase, sight: Sight): boolean =>
  sight.procedures.includes(type.name) &&
  holdsAlready(type, record) &&
  record.createdAt <= sight.to &&
  (record.updatedAt >= sight.from || !type.states[record.state]?.final)

/** Who sees which rows of the type's own table: as {@link inSight} for inspectors, as the type says for others. */
export const sightCondition = (type: RecordType, actor: Actor): RawBuilder<boolean> => {
  const { sight } = actor
  const seen = type.seenRows?.(actor) ?? sql<boolean>`true`
  if (!sight) return seen
  if (!sight.procedures.includes(type.name)) return sql<boolean>`false`
  const held = type.inWork ? sql<boolean>`${sql.ref(columnOf(type.inWork.until))} IS NOT NULL` : sql<boolean>`true`
  return sql<boolean>`(${seen} AND ${held} AND created_at <= ${sight.to}::timestamptz AND (updated_at >= ${sight.from}::timestamptz
    OR NOT (state = ANY(${finalStates(type)}::text[]))))`
}

/** The part of a period that lies in the sight; empty (`from` after `to`) when none does. */
export const withinSight = <Period extends { readonly from: Instant; readonly to: Instant }>(
  period: Period,
  sight: Sight | undefined,
): Period => (sight ? { ...period, from: latest(period.from, sight.from), to: earliest(period.to, sight.to) } : period)

const latest = (...moments: readonly Instant[]): Instant => moments.toSorted().at(-1) ?? ''
const earliest = (...moments: readonly Instant[]): Instant => moments.toSorted()[0] ?? ''

import { z } from 'zod'
import { settledFor } from './in-work.ts'
import { type Actor, holds } from './person.ts'
import type { RecordBase, RecordType } from './record.ts'
import { inSight } from './sight.ts'

/** Stands where somebody may not see a value. */
export const MASK = '＊＊＊'

/** Whether the person sees the record at all. */
export const sees = (type: RecordType, record: RecordBase, actor: Actor): boolean =>
  (!actor.sight || inSight(type, record, actor.sight)) && (type.seenBy?.(record, actor) ?? true)

/** Whether the person sees the health data of such records. */
export const seesHealth = (type: RecordType, actor: Actor): boolean =>
  !type.healthRoles || holds(actor, type.healthRoles)

/** Whether the person sees the guarded facts of such records. */
export const seesGuarded = ({ guarded }: RecordType, actor: Actor): boolean => !guarded || holds(actor, guarded.by)

/** Facts of a record as the person sees them: null where they are guarded from him. */
export const withoutGuarded = <Facts extends object>(type: RecordType, facts: Facts, actor: Actor): Facts =>
  seesGuarded(type, actor)
    ? facts
    : { ...facts, ...Object.fromEntries((type.guarded?.facts ?? []).map(name => [name, null])) }

const healthColumns = new WeakMap<RecordType, readonly string[]>()

/** Columns of the record that hold health data of a person. */
export function healthFields(type: RecordType): readonly string[] {
  let fields = healthColumns.get(type)
  if (!fields) {
    const shape = type.row instanceof z.ZodObject ? Object.entries(type.row.shape) : []
    fields = shape.flatMap(([key, schema]) => ((schema as z.ZodType).meta()?.['x-health'] ? [key] : []))
    healthColumns.set(type, fields)
  }
  return fields
}

/** The record without health data for people who do not handle it, and for inspectors without what does not hold yet. */
export function masked(type: RecordType, whole: RecordBase, actor: Actor): RecordBase {
  const record = settledFor(type, whole, actor)
  if (seesHealth(type, actor)) return record
  const row: Record<string, unknown> = { ...record }
  for (const key of healthFields(type)) if (row[key] !== null && row[key] !== undefined) row[key] = MASK
  return row as unknown as RecordBase
}

/**
 * Whether the person sees the files of a record. Nobody can tell what a file shows of a patient, so an inspector, who does not
 * see the health data of a record, does not see its files either once it has any.
 */
export const seesFiles = (type: RecordType, record: RecordBase, actor: Actor): boolean =>
  !actor.sight ||
  seesHealth(type, actor) ||
  healthFields(type).every(key => ((record as unknown as Record<string, unknown>)[key] ?? null) === null)

/** Any value made from a record (a paper's view, an entry of the trail), without its health data. */
export const withoutHealth = <Value>(type: RecordType, value: Value): Value =>
  withoutFields(value, new Set(healthFields(type)))

/** Any value made from a record, without what stands under these fields, and without old and new values of their corrections. */
export const withoutFields = <Value>(value: Value, hidden: ReadonlySet<string>): Value =>
  hidden.size === 0 ? value : (hide(value, hidden) as Value)

const filled = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

function hide(value: unknown, hidden: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map(item => hide(item, hidden))
  if (typeof value !== 'object' || value === null) return value
  const row = value as Record<string, unknown>
  const corrected = typeof row.field === 'string' && hidden.has(row.field)
  const values = new Set(corrected ? ['was', 'now', 'old', 'new', 'value'] : [])
  return Object.fromEntries(
    Object.entries(row).map(([key, item]) => [
      key,
      filled(item) && (hidden.has(key) || values.has(key)) ? MASK : hide(item, hidden),
    ]),
  )
}

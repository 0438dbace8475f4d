import { z } from 'zod'
import { type Actor, holds } from './person.ts'
import type { RecordBase, RecordType } from './record.ts'

/** Stands where somebody may not see a value. */
export const MASK = '＊＊＊'

/** Whether the person sees the record at all. */
export const sees = (type: RecordType, record: RecordBase, actor: Actor): boolean =>
  type.seenBy?.(record, actor) ?? true

/** Whether the person sees the health data of such records. */
export const seesHealth = (type: RecordType, actor: Actor): boolean =>
  !type.healthRoles || holds(actor, type.healthRoles)

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

/** The record without health data for people who do not handle it. */
export function masked(type: RecordType, record: RecordBase, actor: Actor): RecordBase {
  if (seesHealth(type, actor)) return record
  const row: Record<string, unknown> = { ...record }
  for (const key of healthFields(type)) if (row[key] !== null && row[key] !== undefined) row[key] = MASK
  return row as unknown as RecordBase
}

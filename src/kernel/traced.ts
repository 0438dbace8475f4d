import { z } from 'zod'
import type { Kernel } from './kernel.ts'
import { linkedAround } from './linked.ts'
import { type NamedRecord, namedRecords } from './named-record.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordType, Traced } from './record.ts'
import { keyOf } from './rows.ts'

/** What records are looked for by; ids, and serial numbers as printed on the goods. */
export interface Concern {
  readonly lots?: readonly string[]
  readonly products?: readonly string[]
  readonly parties?: readonly string[]
  /** Narrows the lots: records that name other units of them are left out. */
  readonly serials?: readonly string[]
}

/** How a record concerns what was asked: by naming it, by naming the product as a whole, or through a record that does. */
type TracedBy = 'lot' | 'party' | 'product' | 'link'

/** A record that concerns what was asked. */
export interface TracedRecord extends NamedRecord {
  readonly by: TracedBy
}

/** Most records that one procedure answers, the youngest first. */
const MOST_TRACED = 200

/** Records found, the oldest first. */
export interface TracedAnswer {
  readonly records: readonly TracedRecord[]
  /** There are more than were read. */
  readonly more: boolean
}

/**
 * Every record of every procedure that concerns what is asked, by the columns that the procedures declare as traced, and the
 * records that these came from or led to. Records that the person may not see are left out.
 */
export async function recordsConcerning(kernel: Kernel, concern: Concern, actor: Actor): Promise<TracedAnswer> {
  const found = await Promise.all(kernel.registry.procedures.map(item => namedIn(kernel, item, concern)))
  const byRecord = new Map<string, TracedBy>()
  for (const { rows } of found) for (const { id, by } of rows) byRecord.set(id, by)
  const ends = found.flatMap(({ procedure, rows }) => rows.map(({ id }) => ({ procedure, id })))
  const around = await linkedAround(kernel.db, [...byRecord.keys()])
  const records = await namedRecords(kernel, [...ends, ...around.filter(({ id }) => !byRecord.has(id))], actor)
  return {
    records: records.map(record => ({ ...record, by: byRecord.get(record.id) ?? 'link' })),
    more: found.some(({ rows }) => rows.length >= MOST_TRACED),
  }
}

interface FoundIn {
  readonly procedure: string
  readonly rows: readonly { readonly id: string; readonly by: TracedBy }[]
}

/** Ids of one procedure's records, each once, by the nearest of the ways in which it concerns what is asked. */
async function namedIn(kernel: Kernel, { name, record }: Procedure, concern: Concern): Promise<FoundIn> {
  const values: unknown[] = []
  const param = (value: unknown): string => `$${values.push(value)}`
  const parts = isSubject(record)
    ? []
    : (record.traced ?? []).flatMap(traced => conditions(record, traced, concern, param))
  if (parts.length === 0) return { procedure: name, rows: [] }
  const shape = [concern.lots, concern.products, concern.parties, concern.serials].map(ids => (ids?.length ? 1 : 0))
  const { rows } = await kernel.pool.query<{ id: string; by: TracedBy }>({
    // The conditions follow from what is asked for, so that each shape of the question is planned once.
    name: `traced_${name}_${shape.join('')}`,
    text: `SELECT r.id, (ARRAY['lot', 'party', 'product'])[min(found.place)] AS by
     FROM (${parts.join(' UNION ALL ')}) AS found JOIN "${record.table}" AS r ON r.id = found.id
     GROUP BY r.id, r.created_at ORDER BY r.created_at DESC LIMIT ${MOST_TRACED}`,
    values,
  })
  return { procedure: name, rows }
}

/** A lot, a product or a party itself is what is traced, and no record about it. */
const isSubject = ({ traced = [] }: RecordType): boolean =>
  traced.some(({ lot, product, party }) => [lot, product, party].includes('id'))

/** One SELECT for each way in which the rows of a traced table concern what is asked. */
function conditions(
  type: RecordType,
  traced: Traced,
  { lots = [], products = [], parties = [], serials = [] }: Concern,
  param: (value: unknown) => string,
): string[] {
  const table = quoted(traced.table)
  const select = (place: number, condition: string): string =>
    `SELECT t.${quoted(traced.record)} AS id, ${place} AS place FROM ${table} AS t WHERE ${condition}`
  const any = (column: string, ids: readonly string[]): string => `t.${quoted(column)} = ANY(${param(ids)}::uuid[])`
  const unit = (): string =>
    serials.length > 0 && traced.serial ? ` AND ${serialFits(type, traced, serials, param)}` : ''
  const found: string[] = []
  if (traced.lot && lots.length > 0) found.push(select(1, any(traced.lot, lots) + unit()))
  else if (traced.serial && serials.length > 0 && lots.length === 0)
    found.push(select(1, serialNamed(type, traced, serials, param)))
  if (traced.party && parties.length > 0) found.push(select(2, any(traced.party, parties)))
  if (traced.product && products.length > 0)
    found.push(select(3, `${any(traced.product, products)} AND ${namesNoLot(type, traced)}`))
  return found
}

/** A record that names lots concerns those lots alone and not its product as a whole. */
function namesNoLot(type: RecordType, traced: Traced): string {
  const id = `t.${quoted(traced.record)}`
  const lots = (type.traced ?? []).flatMap(({ table, record, lot }) =>
    lot
      ? [
          `NOT EXISTS (SELECT 1 FROM ${quoted(table)} AS o WHERE o.${quoted(record)} = ${id} AND o.${quoted(lot)} IS NOT NULL)`,
        ]
      : [],
  )
  return lots.length > 0 ? lots.join(' AND ') : 'true'
}

/** The row names one of these units, or no unit at all and so the whole lot. */
function serialFits(
  type: RecordType,
  traced: Traced,
  serials: readonly string[],
  param: (value: unknown) => string,
): string {
  const column = `t.${quoted(traced.serial ?? '')}`
  const none = isList(type, traced) ? `coalesce(cardinality(${column}), 0) = 0` : `coalesce(${column}, '') = ''`
  return `(${none} OR ${serialNamed(type, traced, serials, param)})`
}

const serialNamed = (
  type: RecordType,
  traced: Traced,
  serials: readonly string[],
  param: (value: unknown) => string,
): string => {
  const column = `t.${quoted(traced.serial ?? '')}`
  return isList(type, traced) ? `${column} && ${param(serials)}::text[]` : `${column} = ANY(${param(serials)}::text[])`
}

/** Whether the column of serial numbers holds a list, as the row's schema says. */
function isList(type: RecordType, { table, serial = '' }: Traced): boolean {
  const children = Object.values(type.children ?? {})
  const row = table === type.table ? type.row : children.find(child => child.table === table)?.row
  let schema: unknown = row instanceof z.ZodObject ? row.shape[keyOf(serial)] : undefined
  while (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    schema = schema.unwrap()
  return schema instanceof z.ZodArray
}

const quoted = (name: string): string => `"${name}"`

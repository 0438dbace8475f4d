import type { ClientBase } from 'pg'
import { canonical } from './canonical.ts'
import type { JsonObject } from './json.ts'
import type { Registry } from './registry.ts'
import { columnOf, fromRow } from './rows.ts'

/** One thing that is not as the product left it. */
export interface Fault {
  /** `entry` of the trail, `row` of a table, `seal`, or `number` of a series. */
  readonly kind: 'entry' | 'row' | 'seal' | 'number'
  /** The record, by number where it is known, else its chain. */
  readonly record: string
  /** The entry (`#12`), the row (`deadline 3f…`), or the seal that is wrong. */
  readonly at: string
  readonly what: string
}

/** What runs a query. */
export type Reader = Pick<ClientBase, 'query'>

/** Takes what is not as the product left it. */
export type Report = (fault: Fault) => void

/** Tables with the ids that the trail says they hold. */
export type Known = Map<string, Set<string>>

/** A row as its entries leave it, one written over the other. */
export interface FoldedRow {
  readonly table: string
  readonly id: string
  readonly row: Record<string, unknown>
  /** The trail saw it made: columns that were never written must be empty, or as their table sets them. */
  readonly whole: boolean
}

/** A folded row that waits to be compared, with the record that it is reported under. */
export interface PendingRow {
  readonly name: string
  readonly row: FoldedRow
}

/** Rows that are read at once. */
export const BATCH = 2_000

/** Columns that are not journalled because they follow from others. */
const DERIVED = new Set(['searchText'])

/** Reports each journalled row that is gone, or holds something else than its entries left in it. */
export async function compareRows(pool: Reader, pending: readonly PendingRow[], report: Report): Promise<void> {
  for (const [table, list] of Map.groupBy(pending, item => item.row.table)) {
    const { rows } = await pool.query(`SELECT * FROM "${table}" WHERE id = ANY($1::uuid[])`, [
      list.map(item => item.row.id),
    ])
    const actual = new Map(rows.map(row => [row.id as string, fromRow<Record<string, unknown>>(row)]))
    const defaults = await defaultsOf(pool, table)
    for (const { name, row } of list) {
      const at = `${table} ${row.id}`
      const is = actual.get(row.id)
      if (!is) report({ kind: 'row', record: name, at, what: 'the row is gone' })
      else
        for (const field of differing({ ...row, row: { ...(row.whole && defaults), ...row.row } }, is))
          report({ kind: 'row', record: name, at, what: `column ${columnOf(field)} is not as the trail left it` })
    }
  }
}

/**
 * What a table gives to columns that nobody wrote: a later version of the product may have added them to rows that were there.
 * Whoever may change such a column's default may change the schema, which the migrations would show.
 */
async function defaultsOf(pool: Reader, table: string): Promise<Record<string, unknown>> {
  const { rows: columns } = await pool.query<{ name: string; value: string }>(
    `SELECT a.attname AS name, pg_get_expr(d.adbin, d.adrelid) AS value FROM pg_attrdef d
     JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
     WHERE d.adrelid = to_regclass(quote_ident($1)) AND a.attgenerated = '' AND a.attidentity = ''`,
    [table],
  )
  if (columns.length === 0) return {}
  const { rows } = await pool.query(`SELECT ${columns.map(({ name, value }) => `${value} AS "${name}"`).join(', ')}`)
  return fromRow(rows[0])
}

/** Columns whose value differs from what the trail says; columns that were never written must be empty. */
function differing(expected: Pick<FoldedRow, 'row' | 'whole'>, is: Record<string, unknown>): string[] {
  const fields = expected.whole ? Object.keys(is) : Object.keys(expected.row)
  return fields.filter(field => {
    if (DERIVED.has(field)) return false
    return canonical(plain(expected.row[field])) !== canonical(plain(is[field]))
  })
}

const plain = (value: unknown): JsonObject[string] => JSON.parse(JSON.stringify(value ?? null))

/** Tables of records and their children: every row in them must have been journalled. */
export async function verifyNothingAdded(
  pool: Reader,
  registry: Registry,
  known: Known,
  report: Report,
): Promise<void> {
  const tables = new Set([...known.keys(), ...KERNEL_TABLES])
  for (const { record } of registry.procedures) {
    tables.add(record.table)
    for (const child of Object.values(record.children ?? {})) tables.add(child.table)
  }
  for (const table of tables) {
    const ids = known.get(table) ?? new Set()
    for await (const row of allRows(pool, table))
      if (!ids.has(row.id) && (table !== 'attachment' || row.record_id !== null))
        report({
          kind: 'row',
          record: row.number ?? row.record_id ?? table,
          at: `${table} ${row.id}`,
          what: 'the row was added behind the product: the trail knows nothing of it',
        })
  }
}

/** Tables of the kernel into which steps write, whether or not one ever did. An attachment counts once it has a record. */
const KERNEL_TABLES = [
  'deadline',
  'sign_off',
  'signature',
  'correction',
  'link',
  'attachment',
  'late_entry',
  'record_edition',
  'disposed_record',
] as const

interface AnyRow {
  readonly id: string
  readonly number?: string
  readonly record_id?: string | null
}

async function* allRows(pool: Reader, table: string): AsyncGenerator<AnyRow> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await pool.query(`SELECT * FROM "${table}" WHERE id > $1 ORDER BY id LIMIT $2`, [after, BATCH])
    yield* rows as AnyRow[]
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}

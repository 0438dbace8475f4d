import type { ClientBase, QueryResult } from 'pg'
import type { JsonObject } from './json.ts'

const columnNames = new Map<string, string>()

/** `receivedAt` → `received_at`. */
export function columnOf(key: string): string {
  let column = columnNames.get(key)
  if (column === undefined) {
    column = key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
    columnNames.set(key, column)
  }
  return column
}

const keyNames = new Map<string, string>()

/** `received_at` → `receivedAt`. */
export function keyOf(column: string): string {
  let key = keyNames.get(column)
  if (key === undefined) {
    key = column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    keyNames.set(column, key)
  }
  return key
}

/** A database row with camelCase keys; values inside JSON columns are data and stay as they are. */
export function fromRow<Row>(row: Record<string, unknown>): Row {
  const result: Record<string, unknown> = {}
  for (const column in row) result[keyOf(column)] = row[column]
  return result as Row
}

const quoted = (name: string): string => `"${name}"`

/** Inserts one row; see {@link insertRows}. */
export const insertRow = (client: ClientBase, table: string, row: JsonObject): Promise<QueryResult> =>
  insertRows(client, table, [row])

/**
 * Inserts rows that have the same columns, in one statement. PostgreSQL itself converts each value by the column's type
 * (`jsonb_populate_recordset`), so that arrays, JSON and instants need no knowledge of the column here. The statement is
 * prepared once per set of columns.
 */
export function insertRows(client: ClientBase, table: string, rows: readonly JsonObject[]): Promise<QueryResult> {
  const columns = Object.keys(rows[0] ?? {}).map(columnOf)
  const list = columns.map(quoted).join(', ')
  return client.query({
    name: statementName('insert', table, columns),
    text: `INSERT INTO ${quoted(table)} (${list}) SELECT ${list} FROM jsonb_populate_recordset(NULL::${quoted(table)}, $1::jsonb)`,
    values: [JSON.stringify(rows.map(snake))],
  })
}

/** Changes the row with this id; answers how many rows there were (0 or 1). */
export function updateRow(client: ClientBase, table: string, id: string, set: JsonObject): Promise<QueryResult> {
  const columns = Object.keys(set).map(columnOf)
  const list = columns.map(quoted).join(', ')
  return client.query({
    name: statementName('update', table, columns),
    text: `UPDATE ${quoted(table)} SET (${list}) = (SELECT ${list} FROM jsonb_populate_record(NULL::${quoted(table)}, $2::jsonb)) WHERE id = $1`,
    values: [id, JSON.stringify(snake(set))],
  })
}

function snake(row: JsonObject): JsonObject {
  const columns: Record<string, JsonObject[string]> = {}
  for (const key in row) columns[columnOf(key)] = row[key] as JsonObject[string]
  return columns
}

const names = new Map<string, string>()

function statementName(act: string, table: string, columns: readonly string[]): string {
  const wanted = `${act} ${table} ${columns.join(' ')}`
  let name = names.get(wanted)
  if (!name) {
    name = `${act}_${table}_${names.size}`
    names.set(wanted, name)
  }
  return name
}

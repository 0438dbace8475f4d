import type { ClientBase, QueryResult } from 'pg'
import type { JsonObject } from './json.ts'

/** `receivedAt` → `received_at`. */
export const columnOf = (key: string): string => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** `received_at` → `receivedAt`. */
export const keyOf = (column: string): string =>
  column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** A database row with camelCase keys; values inside JSON columns are data and stay as they are. */
export function fromRow<Row>(row: Record<string, unknown>): Row {
  const result: Record<string, unknown> = {}
  for (const column in row) result[keyOf(column)] = row[column]
  return result as Row
}

const quoted = (name: string): string => `"${name}"`

/**
 * Inserts one row. PostgreSQL itself converts each value by the column's type (`jsonb_populate_record`), so that arrays,
 * JSON and instants need no knowledge of the column here. The statement is prepared once per set of columns.
 */
export function insertRow(client: ClientBase, table: string, row: JsonObject): Promise<QueryResult> {
  const columns = Object.keys(row).map(columnOf)
  const list = columns.map(quoted).join(', ')
  return client.query({
    name: statementName('insert', table, columns),
    text: `INSERT INTO ${quoted(table)} (${list}) SELECT ${list} FROM jsonb_populate_record(NULL::${quoted(table)}, $1::jsonb)`,
    values: [JSON.stringify(snake(row))],
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

const snake = (row: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value]))

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

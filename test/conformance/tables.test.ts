/** Each table is its zod row: neither can drift. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { columnOf } from '../../src/kernel/rows.ts'
import { procedures } from '../../src/procedures/index.ts'
import { type TestDatabase, testDatabase } from '../postgres.ts'

let database: TestDatabase
let columns: Map<string, Map<string, boolean>>

beforeAll(async () => {
  database = await testDatabase()
  const { rows } = await database.adminPool.query(
    `SELECT table_name, column_name, is_nullable = 'YES' AS nullable FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  columns = new Map()
  for (const row of rows) {
    const table = columns.get(row.table_name) ?? new Map<string, boolean>()
    columns.set(row.table_name, table.set(row.column_name, row.nullable))
  }
})
afterAll(() => database.drop())

const tables = procedures.flatMap(({ record }) => [
  { table: record.table, row: record.row as z.ZodType, search: true },
  ...Object.values(record.children ?? {}).map(child => ({ table: child.table, row: child.row, search: false })),
])

test.each(tables.map(item => [item.table, item] as const))('%s', (_, { table, row, search }) => {
  if (!(row instanceof z.ZodObject)) throw new Error(`${table}: its row is no object schema`)
  const actual = columns.get(table)
  expect(actual, `the table ${table}`).toBeTruthy()
  const declared = Object.keys(row.shape).map(columnOf)
  expect([...(actual?.keys() ?? [])].filter(column => !(search && column === 'search_text')).sort()).toEqual(
    declared.sort(),
  )
  const nullable = Object.entries(row.shape as Record<string, z.ZodType>).filter(
    ([, schema]) => schema.safeParse(null).success,
  )
  const required = nullable.filter(([key]) => actual?.get(columnOf(key)) === false).map(([key]) => key)
  expect(required, 'nullable in the row, NOT NULL in the table').toEqual([])
})

import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres.ts'
import { dumpSchema } from './dump-schema.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('docs/schema.sql is what the schema files make (else: npm run schema)', async () => {
  expect(await dumpSchema(database.adminPool)).toBe(
    await readFile(new URL('../../../docs/schema.sql', import.meta.url), 'utf8'),
  )
})

test('an added column, constraint, index, trigger or right shows in the dump', async () => {
  let before = await dumpSchema(database.adminPool)
  for (const change of [
    'create table extra (id integer primary key)',
    `alter table extra add column note text default ''`,
    'alter table extra add constraint extra_positive check (id > 0)',
    'create index extra_note on extra (note)',
    'create trigger extra_is_append_only before delete on extra for each row execute function refuse_change()',
    'grant select on extra to bihuan_app',
  ]) {
    await database.adminPool.query(change)
    const after = await dumpSchema(database.adminPool)
    expect(after).not.toBe(before)
    before = after
  }
})

test('the application may not change or remove the trail, the seals, the signatures and the corrections', async () => {
  for (const table of ['trail', 'seal', 'signature', 'correction']) {
    for (const right of ['update', 'delete', 'truncate']) {
      const { rows } = await database.pool.query('select has_table_privilege($1, $2) as may', [table, right])
      expect({ table, right, ...rows[0] }).toEqual({ table, right, may: false })
    }
  }
})

import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres.ts'
import { dumpSchema } from './dump-schema.ts'
import { inDependencyOrder, migrate, type SchemaSource } from './migrate.ts'

const fixture = (name: string): URL => new URL(`./fixtures/${name}/`, import.meta.url)
const notes: SchemaSource = { procedure: 'notes', folder: fixture('notes') }
const labels: SchemaSource = { procedure: 'labels', dependsOn: ['notes'], folder: fixture('labels') }

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await testDatabase({ empty: true })
  folder = await mkdtemp(join(tmpdir(), 'bihuan-migrate-'))
  await cp(fixture('notes'), folder, { recursive: true })
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})
const copied = (): SchemaSource => ({ procedure: 'notes', folder: pathToFileURL(folder) })

describe('migrations', () => {
  test('run in the order of dependencies and numbers, and twice does nothing', async () => {
    const first = await migrate(database.adminPool, [labels, notes])
    expect(first.map(file => `${file.procedure}/${file.name}`)).toEqual([
      'notes/001_notes.sql',
      'notes/002_note_author.sql',
      'labels/001_label.sql',
    ])
    const before = await dumpSchema(database.adminPool)
    expect(await migrate(database.adminPool, [notes, labels])).toEqual([])
    expect(await dumpSchema(database.adminPool)).toBe(before)
  })

  test('started by two processes at once are applied once', async () => {
    const applied = await Promise.all([
      migrate(database.adminPool, [notes, labels]),
      migrate(database.adminPool, [notes, labels]),
    ])
    expect(applied.map(files => files.length).sort()).toEqual([0, 3])
  })

  test('refuse a file that was changed after it had been applied', async () => {
    await migrate(database.adminPool, [copied()])
    await writeFile(join(folder, '001_notes.sql'), 'CREATE TABLE note (id bigint PRIMARY KEY);')
    await expect(migrate(database.adminPool, [copied()])).rejects.toThrow(
      'notes/001_notes.sql was changed after it had been applied. Restore the file',
    )
  })

  test('refuse a database that knows a file which this version does not', async () => {
    await migrate(database.adminPool, [copied()])
    await rm(join(folder, '002_note_author.sql'))
    await expect(migrate(database.adminPool, [copied()])).rejects.toThrow('which this version does not know')
  })

  test('that fail leave the database as it was before that file', async () => {
    await writeFile(join(folder, '003_broken.sql'), 'CREATE TABLE half (id integer); SELECT 1 / 0;')
    await expect(migrate(database.adminPool, [copied()])).rejects.toThrow(
      'notes/003_broken.sql failed: division by zero',
    )
    const { rows } = await database.adminPool.query(
      `select to_regclass('half') as half, (select count(*) from schema_migration) as applied`,
    )
    expect(rows).toEqual([{ half: null, applied: 2 }])
  })

  test('refuse files without a number and two files with the same one', async () => {
    await writeFile(join(folder, '002_twin.sql'), 'SELECT 1;')
    await expect(migrate(database.adminPool, [copied()])).rejects.toThrow('002_note_author.sql has the same number')
    await rm(join(folder, '002_twin.sql'))
    await writeFile(join(folder, 'unnumbered.sql'), 'SELECT 1;')
    await expect(migrate(database.adminPool, [copied()])).rejects.toThrow('unnumbered.sql of notes is misnamed')
  })

  test('refuse a ring and an unknown dependency', () => {
    expect(() => inDependencyOrder([{ ...notes, dependsOn: ['labels'] }, labels])).toThrow('notes → labels → notes')
    expect(() => inDependencyOrder([labels])).toThrow('labels depends on notes, which does not exist')
  })
})

describe('rights of the application role', () => {
  test('end at append-only tables, at the history of the schema, and where a file says so', async () => {
    await migrate(database.adminPool, [notes, labels])
    const run = (sql: string) => database.pool.query(sql)
    await run(`insert into note (id, body) values (1, 'a')`)
    await run(`update note set body = 'b'`)
    await run(`insert into journal (line) values ('one')`)
    await expect(run(`update journal set line = 'two'`)).rejects.toThrow(/permission denied/)
    await expect(run('truncate journal')).rejects.toThrow(/permission denied/)
    await expect(run(`insert into label values (1, 'x')`)).rejects.toThrow(/permission denied/)
    await expect(run(`delete from schema_migration`)).rejects.toThrow(/permission denied/)
    await expect(run('create table mine (id integer)')).rejects.toThrow(/permission denied/)
    await run('delete from note')
  })

  test('cannot stop the triggers: the owner is refused as well', async () => {
    await migrate(database.adminPool, [notes])
    await database.pool.query(`insert into journal (line) values ('one')`)
    await expect(database.adminPool.query('delete from journal')).rejects.toThrow('journal is append-only')
    await expect(database.pool.query(`set session_replication_role = replica`)).rejects.toThrow(/permission denied/)
  })
})

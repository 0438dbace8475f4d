import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open-database.ts'

let given: TestDatabase
beforeAll(async () => {
  given = await testDatabase({ empty: true })
  await migrate(given.adminPool, [{ procedure: 'notes', folder: new URL('./fixtures/notes/', import.meta.url) }])
})
afterAll(() => given.drop())

describe('a PostgreSQL given by DATABASE_URL', () => {
  test('is used as the application role where the log-in may take it', async () => {
    const database = await openDatabase({ databaseUrl: given.superuserUrl })
    try {
      expect(database.restricted).toBe(true)
      const { rows } = await database.pool.query('select current_user')
      expect(rows).toEqual([{ current_user: 'bihuan_app' }])
      await expect(database.pool.query(`delete from journal`)).rejects.toThrow(/permission denied/)
    } finally {
      await database.stop()
    }
  })

  test('is used with triggers alone where the log-in may not, and that is said', async () => {
    const said: string[] = []
    const database = await openDatabase({ databaseUrl: given.adminUrl, log: sentence => said.push(sentence) })
    try {
      expect(database.restricted).toBe(false)
      expect(said.join()).toContain('triggers alone')
      await database.pool.query(`insert into journal (line) values ('one')`)
      await expect(database.pool.query(`delete from journal`)).rejects.toThrow(/append-only/)
    } finally {
      await database.stop()
    }
  })

  test('that cannot be reached is named without its password', async () => {
    const opening = openDatabase({ databaseUrl: 'postgres://someone:secret@127.0.0.1:1/nowhere' })
    await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/nowhere.*cannot be reached/)
    await expect(opening).rejects.not.toThrow(/secret/)
  })
})

describe('values', () => {
  test('come back as instants, days and numbers, also in arrays', async () => {
    const { rows } = await given.pool.query(`select
      timestamptz '2026-03-01 08:00:00.1239+08' as instant, timestamptz '2026-03-01 00:00Z' as whole_second,
      date '2026-03-01' as day, 42::bigint as big, 1.50::numeric as exact, null::timestamptz as nothing,
      array[date '2026-03-01', null] as days, array[timestamptz '2026-03-01 00:00Z'] as instants, array[7::bigint] as bigs`)
    expect(rows[0]).toEqual({
      instant: '2026-03-01T00:00:00.123Z',
      whole_second: '2026-03-01T00:00:00.000Z',
      day: '2026-03-01',
      big: 42,
      exact: 1.5,
      nothing: null,
      days: ['2026-03-01', null],
      instants: ['2026-03-01T00:00:00.000Z'],
      bigs: [7],
    })
  })

  test('are instants in UTC whatever the time zone of the session', async () => {
    const client = await given.adminPool.connect()
    try {
      await client.query(`set time zone 'Asia/Shanghai'`)
      const { rows } = await client.query(`select timestamptz '2026-03-01 00:00Z' as at`)
      expect(rows[0].at).toBe('2026-03-01T00:00:00.000Z')
    } finally {
      client.release(true)
    }
  })

  test('too large for an exact number are an error, not a wrong number', async () => {
    await expect(given.pool.query('select 9007199254740993::bigint as n')).rejects.toThrow(/too large/)
  })
})

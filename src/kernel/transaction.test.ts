import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres.ts'
import type { Kernel } from './kernel.ts'
import { inTransaction, ofOneRecord } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ empty: true })
  await database.superuserPool.query('CREATE TABLE mark (word text PRIMARY KEY)')
  await database.superuserPool.query('GRANT ALL ON mark TO public')
})
afterAll(() => database.drop())
beforeEach(() => database.superuserPool.query('DELETE FROM mark'))

const words = async (): Promise<string[]> =>
  (await database.pool.query('SELECT word FROM mark ORDER BY word')).rows.map(row => row.word)

describe('writes that leave with COMMIT', () => {
  const insert = 'INSERT INTO mark VALUES ($1)'

  test('are committed with the others', async () => {
    const value = await inTransaction(
      database.pool,
      async client => (await client.query(insert, ['first'])).rowCount,
      (client, count) => client.query(insert, [`last of ${(count ?? 0) + 1}`]),
    )
    expect(value).toBe(1)
    expect(await words()).toEqual(['first', 'last of 2'])
  })

  test('take everything back when one of them fails', async () => {
    const twice = inTransaction(
      database.pool,
      client => client.query(insert, ['first']),
      client => client.query(insert, ['first']),
    )
    await expect(twice).rejects.toMatchObject({ code: '23505' })
    expect(await words()).toEqual([])
  })
})

describe('reads of one record', () => {
  /** Reads on the only connection of a pool, as pages do. */
  const onOnly = async <T>(ask: (kernel: Kernel) => Promise<T>): Promise<T> =>
    ofOneRecord({ pool: database.superuserPool } as unknown as Kernel, ask)
  const plans = () =>
    database.superuserPool.query<{ statement: string; generic_plans: number }>(
      `SELECT statement, generic_plans::int FROM pg_prepared_statements WHERE name LIKE 'read_%'`,
    )

  test('are planned once when they come again, and only then', async () => {
    const often = (word: string) =>
      onOnly(async kernel => (await kernel.pool.query('SELECT $1::text AS said', [word])).rows[0].said)
    await onOnly(kernel => kernel.pool.query('SELECT $1::text AS once', ['x']))
    expect([await often('a'), await often('b'), await often('c'), await often('d')]).toEqual(['a', 'b', 'c', 'd'])
    expect((await plans()).rows).toEqual([{ statement: 'SELECT $1::text AS said', generic_plans: 2 }])
  })

  test('leave the connection as it was, also when they fail', async () => {
    await expect(onOnly(kernel => kernel.pool.query('SELECT $1::int', ['no number']))).rejects.toMatchObject({
      code: '22P02',
    })
    const { rows } = await database.superuserPool.query(
      `SELECT current_setting('plan_cache_mode') AS plans, current_setting('enable_seqscan') AS scans`,
    )
    expect(rows).toEqual([{ plans: 'auto', scans: 'on' }])
  })
})

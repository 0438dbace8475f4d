import { Socket } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase({ empty: true })
})
afterAll(() => database.drop())

test('statements that several promises ask for at once leave in one packet, in their order', async () => {
  const client = await database.pool.connect()
  try {
    await client.query('CREATE TEMPORARY SEQUENCE turn')
    const single = vi.spyOn(Socket.prototype, '_write')
    const gathered = vi.spyOn(Socket.prototype as unknown as { _writev: () => void }, '_writev')
    const ask = async (word: string): Promise<string> => {
      await Promise.resolve()
      const { rows } = await client.query(`SELECT $1::text || nextval('turn') AS said`, [word])
      return rows[0].said
    }
    expect(await Promise.all([ask('a'), ask('b'), ask('c')])).toEqual(['a1', 'b2', 'c3'])
    expect([single.mock.calls.length, gathered.mock.calls.length]).toEqual([0, 1])
  } finally {
    vi.restoreAllMocks()
    client.release()
  }
})

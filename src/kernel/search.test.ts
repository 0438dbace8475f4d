/** The search over everything among many records. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { parcels, TOY_SCHEMA } from '../../test/toy/toy.ts'
import { searchAll } from './search.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([parcels], { schema: TOY_SCHEMA })
  const words = `CASE n WHEN 5100 THEN '唯一的琥珀' ELSE '输液泵报警' END`
  await world.database.adminPool.query(
    `INSERT INTO parcel (id, number, state, version, site_id, created_at, created_by, updated_at, search_text, title)
     SELECT gen_random_uuid(), 'P-' || n, 'open', 1, $1, now() - n * interval '1 hour', $1, now(), ${words}, ${words}
     FROM generate_series(1, 5100) AS n`,
    [world.siteId],
  )
})
afterAll(() => world.drop())

const numbers = async (term: string) =>
  (await searchAll(world.kernel, term, world.as('warehouse'))).map(({ number }) => number)

test('of a word that many records hold the youngest are found, in their order', async () => {
  expect(await numbers('报警')).toEqual(['P-1', 'P-2', 'P-3', 'P-4', 'P-5', 'P-6'])
})

test('a word that only the oldest of many records holds is found too', async () => {
  expect(await numbers('琥珀')).toEqual(['P-5100'])
  expect(await numbers('唯一 琥珀')).toEqual(['P-5100'])
})

test('what no record holds is not found', async () => {
  expect(await numbers('琥珀报警')).toEqual([])
})

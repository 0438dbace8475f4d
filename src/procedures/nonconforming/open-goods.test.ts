/** Which goods a complaint waits for, however they came out of it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../../test/given.ts'
import { type TestDatabase, testDatabase } from '../../../test/postgres.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { insertRow } from '../../kernel/rows.ts'
import { someNonconforming } from './nonconforming.example.ts'
import type { NonconformingRow } from './nonconforming.ts'
import { queries } from './queries.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await settle(database.db, {
    site,
    parties: Object.values(parties),
    products: Object.values(products),
    lots: Object.values(lots),
    deliveries: [],
    warehouses: Object.values(warehouses),
  })
})
afterAll(() => database.drop())

const complaint = idOf('complaint')

async function goods(name: string, over: Partial<NonconformingRow>): Promise<void> {
  const { supplierId: _, ...row } = someNonconforming({
    id: idOf(name),
    number: name,
    siteId: site.id,
    lotId: lots.infusionSet.id,
    productId: products.infusionSet.id,
    ...over,
  })
  const client = await database.adminPool.connect()
  try {
    await insertRow(client, 'nonconforming', { ...row, supplierId: null, searchText: name })
  } finally {
    client.release()
  }
}

const link = (from: string, to: string, kind: string) =>
  database.adminPool.query(
    `INSERT INTO link (id, from_procedure, from_id, to_procedure, to_id, kind, at)
     VALUES (gen_random_uuid(), 'from', $1, 'to', $2, $3, now())`,
    [idOf(from), idOf(to), kind],
  )

const held = async (id: string) =>
  ((await queries.facts.openGoods.read(database.db, [id])).get(id) ?? []).map(item => item.number)

test('goods are found along what was started, behind what names the complaint, and by their cause', async () => {
  await goods('BH-A', {})
  await link('complaint', 'stop-sale', 'hold')
  await link('stop-sale', 'BH-A', 'nonconforming')
  await goods('BH-B', {})
  await link('return', 'complaint', 'complaint')
  await link('return', 'BH-B', 'nonconforming')
  await goods('BH-C', { causeProcedure: 'stop-sale', causeId: idOf('stop-sale'), causeNumber: 'TS' })
  expect(await held(complaint)).toEqual(['BH-A', 'BH-B', 'BH-C'])
})

test('goods that only wait for their destruction hold nothing, nor do those of another complaint', async () => {
  await goods('BH-D', { state: 'awaiting-destruction', causeId: complaint })
  await goods('BH-E', { causeId: idOf('another complaint') })
  await link('return', 'another complaint', 'complaint')
  expect(await held(complaint)).toEqual(['BH-A', 'BH-B', 'BH-C'])
  expect(await held(idOf('another complaint'))).toEqual(['BH-B', 'BH-E'])
})

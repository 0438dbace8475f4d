import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/postgres.ts'
import { lots, parties, products, settle, site } from '../../test/world.ts'
import { bigrams } from '../kernel/substring.ts'
import { buyersOfLot, deliveriesToParty, unitsDelivered } from './find-delivery.ts'
import { findParties } from './find-party.ts'
import { findProducts, lotByNumber, lotsOfProduct, productByUdiDi } from './find-product.ts'
import { lotRow } from './lot.ts'
import { partyRow } from './party.ts'
import { productRow } from './product.ts'
import { siteRow } from './site.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await testDatabase()
  await settle(database.db)
})
afterAll(() => database?.drop())

const names = async (term: string, as?: Parameters<typeof findParties>[2]) =>
  (await findParties(database.db, term, as)).map(party => party.name)

describe('finding a customer', () => {
  test('by two characters of the name', async () => {
    expect(await names('伊洛')).toEqual([parties.countyHospital.name])
  })

  test('names that begin with the term come first', async () => {
    expect(await names('郑州')).toEqual([parties.localHospital.name, parties.dealer.name])
    expect((await names('医'))[0]).toBe(parties.remoteHospital.name)
  })

  test('by pinyin initials and by whole pinyin', async () => {
    expect(await names('zzjsh')).toEqual([parties.localHospital.name])
    expect(await names('luoyang')).toEqual([parties.remoteHospital.name])
  })

  test.each(['0371-1055 0104', '10550104', '+86 371 10550104'])('by telephone %s', async phone => {
    expect(await names(phone)).toEqual([parties.dealer.name])
  })

  test('by the telephone of a contact person', async () => {
    expect(await names('142-0379-0103')).toEqual([parties.remoteHospital.name])
  })

  test('several words must all occur', async () => {
    expect(await names('郑州 销售')).toEqual([parties.dealer.name])
    expect(await names('洛阳 销售')).toEqual([])
  })

  test('a blank term, a percent sign and an unknown name find nothing', async () => {
    expect(await names('  ')).toEqual([])
    expect(await names('%')).toEqual([])
    expect(await names('上海')).toEqual([])
  })

  test('makers are found as makers only', async () => {
    expect(await names('衡泽')).toEqual([])
    expect(await names('衡泽', 'manufacturer')).toEqual([parties.pumpMaker.name])
    expect(await names('衡泽', 'supplier')).toEqual([parties.pumpMaker.name])
    expect(await names('沐澄', 'supplier')).toEqual([])
  })
})

describe('finding a product', () => {
  test.each([
    ['输液', ['一次性使用输液器 带针', '输液泵']],
    ['hz-ip', ['输液泵']],
    ['sybeng', []],
    ['syb', ['输液泵']],
    ['20203130726', ['金属接骨板']],
    ['MA.156.M0.9999', ['金属接骨板']],
    ['江苏沐澄 血压', ['电子血压计']],
  ])('%s finds %j', async (term, found) => {
    const names = (await findProducts(database.db, term)).map(product => product.name)
    expect(names.toSorted()).toEqual(found)
  })

  test('the name that begins with the term comes first', async () => {
    expect((await findProducts(database.db, '输液'))[0]?.name).toBe('输液泵')
  })

  test('by UDI-DI, also when the leading zero was dropped', async () => {
    const di = products.infusionSet.udiDi as string
    expect((await productByUdiDi(database.db, di))?.id).toBe(products.infusionSet.id)
    expect((await productByUdiDi(database.db, di.slice(1)))?.manufacturer).toBe(parties.goodsMaker.name)
    expect(await productByUdiDi(database.db, '00000000000000')).toBeUndefined()
  })
})

describe('lots and deliveries', () => {
  test('lots of a product, the youngest first, by the beginning of their number', async () => {
    const all = await lotsOfProduct(database.db, products.infusionSet.id)
    expect(all.map(lot => lot.lotNo)).toEqual(['20260301', '20230301'])
    const young = await lotsOfProduct(database.db, products.infusionSet.id, '2026')
    expect(young.map(lot => lot.expiresOn)).toEqual(['2029-02-28'])
    expect((await lotByNumber(database.db, products.infusionSet.id, ' 20230301 '))?.id).toBe(lots.expiredSet.id)
    expect(await lotByNumber(database.db, products.pump.id, '20230301')).toBeUndefined()
  })

  test('deliveries of a lot to a customer', async () => {
    const found = await deliveriesToParty(database.db, parties.localHospital.id, { lotId: lots.infusionSet.id })
    expect(found).toMatchObject([{ number: 'SH20260402-001', deliveredOn: '2026-04-02', quantity: 300 }])
    const all = await deliveriesToParty(database.db, parties.localHospital.id)
    expect(all.map(delivery => delivery.number)).toEqual(['SH20260402-001', 'SH20260318-001', 'SH20250610-001'])
  })

  test('everyone who received a lot', async () => {
    const buyers = await buyersOfLot(database.db, lots.pump.id)
    expect(buyers.map(buyer => [buyer.name, buyer.quantity, buyer.lastDeliveredOn])).toEqual([
      [parties.remoteHospital.name, 8, '2026-03-20'],
      [parties.localHospital.name, 4, '2026-03-18'],
    ])
  })

  test('units delivered between two days, both included', async () => {
    const units = await unitsDelivered(database.db, '2026-04-02', '2026-04-15')
    expect(new Map(units.map(row => [row.productId, row.quantity]))).toEqual(
      new Map([
        [products.infusionSet.id, 1300],
        [products.pressureMonitor.id, 30],
      ]),
    )
  })
})

describe('the tables', () => {
  test('hold what the schemas say', async () => {
    const read = (table: string) => database.db.selectFrom(table).selectAll().execute()
    expect(siteRow.parse((await read('site'))[0])).toEqual(site)
    for (const row of await read('party')) partyRow.parse(row)
    for (const row of await read('product')) productRow.parse(row)
    for (const row of await read('lot')) lotRow.parse(row)
  })

  test('the SQL function makes the same pairs as the code', async () => {
    const term = 'hz-ip500 输液泵输液 jhyy a1泵'
    const { rows } = await sql<{ pairs: string[] }>`select bigrams(${term}) as pairs`.execute(database.db)
    expect(rows[0]?.pairs.toSorted()).toEqual(bigrams(term).toSorted())
  })
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../test/kernel.ts'
import { settle, site } from '../../test/world.ts'
import { searchAll } from '../kernel/search.ts'
import { procedures } from '../procedures/index.ts'
import { refreshSearch } from './refresh-search.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel(procedures)
  const { siteId } = world
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: [],
    products: [],
    lots: [],
    deliveries: [],
  })
  await world.does('quality', 'party.register', {
    input: {
      name: '郑州市金水河湾医院',
      isCustomer: true,
      customerKind: 'hospital',
      isSupplier: false,
      isManufacturer: false,
    },
  })
})
afterAll(() => world.drop())

const found = async (term: string) =>
  (await searchAll(world.kernel, term, world.as('quality'))).map(({ procedure, title }) => `${procedure} ${title}`)

test.each([
  ['金水', 'two characters anywhere'],
  ['zzsjshwyy', 'the initials of the whole name'],
  ['jshw', 'initials of a part'],
  ['JSHW', 'capital letters'],
  ['金水 医院', 'two words'],
])('finds a customer by %s: %s', async term => {
  expect(await found(term)).toEqual(['party 郑州市金水河湾医院'])
})

test.each(['河', '', '  ', '不存在的医院', "'; drop table party; --", '%%', '__'])(
  'finds nothing by %j',
  async term => {
    expect(await found(term)).toEqual([])
  },
)

test('records of before the initials are found once they were gone through, and only then', async () => {
  const { superuserPool } = world.database
  await superuserPool.query(`update party set search_text = '郑州市金水河湾医院'`)
  expect(await found('jshw')).toEqual([])
  expect(await refreshSearch(world.kernel)).toBeGreaterThan(0)
  expect(await found('jshw')).toEqual(['party 郑州市金水河湾医院'])
  expect(await found('zjg')).toEqual(['person 周建国'])
  await superuserPool.query(`update party set search_text = ''`)
  expect(await refreshSearch(world.kernel)).toBe(0)
})

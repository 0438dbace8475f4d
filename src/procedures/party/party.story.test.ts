import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { settle, site } from '../../../test/world.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { findParties } from '../../vocabulary/find-party.ts'
import type { PartyRow } from '../../vocabulary/party.ts'
import { party } from './procedure.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([party])
  const { siteId } = world
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: [],
    products: [],
    lots: [],
    deliveries: [],
  })
})
afterAll(() => world.drop())

const hospital = {
  name: '郑州金水河湾医院',
  isCustomer: true,
  customerKind: 'hospital',
  province: '河南省',
  city: '郑州市',
  regionCode: '410105',
  phones: ['0371-10550101'],
  contacts: [{ name: '刘慧敏', title: '设备科科长', phone: '142 0371 0101' }],
  licences: [{ kind: 'practice', number: 'PDY10001', validUntil: '2026-10-31' }],
}

test('a hospital is registered, found, corrected, locked and brought back', async () => {
  const { does, refused, kernel } = world
  const made = await does('quality', 'party.register', { input: hospital })
  const on = made.record.id
  expect(made.record).toMatchObject({ number: 'DW-2026-00001', state: 'active', locality: 'local' })
  for (const term of ['河湾', 'zzjs', '14203710101', '0371 1055'])
    expect(
      (await findParties(kernel.db, term)).map(row => row.id),
      term,
    ).toEqual([on])
  const twice = await refused('quality', 'party.register', { input: hospital })
  expect(twice[0]?.sentence.zh).toContain('DW-2026-00001')
  expect((await refused('administrator', 'party.register', { input: hospital }))[0]?.clause).toBe('PT-keepers')

  await does('quality-head', 'party.decide-locality', { on, input: { locality: 'out-of-town', reason: '院区在洛阳' } })
  await does('quality', 'party.change', { on, input: { ...hospital, phones: ['0371-10550199'], reason: '电话变更' } })
  const page = await recordPage(kernel, party, on, world.as('sales'))
  expect((page.record as PartyRow).locality).toBe('out-of-town')
  expect(page.corrections).toMatchObject([
    { field: 'locality', was: 'local', now: 'out-of-town', byName: '李红梅' },
    { field: 'phones', was: ['0371-10550101'], now: ['0371-10550199'] },
  ])
  expect(page.view.notices?.[0]?.text.zh).toContain('2026-10-31 到期')
  expect(page.can['party.change']?.code).toBe('role')
  expect((await findParties(kernel.db, '10550199')).map(row => row.id)).toEqual([on])

  await does('quality', 'party.deactivate', { on, input: { reason: '许可证到期' } })
  expect(await findParties(kernel.db, '河湾')).toEqual([])
  await does('quality', 'party.reactivate', { on, input: { reason: '已换证' } })
  expect(await findParties(kernel.db, '河湾')).toHaveLength(1)
})

test('private people may share a name, and the register filters and searches', async () => {
  const { does, kernel } = world
  const consumer = { name: '王桂英', isCustomer: true, customerKind: 'consumer', city: '郑州市' }
  await does('quality', 'party.register', { input: consumer })
  await does('quality', 'party.register', { input: { ...consumer, city: '洛阳市' } })
  const [ledger] = party.ledgers
  if (!ledger) throw new Error('no register')
  const rows = async (ask: object) => (await readLedger(kernel, party, ledger, ask, world.as('sales'))).rows
  expect(await rows({ filter: { customerKind: ['consumer'] } })).toHaveLength(2)
  expect(await rows({ filter: { locality: ['out-of-town'], isSupplier: ['false'] }, search: '桂英' })).toHaveLength(1)
})

test('of two who register the same name at once, one is refused', async () => {
  const input = { name: '河南衡泽医疗科技有限公司', isManufacturer: true, isSupplier: true, city: '新乡市' }
  const results = await Promise.allSettled([
    world.does('quality', 'party.register', { input }),
    world.does('quality-2', 'party.register', { input }),
  ])
  expect(results.map(result => result.status).sort()).toEqual(['fulfilled', 'rejected'])
})

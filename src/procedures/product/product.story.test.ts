import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parties, settle, site } from '../../../test/world.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { findProducts, productByUdiDi } from '../../vocabulary/find-product.ts'
import { product } from './procedure.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([product])
  const { siteId } = world
  const own = { site: { ...site, id: siteId, siteId }, products: [], lots: [], deliveries: [] }
  await settle(world.kernel.db, {
    ...own,
    parties: [
      { ...parties.pumpMaker, siteId },
      { ...parties.dealer, siteId },
    ],
  })
})
afterAll(() => world.drop())

const pump = {
  name: '输液泵',
  model: 'HZ-IP500',
  spec: '单通道',
  registrationNo: '豫械注准20212140318',
  deviceClass: 'II',
  udiDi: '6901234567892',
  manufacturerId: parties.pumpMaker.id,
  unit: '台',
  storage: '常温干燥',
}

test('a pump is registered, found by scan and by name, corrected and locked', async () => {
  const { does, refused, kernel } = world
  const made = await does('quality', 'product.register', { input: pump })
  const on = made.record.id
  expect(made.record).toMatchObject({
    number: 'CP-2026-00001',
    udiDi: '06901234567892',
    manufacturerName: parties.pumpMaker.name,
  })
  expect((await productByUdiDi(kernel.db, '6901234567892'))?.id).toBe(on)
  for (const term of ['syb', '输液', 'HZ-IP', '2140318', '衡泽'])
    expect(
      (await findProducts(kernel.db, term)).map(row => row.id),
      term,
    ).toEqual([on])

  const twin = await refused('quality', 'product.register', { input: { ...pump, model: 'HZ-IP500W' } })
  expect(twin[0]).toMatchObject({ code: 'udi-taken', field: 'udiDi' })
  const dealer = await refused('quality', 'product.register', {
    input: { ...pump, udiDi: null, manufacturerId: parties.dealer.id },
  })
  expect(dealer[0]?.code).toBe('maker-unknown')

  await does('quality', 'product.change', {
    on,
    input: { ...pump, registrationNo: '豫械注准20262140318', reason: '延续注册换证' },
  })
  const page = await recordPage(kernel, product, on, world.as('sales'))
  expect(page.corrections).toMatchObject([
    { field: 'registrationNo', was: '豫械注准20212140318', reason: '延续注册换证' },
  ])
  expect(page.timeline[0]?.told.zh).toBe('更正 CP-2026-00001：延续注册换证')

  const boxed = { ...pump, packages: [{ name: '箱', quantity: 4, udiDi: '16901234567899' }], reason: '补录包装' }
  await does('quality', 'product.change', { on, input: boxed })
  expect((await productByUdiDi(kernel.db, '16901234567899'))?.id, 'a scan of the outer box finds it').toBe(on)
  const asUnit = await refused('quality', 'product.register', { input: { ...pump, udiDi: '16901234567899' } })
  expect(asUnit[0]).toMatchObject({ code: 'udi-taken', field: 'udiDi' })

  await does('quality', 'product.deactivate', { on, input: { reason: '停产' } })
  expect(await findProducts(kernel.db, '输液泵')).toEqual([])
  const back = await does('quality-head', 'product.reactivate', { on, input: { reason: '恢复供货' } })
  expect(back.record.state).toBe('active')
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import type { JsonObject } from '../../kernel/json.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { buyersOfLot, deliveriesToParty } from '../../vocabulary/find-delivery.ts'
import { lotByNumber, lotsOfProduct } from '../../vocabulary/find-product.ts'
import type { ProductRow } from '../../vocabulary/product.ts'
import { product } from '../product/procedure.ts'
import { warehouse } from '../warehouse/procedure.ts'
import { lot } from './procedure.ts'
import { stockRead } from './stock-page.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([lot, product, warehouse])
  const { siteId } = world
  const here = <Row extends object>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(parties),
    products: here({ ...products, plate: { ...products.plate, isSerialTracked: true } }),
    lots: [],
    deliveries: [],
    warehouses: here(warehouses),
  })
})
afterAll(() => world.drop())

const details = ({
  name,
  model,
  spec,
  registrationNo,
  deviceClass,
  udiDi,
  manufacturerId,
  unit,
  storage,
}: ProductRow) => ({
  name,
  model,
  spec,
  registrationNo,
  deviceClass,
  udiDi,
  manufacturerId,
  unit,
  storage,
})

const delivery = (number: string, party: { readonly id: string }, quantity: number, deliveredOn = '2026-09-01') => ({
  number,
  partyId: party.id,
  deliveredOn,
  quantity,
})

test('a lot comes in, goes out, is corrected and locked; where it went stays known', async () => {
  const { does, refused, kernel } = world
  const productId = products.infusionSet.id
  const label = { lotNo: '20260801', producedOn: '2026-08-01', expiresOn: '2029-07-31' }
  const input = { productId, ...label }
  const made = await does('warehouse', 'lot.register', { input })
  const on = made.record.id
  expect(made.record).toMatchObject({ number: 'PC-2026-00001', title: '一次性使用输液器 带针 MC-SYQ-A 20260801' })
  expect((await refused('quality', 'lot.register', { input }))[0]).toMatchObject({ code: 'lot-taken', field: 'lotNo' })

  const deliveries = [
    delivery('SH20260901-001', parties.localHospital, 300),
    delivery('SH20260901-002', parties.dealer, 1000),
  ]
  const out = await does('warehouse', 'lot.record-deliveries', { on, input: { deliveries } })
  expect(out.record).toMatchObject({ quantityDelivered: 1300, version: 2 })
  const again = await refused('warehouse', 'lot.record-deliveries', { on, input: { deliveries } })
  expect(again.map(item => item.field)).toEqual(['deliveries.0.number', 'deliveries.1.number'])
  const later = [delivery('SH20261001-001', parties.localHospital, 20, '2026-10-01')]
  await does('warehouse', 'lot.record-deliveries', { on, input: { deliveries: later } })
  expect(await buyersOfLot(kernel.db, on)).toMatchObject([
    { name: parties.localHospital.name, quantity: 320, lastDeliveredOn: '2026-10-01' },
    { name: parties.dealer.name, quantity: 1000 },
  ])
  expect(await deliveriesToParty(kernel.db, parties.localHospital.id, { lotId: on })).toHaveLength(2)

  await does('quality', 'lot.change', { on, input: { ...label, lotNo: '20260802', reason: '标签核对' } })
  const page = await recordPage(kernel, lot, on, world.as('sales'))
  expect(page.corrections).toMatchObject([{ field: 'lotNo', was: '20260801', now: '20260802' }])
  expect(page.view.title).toBe('一次性使用输液器 带针 MC-SYQ-A 20260802')
  expect(JSON.stringify(page.view.sections)).toContain('SH20261001-001')
  expect((await lotByNumber(kernel.db, productId, '20260802'))?.id).toBe(on)

  await does('quality', 'lot.deactivate', { on, input: { reason: '重复登记' } })
  expect(await lotsOfProduct(kernel.db, productId)).toEqual([])
  const locked = await refused('warehouse', 'lot.record-deliveries', { on, input: { deliveries: later } })
  expect(locked[0]?.code).toBe('state')
  await does('quality', 'lot.reactivate', { on, input: { reason: '核实无误' } })
})

test('the stock page finds what lies where, by zone, words and serial number', async () => {
  const { does, kernel } = world
  const input = {
    productId: products.infusionSet.id,
    lotNo: 'KC-01',
    producedOn: '2026-05-01',
    expiresOn: '2028-04-30',
  }
  const on = (await does('warehouse', 'lot.register', { input })).record.id
  const open = { countedOn: '2026-11-01' }
  await does('warehouse', 'lot.open-stock', { on, input: { ...open, zone: 'qualified', quantity: 40 } })
  await does('warehouse', 'lot.open-stock', { on, input: { ...open, zone: 'return', quantity: 3 } })
  const context = { actor: world.as('sales'), now: '2026-11-20T04:00:00.000Z', zone: 'Asia/Shanghai' }
  const ask = (params: object) => stockRead.run(kernel.db, params, context as never)
  const all = await ask({ lotId: on })
  expect(all.rows.map(row => [row.zone, row.quantity])).toEqual(
    expect.arrayContaining([
      ['qualified', 40],
      ['return', 3],
    ]),
  )
  expect(all).toMatchObject({ count: 2, next: null })
  expect(all.zones).toContainEqual({ zone: 'return', lots: 1, quantity: 3 })
  expect(all.zones).toContainEqual({ zone: 'waiting', lots: 0, quantity: 0 })
  expect((await ask({ search: '输液器 KC-01', zone: 'return' })).rows).toMatchObject([{ lotNo: 'KC-01', quantity: 3 }])
  expect((await ask({ lotId: on, limit: 1 })).next).toBe(1)
  expect((await ask({ lotId: on, expiresBy: '2027-01-01' })).rows).toEqual([])

  await does('quality', 'product.change', {
    on: products.pressureMonitor.id,
    input: { ...details(products.pressureMonitor), isSerialTracked: true, reason: '逐台管理' },
  })
  const pump = { productId: products.pressureMonitor.id, lotNo: 'KC-02', producedOn: '2026-05-01' }
  const tracked = (await does('warehouse', 'lot.register', { input: pump })).record.id
  await does('warehouse', 'lot.open-stock', {
    on: tracked,
    input: { ...open, zone: 'qualified', quantity: 1, serials: ['XY-7001'] },
  })
  expect((await ask({ search: 'XY-7001' })).rows).toMatchObject([{ lotNo: 'KC-02' }])
})

test('two warehouses that record at once lose no unit', async () => {
  const { does } = world
  const made = await does('warehouse', 'lot.register', {
    input: { productId: products.pump.id, lotNo: 'B2609-01', producedOn: '2026-09-01' },
  })
  const record = (number: string) =>
    does('warehouse', 'lot.record-deliveries', {
      on: made.record.id,
      input: { deliveries: [delivery(number, parties.dealer, 3, '2026-09-10')] },
    })
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map(record))
  expect(
    Math.max(...answers.map(answer => (answer.record as unknown as { quantityDelivered: number }).quantityDelivered)),
  ).toBe(12)
})

test('a lot and a device are known by their number, however somebody types it', async () => {
  const { does, refused, kernel } = world
  const productId = products.infusionSet.id
  const days = { producedOn: '2026-08-05', expiresOn: '2029-08-04' }
  const label = { ...days, productId }
  const { record } = await does('warehouse', 'lot.register', { input: { ...label, lotNo: 'Ab20260805' } })
  for (const lotNo of ['AB20260805', 'ａｂ２０２６０８０５']) {
    const [taken] = await refused('quality', 'lot.register', { input: { ...label, lotNo } })
    expect(taken).toMatchObject({ code: 'lot-taken', field: 'lotNo' })
    expect(taken?.sentence.zh).toContain(record.number)
    expect((await lotByNumber(kernel.db, productId, lotNo))?.id).toBe(record.id)
  }
  const other = await does('warehouse', 'lot.register', { input: { ...label, lotNo: '20260806' } })
  const [onto] = await refused('quality', 'lot.change', {
    on: other.record.id,
    input: { ...days, lotNo: 'ａＢ20260805', sterilisationLot: null, reason: '录入错误' },
  })
  expect(onto?.code).toBe('lot-taken')
  await does('quality', 'lot.change', {
    on: record.id,
    input: { ...days, lotNo: 'AB20260805', sterilisationLot: null, reason: '标签为大写' },
  })
})

test('a made-up serial number does not come back in the place of a real device', async () => {
  const { does, refused } = world
  const label = { productId: products.plate.id, producedOn: '2026-08-01', expiresOn: '2031-07-31' }
  const on = (await does('warehouse', 'lot.register', { input: { ...label, lotNo: 'B2608-01' } })).record.id
  const partyId = parties.localHospital.id
  await does('warehouse', 'lot.record-deliveries', {
    on,
    input: { deliveries: [delivery('SH-1', { id: partyId }, 1)] },
  })
  const opening = { zone: 'qualified', quantity: 2, serials: ['SN-1', 'SN-2'], countedOn: '2026-09-02' }
  await does('warehouse', 'lot.open-stock', { on, input: opening })
  const [twin] = await refused('warehouse', 'lot.count', {
    on,
    input: {
      zone: 'qualified',
      counted: 3,
      serials: ['SN-1', 'SN-2', 'ｓn-2'],
      countedOn: '2026-11-19',
      reason: '漏登',
    },
  })
  expect(twin?.code).toBe('serial-twice')
  const started = (command: string, input: object) =>
    execute(world.kernel, { command, on, input: input as JsonObject }, { ...world.as('warehouse'), via: 'system' })
  await started('lot.pick', { quantity: 2, serials: ['SN-1', 'SN-2'] })
  await started('lot.ship', {
    number: 'CK-9',
    partyId,
    quantity: 2,
    serials: ['SN-1', 'SN-2'],
    deliveredOn: '2026-11-19',
  })

  await started('lot.take-back', { partyId, quantity: 1, serials: ['FROM-BEFORE'] })
  await expect(started('lot.take-back', { partyId, quantity: 1, serials: ['MADE-UP'] })).rejects.toMatchObject({
    refusals: [{ code: 'serial-unknown', field: 'serials.0' }],
  })
  await started('lot.take-back', { partyId, quantity: 2, serials: ['SN-1', 'SN-2'] })

  const back = { from: 'return', to: 'qualified', quantity: 1, serials: ['SN-1'], reason: '复检合格' }
  const [keeper] = await refused('warehouse', 'lot.transfer', { on, input: { ...back, to: 'waiting' } })
  expect(keeper).toMatchObject({ code: 'quality-decides', field: 'to' })
  const unsigned = execute(world.kernel, { command: 'lot.transfer', on, input: back }, world.as('quality'))
  await expect(unsigned).rejects.toMatchObject({ refusals: [{ code: 'sign-needed' }] })
  await does('quality', 'lot.transfer', { on, input: back })
})

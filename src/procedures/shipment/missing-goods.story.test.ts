/** Goods of a shipment are found bad before they leave, or stay with the customer: the shipment can always be ended. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, testId, warehouses } from '../../../test/world.ts'
import { stockOfLots } from '../../vocabulary/stock-read.ts'
import { procedures } from '../index.ts'
import { checkedItems } from './wording.ts'

const hospital = parties.localHospital.id
const second = { ...lots.infusionSet, id: testId('second'), number: 'PH-2026-00009', lotNo: '20260402' }
const third = { ...lots.infusionSet, id: testId('third'), number: 'PH-2026-00010', lotNo: '20260403' }

let world: TestKernel
beforeAll(async () => {
  world = await testKernel(procedures)
  const { siteId } = world
  const here = <Row extends object>(rows: readonly Row[]) => rows.map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(Object.values(parties)),
    products: here(Object.values({ ...products, pump: { ...products.pump, isSerialTracked: true } })),
    lots: here([lots.infusionSet, second, third, lots.pump].map(row => ({ ...row, quantityDelivered: 0 }))),
    deliveries: [],
    warehouses: here(Object.values(warehouses)),
  })
})
afterAll(() => world.drop())

const stockOf = async (lotId: string) =>
  Object.fromEntries((await stockOfLots(world.kernel.db, [lotId])).map(row => [row.zone, row.quantity]))
const open = (lotId: string, quantity: number, serials: readonly string[] = []) =>
  world.does('warehouse', 'lot.open-stock', {
    on: lotId,
    input: { zone: 'qualified', quantity, serials, countedOn: '2026-11-19' },
  })

/** A shipment that was ordered, picked and checked. */
async function checked(lotId: string, quantity: number, serials: readonly string[] = []): Promise<string> {
  const lines = [{ lotId, quantity, serials, reason: '客户指定批号' }]
  const order = { partyId: hospital, lines, address: '郑州市金水区河湾路19号', contact: '刘慧敏', phone: '14203710101' }
  const on = (await world.does('sales', 'shipment.order', { input: order })).record.id
  await world.does('picker', 'shipment.pick', { on, input: {} })
  const check = { items: Object.keys(checkedItems), lines: [{ lotId, quantity }], inShippingZone: true }
  await world.does('checker', 'shipment.check', { on, input: check })
  return on
}

/** Quality reports goods as bad, and they are moved to the red zone when `stored`. */
async function reported(lotId: string, quantity: number, where: object, stored = false): Promise<void> {
  const said = { category: 'packaging', finding: '封口发白', judgement: '判定不合格，封口强度不足' }
  const input = { source: 'outbound-check', lotId, quantity, ...where, ...said }
  const on = (await world.does('quality', 'nonconforming.report', { input })).record.id
  if (!stored) return
  await world.does('sales-rep', 'nonconforming.confirm', { on, input: {} })
  await world.does('warehouse', 'nonconforming.store', { on, input: { counted: quantity, place: 'B1' } })
}

const stop = { problem: 'packing', finding: '封口发白' }
const shipping = { zone: 'shipping' }

test('goods reported in the shipping zone do not leave, and their shipments are stopped and cancelled all the same', async () => {
  const { does, refused } = world
  const lotId = lots.infusionSet.id
  await open(lotId, 200)
  const stopped = await checked(lotId, 40)
  const other = await checked(lotId, 60)
  await reported(lotId, 40, shipping)
  await does('checker', 'shipment.stop', { on: stopped, input: { lotId, ...stop } })
  expect(await stockOf(lotId), 'the reported ones stay, and so do those of the other shipment').toEqual({
    qualified: 100,
    shipping: 100,
  })
  await does('sales', 'shipment.cancel', { on: other, input: { reason: '客户取消' } })
  expect(await stockOf(lotId)).toEqual({ qualified: 160, shipping: 40 })

  await open(second.id, 50)
  const cancelled = await checked(second.id, 40)
  await reported(second.id, 15, shipping)
  const missing = await refused('driver', 'shipment.ship', { on: cancelled, input: {} })
  expect(missing[0]).toMatchObject({ code: 'goods-missing' })
  expect(missing[0]?.sentence.zh).toContain('可发 25')
  await does('sales', 'shipment.cancel', { on: cancelled, input: { reason: '客户取消' } })
  expect(await stockOf(second.id)).toEqual({ qualified: 35, shipping: 15 })
})

test('the same after the keeper moved them to the red zone', async () => {
  const { does, refused } = world
  await open(third.id, 50)
  const on = await checked(third.id, 40)
  await reported(third.id, 40, shipping, true)
  expect((await refused('driver', 'shipment.ship', { on, input: {} }))[0]?.code).toBe('goods-missing')
  await does('checker', 'shipment.stop', { on, input: { lotId: third.id, ...stop } })
  expect(await stockOf(third.id)).toEqual({ qualified: 10, unqualified: 40 })
})

test('of pumps the one that was reported stays, and the customer keeps the one reported there', async () => {
  const { does } = world
  const lotId = lots.pump.id
  await open(lotId, 4, ['P1', 'P2', 'P3', 'P4'])
  const cancelled = await checked(lotId, 2, ['P1', 'P2'])
  await reported(lotId, 1, { ...shipping, serials: ['P2'] })
  await does('sales', 'shipment.cancel', { on: cancelled, input: { reason: '客户取消' } })
  const places = async () => {
    const { rows } = await world.kernel.pool.query('SELECT serial, place FROM unit WHERE lot_id = $1', [lotId])
    return Object.fromEntries(rows.map(row => [row.serial, row.place]))
  }
  expect(await places()).toMatchObject({ P1: 'qualified', P2: 'shipping' })

  const on = await checked(lotId, 2, ['P3', 'P4'])
  await does('driver', 'shipment.ship', { on, input: {} })
  await reported(lotId, 1, { atCustomer: true, partyId: hospital, serials: ['P4'], source: 'complaint' })
  await does('driver', 'shipment.bring-back', { on, input: { reason: '科室无人签收' } })
  expect(await places()).toMatchObject({ P3: 'return', P4: 'customer' })
})

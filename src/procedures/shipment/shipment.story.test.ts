/** A lot's way through the house and back, as the people of the warehouse and of sales live it. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { buyersOfLots, leftAtParty, stockOfLots, underWay } from '../../vocabulary/stock-read.ts'
import { lot } from '../lot/procedure.ts'
import { warehouse } from '../warehouse/procedure.ts'
import { shipment } from './procedure.ts'
import { checkedItems } from './wording.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([lot, warehouse, shipment])
  const { siteId } = world
  const here = <Row extends object>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here({ ...parties, localHospital: { ...parties.localHospital, address: '郑州市金水区河湾路19号' } }),
    products: here({ ...products, pump: { ...products.pump, isSerialTracked: true } }),
    lots: here({ pump: { ...lots.pump, quantityDelivered: 0 } }),
    deliveries: [],
    warehouses: here(warehouses),
  })
})
afterAll(() => world.drop())

const started = (username: string, command: string, on: string, input: object) =>
  execute(world.kernel, { command, on, input }, { ...world.as(username), via: 'system' })
const stockOf = async (lotId: string) =>
  Object.fromEntries((await stockOfLots(world.kernel.db, [lotId])).map(row => [row.zone, row.quantity]))
const items = Object.keys(checkedItems)
const hospital = parties.localHospital.id

async function newLot(lotNo: string, producedOn: string, expiresOn: string): Promise<string> {
  const input = { productId: products.infusionSet.id, lotNo, producedOn, expiresOn }
  return (await world.does('warehouse', 'lot.register', { input })).record.id
}

test('goods come in, are accepted by another, booked, ordered, picked, checked by another, shipped, signed for and come back', async () => {
  const { does, refused, kernel } = world
  const lotId = await newLot('20260901', '2026-09-01', '2029-08-31')
  const receipt = { supplierId: parties.pumpMaker.id, document: 'HZ-7788', quantity: 500, receivedOn: '2026-11-18' }
  await does('warehouse', 'lot.receive', { on: lotId, input: receipt })
  expect((await refused('warehouse', 'lot.receive', { on: lotId, input: receipt }))[0]?.code).toBe('document-taken')
  expect(await stockOf(lotId)).toEqual({ waiting: 500 })

  const verdict = { quantity: 480, verdict: '外观、包装、标签完好' }
  await does('acceptance-inspector', 'lot.accept', { on: lotId, input: verdict })
  expect(await stockOf(lotId)).toEqual({ waiting: 20, qualified: 480 })

  const lines = [{ lotId, quantity: 200, unitPrice: 385 }]
  const ordered = await does('sales', 'shipment.order', { input: { partyId: hospital, orderNo: 'XS-1', lines } })
  const on = ordered.record.id
  expect(ordered.record).toMatchObject({
    number: 'CK-2026-00001',
    address: '郑州市金水区河湾路19号',
    contact: '刘慧敏',
  })
  const early = await refused('picker', 'shipment.pick', { on, input: {} })
  expect(early[0]?.code, 'the keeper has not signed the stock-in note').toBe('not-booked')
  await does('warehouse', 'lot.book-in', { on: lotId, input: { location: 'A区03排2层' } })
  await does('picker', 'shipment.pick', { on, input: {} })
  expect(await stockOf(lotId)).toEqual({ waiting: 20, qualified: 280, shipping: 200 })

  const check = { items, lines: [{ lotId, quantity: 200, pieces: 2 }], inShippingZone: true }
  expect((await refused('driver', 'shipment.ship', { on, input: {} }))[0]?.code, 'nothing leaves unchecked').toBe(
    'state',
  )
  await does('checker', 'shipment.check', { on, input: check })
  await does('driver', 'shipment.ship', { on, input: { vehicle: '豫A·7K215' } })
  expect(await stockOf(lotId)).toEqual({ waiting: 20, qualified: 280 })
  expect(await underWay(kernel.db, [lotId])).toMatchObject([
    { shipmentNumber: 'CK-2026-00001', partyName: parties.localHospital.name, quantity: 200 },
  ])
  await does('driver', 'shipment.sign-back', { on, input: { receivedOn: '2026-11-20', receivedBy: '刘慧敏' } })
  expect(await underWay(kernel.db, [lotId])).toEqual([])
  expect(await buyersOfLots(kernel.db, [lotId])).toMatchObject([
    {
      partyId: hospital,
      delivered: 200,
      returned: 0,
      destroyed: 0,
      lastDeliveredOn: '2026-11-20',
      phone: '0371-10550101',
    },
  ])

  const cause = { procedure: 'return', id: on, number: 'TH-2026-00001' }
  await started('warehouse', 'lot.take-back', lotId, { partyId: hospital, quantity: 150, cause })
  await started('quality', 'lot.destroy-at-customer', lotId, { partyId: hospital, quantity: 40 })
  const beyond = started('warehouse', 'lot.take-back', lotId, { partyId: hospital, quantity: 11, cause })
  await expect(beyond).rejects.toMatchObject({ refusals: [{ code: 'more-than-delivered', field: 'quantity' }] })
  expect(await leftAtParty(kernel.db, lotId, hospital)).toBe(10)

  await does('quality', 'lot.transfer', {
    on: lotId,
    input: { from: 'return', to: 'unqualified', quantity: 150, reason: '漏液' },
  })
  await started('quality', 'lot.leave', lotId, { from: 'unqualified', way: 'destroyed', quantity: 150 })
  expect(await stockOf(lotId)).toEqual({ waiting: 20, qualified: 280 })

  const page = await recordPage(kernel, lot, lotId, world.as('sales'))
  const shown = JSON.stringify(page.view.sections)
  for (const word of ['CK-2026-00001', '客户退回', '已销毁', '郑州中心库', 'RK-', '谷雨'])
    expect(shown, word).toContain(word)
  const note = await recordPage(kernel, shipment, on, world.as('sales'))
  expect(note.signatures.map(item => item.command)).toEqual(['shipment.pick', 'shipment.check', 'shipment.ship'])
})

test('what expires first goes out first; another lot needs a reason', async () => {
  const { does, refused } = world
  const sooner = await newLot('20250101', '2025-01-01', '2027-12-31')
  const open = { zone: 'qualified', quantity: 30, countedOn: '2026-11-19' }
  await does('warehouse', 'lot.open-stock', { on: sooner, input: open })
  const later = await newLot('20260601', '2026-06-01', '2029-05-31')
  await does('warehouse', 'lot.open-stock', { on: later, input: open })
  const order = (lines: object[]) => ({ input: { partyId: hospital, lines } })
  const wrong = await refused('sales', 'shipment.order', order([{ lotId: later, quantity: 5 }]))
  expect(wrong[0]).toMatchObject({ code: 'out-of-order', field: 'lines.0.reason' })
  expect(wrong[0]?.sentence.zh).toContain('20250101')
  const all = [
    { lotId: sooner, quantity: 30 },
    { lotId: later, quantity: 5 },
  ]
  await does('sales', 'shipment.order', order(all))
  const more = await refused('sales', 'shipment.order', order([{ lotId: sooner, quantity: 1 }]))
  expect(more[0]?.code, 'the other order has claimed them').toBe('too-few')
})

test('a broken package stops the shipment, the goods go back, and quality lets it go on', async () => {
  const { does, kernel } = world
  const lotId = await newLot('20240101', '2024-01-01', '2027-01-31')
  const open = { zone: 'qualified', quantity: 8, countedOn: '2026-11-19' }
  await does('warehouse', 'lot.open-stock', { on: lotId, input: open })
  const made = await does('sales', 'shipment.order', { input: { partyId: hospital, lines: [{ lotId, quantity: 8 }] } })
  const on = made.record.id
  await does('picker', 'shipment.pick', { on, input: {} })
  await does('checker', 'shipment.stop', { on, input: { lotId, problem: 'packing', finding: '两盒封条断裂' } })
  expect(await stockOf(lotId)).toEqual({ qualified: 8 })
  const page = await recordPage(kernel, shipment, on, world.as('quality'))
  expect(page.view.notices?.[0]?.text.zh).toContain('封条断裂')
  await does('quality', 'shipment.resume', { on, input: { reason: '更换包装，质量合格' } })
  await does('picker', 'shipment.pick', { on, input: {} })
  await does('sales', 'shipment.cancel', { on, input: { reason: '客户取消' } })
  expect(await stockOf(lotId)).toEqual({ qualified: 8 })
})

test('a pump is at one place: in the store, at the hospital, brought back', async () => {
  const { does, refused, kernel } = world
  const lotId = lots.pump.id
  const serials = ['HZ5-001', 'HZ5-002', 'HZ5-003']
  const open = { zone: 'qualified', quantity: 3, serials, countedOn: '2026-11-19' }
  await does('warehouse', 'lot.open-stock', { on: lotId, input: open })
  const made = await does('sales', 'shipment.order', { input: { partyId: hospital, lines: [{ lotId, quantity: 2 }] } })
  const on = made.record.id
  expect((await refused('picker', 'shipment.pick', { on, input: {} }))[0]).toMatchObject({ code: 'serials-needed' })
  const stranger = { lines: [{ lotId, serials: ['HZ5-001', 'HZ5-999'] }] }
  expect((await refused('picker', 'shipment.pick', { on, input: stranger }))[0]?.code).toBe('serial-elsewhere')
  await does('picker', 'shipment.pick', { on, input: { lines: [{ lotId, serials: ['HZ5-001', 'HZ5-003'] }] } })
  const check = { items, lines: [{ lotId, quantity: 2 }], inShippingZone: true }
  await does('checker', 'shipment.check', { on, input: check })
  await does('picker', 'shipment.ship', { on, input: { carrier: 'contracted', driverName: '顺达物流' } })
  expect(await buyersOfLots(kernel.db, [lotId])).toMatchObject([{ serials: ['HZ5-001', 'HZ5-003'] }])
  expect(await buyersOfLots(kernel.db, [lotId], { serials: ['HZ5-002'] })).toEqual([])
  const elsewhere = started('warehouse', 'lot.take-back', lotId, {
    partyId: hospital,
    quantity: 1,
    serials: ['HZ5-002'],
  })
  await expect(elsewhere).rejects.toMatchObject({ refusals: [{ code: 'serial-elsewhere', field: 'serials.0' }] })
  await does('driver', 'shipment.bring-back', { on, input: { reason: '科室无人签收' } })
  expect(await stockOf(lotId)).toEqual({ qualified: 1, return: 2 })
})

test('the trail proves every move', async () => {
  const { kernel } = world
  const { faults } = await verifyTrail(kernel.pool, kernel.registry, kernel.keys)
  const settled = [lots.pump.id, ...Object.values(warehouses).map(row => row.id)]
  const own = faults.filter(({ kind, at }) => kind !== 'number' && !settled.some(id => at.includes(id)))
  expect(own).toEqual([])
})

/** Returns of contract customers, cold goods and recalls on a real PostgreSQL; destruction on site; the cap; complaints. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestKernel } from '../../../test/kernel.ts'
import { lots, parties, products, testId } from '../../../test/world.ts'
import { returns } from './procedure.ts'
import { good, type ReturnDesk, reagentLot, returnDesk, row } from './return-desk.example.ts'

const { dealer, remoteHospital } = parties
const { infusionSet: setLot, pump: pumpLot, pressureMonitor: monitorLot } = lots

let desk: ReturnDesk
let world: TestKernel
beforeAll(async () => {
  desk = await returnDesk()
  world = desk.world
})
afterAll(() => desk.drop())

test('a contract customer: the retained sample is good, he insists, and it comes back on goodwill', async () => {
  const it = await desk.requested({
    route: 'contract',
    partyId: remoteHospital.id,
    reason: 'quality',
    wish: 'refund',
    lines: [{ lotId: setLot.id, quantity: 20, unitPrice: 150 }],
  })
  expect((await it.does('after-sales', 'sign-for')).record.state).toBe('sample-test')
  expect(await it.refused('sales-head', 'approve')).toMatchObject({ code: 'state' })
  await it.does('quality', 'test-sample', { result: 'good', sampleNo: 'LY-44', test: '检漏 20 支均合格' })
  const insisted = await it.does('sales', 'explain', { said: '已说明检测结果，客户仍坚持', outcome: 'insists' })
  expect(row(insisted)).toMatchObject({ state: 'approving', goodwill: true })
  await it.does('sales-head', 'approve', { note: '善意退货' })
  expect(await it.refused('sales', 'tell-customer')).toMatchObject({ code: 'way-open', clause: 'S12-5.8.2e' })
  await it.does('sales', 'decide-way', { way: 'ship-back', reason: '货品完好，运回可再售' })
  await it.does('sales', 'tell-customer')
  await desk.arrives(it, 20)
  await it.does('quality', 'inspect', { verdicts: [good(20)], assessment: '复检合格' })
  await desk.signedByThree(it)
  await it.does('warehouse-head', 'stock-in', { location: 'T-05' })
  expect(await it.refused('finance', 'refund', { amount: 3001 })).toMatchObject({ code: 'more-than-paid' })
  await it.does('finance', 'refund', { amount: 3000 })
})

test('a contract customer keeps good goods after the explanation', async () => {
  const it = await desk.requested({
    route: 'contract',
    partyId: remoteHospital.id,
    reason: 'quality',
    wish: 'exchange',
    lines: [{ lotId: setLot.id, quantity: 5 }],
  })
  await it.does('after-sales', 'sign-for')
  await it.does('quality', 'test-sample', { result: 'good', sampleNo: 'LY-45', test: '合格' })
  const kept = await it.does('sales', 'explain', { said: '护士操作有误，已培训', outcome: 'keeps-using' })
  expect(kept.record.state).toBe('kept-in-use')
})

test('reagents whose cold chain was broken are refused by law and go back', async () => {
  const { does } = world
  const it = await desk.requested({
    partyId: dealer.id,
    reason: 'quality',
    wish: 'exchange',
    lines: [{ lotId: reagentLot.id, quantity: 10 }],
  })
  await it.does('after-sales', 'sign-for')
  await it.does('after-sales-head', 'approve')
  await it.does('sales-head', 'approve')
  await it.does('sales', 'tell-customer')
  await it.does('warehouse', 'notify-arrival', { way: 'delivered' })
  const lines = [{ lineNo: 1, counted: 10 }]
  expect(await it.refused('warehouse-head', 'count', { lines })).toMatchObject({
    code: 'cold-record-missing',
    clause: 'CN-GSP-67',
  })
  await it.does('warehouse-head', 'count', {
    lines,
    coldChain: {
      transport: 'insulated-box',
      departure: 4,
      arrival: 9.4,
      lowest: 3.5,
      highest: 14.6,
      recordSinceSale: true,
      waitsIn: '冷库退货位',
    },
  })
  expect((await desk.page(it.id)).view.notices?.map(item => item.text.zh)).toContainEqual(
    expect.stringContaining('冷链温度不符合'),
  )
  const inspect = { verdicts: [good(10)], assessment: '外观无异常' }
  expect(await it.refused('quality', 'inspect', inspect)).toMatchObject({
    code: 'cold-chain-failed',
    field: 'verdicts.0.verdict',
  })
  const judged = await it.does('quality', 'inspect', {
    verdicts: [good(10, { verdict: 'cold-chain', finding: '在途最高 14.6 ℃' })],
    assessment: '在途超温',
    refusalStatement: '在途最高 14.6 ℃，超出 2–8 ℃，依法拒收。',
  })
  expect(judged.record.state).toBe('refused-goods')
  expect(await it.refused('general-manager', 'grant-goodwill', { reason: '大客户' })).toMatchObject({
    code: 'cold-chain-stays-refused',
  })
  expect(await it.refused('warehouse-head', 'stock-in', { location: 'T' })).toMatchObject({ code: 'goods-refused' })
  expect((await it.does('after-sales', 'tell-refusal', { sentBackHow: '冷链专车退回' })).record.state).toBe('sent-back')
  expect(await desk.inZone(reagentLot.id)).toEqual({})
  // what went back to the customer may be asked for again
  await does('after-sales', 'return.request', {
    input: { partyId: dealer.id, reason: 'quality', wish: 'exchange', lines: [{ lotId: reagentLot.id, quantity: 20 }] },
  })
})

test('a recall: no limits, the finding of quality and the head of sales; goods become nonconforming', async () => {
  const it = await desk.requested({
    route: 'recall',
    partyId: dealer.id,
    reason: 'recall',
    wish: 'refund',
    formWay: 'electronic',
    lines: [{ lotId: monitorLot.id, quantity: 30 }],
    noticeId: testId('recall notice'),
    noticeRecipientId: testId('recall recipient'),
  })
  await it.does('after-sales', 'sign-for')
  expect(await it.refused('quality', 'approve')).toMatchObject({ code: 'finding-missing', field: 'note' })
  await it.does('quality', 'approve', { note: '袖带接头开裂，属实' })
  await it.does('sales-head', 'approve')
  await it.does('sales', 'decide-way', { way: 'ship-back', reason: '召回须收回' })
  await it.does('sales', 'tell-customer')
  await desk.arrives(it, 30)
  await it.does('quality', 'inspect', {
    verdicts: [{ lineNo: 1, verdict: 'nonconforming', quantity: 30, finding: '召回批次，接头开裂' }],
    assessment: '与召回通知一致',
    disposition: '转不合格品，等待厂家处理',
  })
  await desk.signedByThree(it)
  await it.does('warehouse-head', 'stock-in', { location: 'T-06' })
  expect(await desk.inZone(monitorLot.id)).not.toHaveProperty('qualified')
  expect(await desk.linked(it.id, 'nonconforming')).toHaveLength(1)
})

test('goods that are not worth the freight are destroyed at the customer before anything is refunded', async () => {
  const it = await desk.requested({
    route: 'contract',
    partyId: remoteHospital.id,
    reason: 'quality',
    wish: 'refund',
    lines: [{ lotId: pumpLot.id, quantity: 2, unitPrice: 300_000 }],
  })
  await it.does('after-sales', 'sign-for')
  await it.does('quality', 'test-sample', { result: 'unavailable', test: '整机不留样' })
  await it.does('sales-head', 'approve')
  const onSite = { way: 'on-site', reason: '整机浸水无修复价值', shipCost: 60_000, destroyCost: 8000 }
  expect((await it.does('sales', 'decide-way', onSite)).record.state).toBe('on-site')
  expect(await desk.linked(it.id, 'nonconforming')).toHaveLength(1)
  expect(await it.refused('finance', 'refund', { amount: 600_000 })).toMatchObject({
    code: 'not-destroyed',
    clause: 'S12-5.8.2f',
  })
  // they no longer count as returnable
  const [more] = await world.refused('after-sales', 'return.request', {
    input: {
      partyId: remoteHospital.id,
      route: 'contract',
      reason: 'quality',
      wish: 'refund',
      lines: [{ lotId: pumpLot.id, quantity: 7 }],
    },
  })
  expect(more).toMatchObject({ code: 'more-than-delivered', field: 'lines.0.quantity' })
})

test('what is dealt with at the customer as nonconforming is not sent back as well', async () => {
  const lotId = lots.plate.id
  const asked = { route: 'contract', partyId: remoteHospital.id, reason: 'quality', wish: 'refund' }
  const bad = await world.does('quality', 'nonconforming.report', {
    input: {
      source: 'complaint',
      lotId,
      quantity: 6,
      atCustomer: true,
      partyId: remoteHospital.id,
      category: 'packaging',
      finding: '包装破损',
      judgement: '判定不合格，灭菌屏障破损',
    },
  })
  const [beyond] = await world.refused('after-sales', 'return.request', {
    input: { ...asked, lines: [{ lotId, quantity: 3 }] },
  })
  expect(beyond).toMatchObject({ code: 'more-than-delivered', field: 'lines.0.quantity' })
  expect(beyond?.sentence.zh).toContain(`不合格品 6（${bad.record.number}），最多还能退 2`)
  await desk.requested({ ...asked, lines: [{ lotId, quantity: 2 }] })
})

test('nobody sends back more than he got: asked at the request, and again under the lock of the lot', async () => {
  const input = { partyId: parties.localHospital.id, route: 'contract', reason: 'unsaleable', wish: 'refund' }
  const [beyond] = await world.refused('after-sales', 'return.request', {
    input: { ...input, lines: [{ lotId: setLot.id, quantity: 301 }] },
  })
  expect(beyond?.sentence.zh).toContain('共发 300')
  const it = await desk.requested({ ...input, lines: [{ lotId: setLot.id, quantity: 300 }] })
  await it.does('after-sales', 'sign-for')
  await it.does('sales-head', 'approve')
  await it.does('sales', 'decide-way', { way: 'ship-back', reason: '完好' })
  await it.does('after-sales', 'tell-customer')
  await desk.arrives(it, 300)
  await it.does('quality', 'inspect', { verdicts: [good(300)] })
  await desk.signedByThree(it)
  await world.database.adminPool.query(`UPDATE delivery SET quantity = 250 WHERE party_id = $1 AND lot_id = $2`, [
    parties.localHospital.id,
    setLot.id,
  ])
  expect(await it.refused('warehouse-head', 'stock-in', { location: 'T-07' })).toMatchObject({
    code: 'more-than-delivered',
    clause: 'LT-cap',
  })
  expect((await desk.page(it.id)).record.state).toBe('to-stock-in')
})

test('a complaint knows the open returns that name it', async () => {
  const complaint = await world.does('service-desk', 'complaint.open', {
    input: { partyId: dealer.id, productId: products.infusionSet.id, description: '滴斗渗漏', harmHappened: 'no' },
  })
  const it = await desk.requested({
    partyId: dealer.id,
    reason: 'quality',
    wish: 'exchange',
    lines: [{ lotId: setLot.id, quantity: 3 }],
    complaintId: complaint.record.id,
  })
  const read = async () =>
    (await returns.queries.facts.ofComplaint?.read(world.kernel.db, [complaint.record.id]))?.get(complaint.record.id)
  expect(await read()).toMatchObject([{ id: it.id }])
  await it.does('after-sales', 'withdraw', { reason: '客户改为现场处理' })
  expect(await read()).toEqual([])
})

test('every return fills all of its forms, and all of it is in the trail', () => desk.isWhole())

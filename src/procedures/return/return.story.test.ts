/** The lives of returns on a real PostgreSQL: within limits, over them, quality, contract, cold chain, recall, on site. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site, testId, warehouses } from '../../../test/world.ts'
import type { Call } from '../../kernel/execute.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { policyBook } from '../../kernel/policy.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { instantAt } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { lotTitle } from '../../vocabulary/lot.ts'
import { procedures } from '../index.ts'
import { returns } from './procedure.ts'
import type { ReturnRow } from './return.ts'

const { dealer, remoteHospital } = parties
const { infusionSet: setLot, pump: pumpLot, pressureMonitor: monitorLot } = lots

/** A reagent that must stay between 2 and 8 °C. */
const reagent = {
  ...products.infusionSet,
  id: testId('reagent'),
  number: 'CP-2026-00009',
  name: '糖化血红蛋白检测试剂盒',
  model: '20 人份/盒',
  spec: '',
  udiDi: '06999900010095',
  deviceClass: 'II' as const,
  unit: '盒',
  storage: '2–8 ℃ 避光',
  isColdChain: true,
  temperatureFrom: 2,
  temperatureTo: 8,
}
const reagentLot = {
  ...lots.infusionSet,
  id: testId('reagent lot'),
  number: 'PH-2026-00009',
  productId: reagent.id,
  lotNo: 'HB2608',
  title: lotTitle(reagent, 'HB2608'),
  producedOn: '2026-08-12',
  expiresOn: '2027-08-11',
  quantityDelivered: 20,
}
const delivered = (number: string, partyId: string, lot: typeof setLot, deliveredOn: string, quantity: number) => ({
  id: testId(`return story ${number}`),
  number,
  partyId,
  productId: lot.productId,
  lotId: lot.id,
  deliveredOn,
  quantity,
  orderNo: null,
})

let world: TestKernel
beforeAll(async () => {
  world = await testKernel(procedures)
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine(Object.values(parties)),
    products: mine([...Object.values(products), reagent]),
    lots: mine([...Object.values(lots), reagentLot]),
    deliveries: [
      ...deliveries,
      delivered('SH20261010-001', dealer.id, setLot, '2026-10-10', 400),
      delivered('SH20261020-003', dealer.id, reagentLot, '2026-10-20', 20),
      delivered('SH20261021-001', remoteHospital.id, setLot, '2026-10-21', 200),
    ],
    warehouses: mine(Object.values(warehouses)),
  })
})
afterAll(() => world.drop())

type Input = Readonly<Record<string, unknown>>
const row = (answer: { readonly record: unknown }) => answer.record as ReturnRow
const page = (id: string) => recordPage(world.kernel, returns, id, world.as('quality'))

/** Takes steps on one return, one after the other. */
function on(id: string) {
  const call = (input: Input): Omit<Call, 'command' | 'input'> & { input: Input } => ({ on: id, input })
  return {
    id,
    does: (who: string, verb: string, input: Input = {}) => world.does(who, `return.${verb}`, call(input)),
    refused: async (who: string, verb: string, input: Input = {}) =>
      (await world.refused(who, `return.${verb}`, call(input)))[0],
  }
}

async function requested(input: Input, who = 'after-sales') {
  const { record } = await world.does(who, 'return.request', { input })
  return on(record.id)
}

/** The goods are delivered to our door, counted and wait for the inspection. */
async function arrives(it: ReturnType<typeof on>, counted: number, more: Input = {}) {
  await it.does('warehouse', 'notify-arrival', { way: 'delivered' })
  return it.does('warehouse-head', 'count', { lines: [{ lineNo: 1, counted }], ...more })
}

async function signedByThree(it: ReturnType<typeof on>) {
  await it.does('sales-head', 'sign-stock-in')
  await it.does('quality', 'sign-stock-in', { note: '检验结论属实' })
  return it.does('after-sales-head', 'sign-stock-in')
}

const inZone = async (lotId: string): Promise<Record<string, number>> => {
  const { rows } = await world.database.adminPool.query(
    'SELECT zone, quantity FROM stock WHERE lot_id = $1 AND quantity > 0',
    [lotId],
  )
  return Object.fromEntries(rows.map(item => [item.zone, item.quantity]))
}
const linked = async (id: string, kind: string) => (await page(id)).links.filter(item => item.kind === kind)
const good = (quantity: number, over: Input = {}) => ({
  lineNo: 1,
  verdict: 'good',
  quantity,
  finding: '包装完好，效期内',
  ...over,
})

test('unsaleable goods within rate and period: fax, review, approval, driver, inspection, three signatures, exchange, note by noon', async () => {
  const { clock } = world
  const it = await requested(
    {
      partyId: dealer.id,
      reason: 'unsaleable',
      wish: 'exchange',
      formWay: 'fax',
      lines: [{ lotId: setLot.id, quantity: 40, unitPrice: 150 }],
      remark: '终端库存偏大',
    },
    'sales-rep',
  )
  expect(row(await page(it.id))).toMatchObject({
    number: 'TH-2026-00001',
    deliveryNumbers: 'SH20261010-001',
    amount: 6000,
  })

  expect(await it.refused('after-sales', 'sign-for')).toMatchObject({
    code: 'fax-not-registered',
    clause: 'S02-4.2.2a',
  })
  await it.does('computer-room', 'register-fax', { faxRegisterNo: 'CZ-2026-0318' })
  const taken = await it.does('after-sales', 'sign-for')
  expect(row(taken)).toMatchObject({
    state: 'reviewing',
    withinLimits: true,
    limits: { ratePct: 2.76, base: 'pieces' },
  })

  // after-sales and finance are asked at the same time; the order does not matter
  expect(row(await it.does('finance', 'review', { opinion: '近一年进货 1450 件，未超' })).state).toBe('reviewing')
  expect(await it.refused('sales-head', 'approve')).toMatchObject({ code: 'state' })
  expect(row(await it.does('after-sales', 'review', { opinion: '在期限内' })).state).toBe('approving')
  expect(await it.refused('sales-head', 'approve')).toMatchObject({ code: 'sign-off-order' })
  expect(await it.refused('after-sales', 'tell-customer')).toMatchObject({ code: 'not-approved', clause: 'S02-4.2.3c' })
  await it.does('after-sales-head', 'approve', { note: '符合规定' })
  expect(row(await it.does('sales-head', 'approve')).state).toBe('approved')

  await it.does('after-sales', 'tell-customer', { instructions: '请用原包装发运' })
  expect(await linked(it.id, 'message')).toMatchObject([{ procedure: 'message' }])
  clock.pass(48)
  expect(await it.refused('driver', 'collect', { handover: 'intact', packages: 1 })).toMatchObject({
    code: 'no-transport-order',
    clause: 'S02-4.2.5b',
  })
  await it.does('after-sales', 'notify-arrival', { place: '郑州东站 3 号库', packages: 1 })
  await it.does('after-sales-head', 'order-transport', { driverId: world.as('driver').id, vehicle: '豫A·D5021' })
  await it.does('driver', 'collect', { handover: 'intact', packages: 1 })
  await it.does('warehouse-head', 'count', {
    lines: [{ lineNo: 1, counted: 38 }],
    differenceNote: '客户漏装 2 支，已确认',
  })

  expect(await it.refused('warehouse-head', 'stock-in', { location: 'T-02' })).toMatchObject({ code: 'not-inspected' })
  await it.does('quality-inspector', 'inspect', {
    verdicts: [good(30), { lineNo: 1, verdict: 'customer-damage', quantity: 8, finding: '初包装已拆' }],
    refusalStatement: '8 支初包装被拆开，失去无菌保证，属客户造成。',
  })
  await it.does('sales-head', 'sign-stock-in')
  await it.does('quality', 'sign-stock-in')
  expect(await it.refused('warehouse-head', 'stock-in', { location: 'T-02' })).toMatchObject({
    code: 'signatures-missing',
    clause: 'S02-4.2.7b',
  })
  await it.does('after-sales-head', 'sign-stock-in')
  await it.does('warehouse-head', 'stock-in', { location: 'T-02' })
  expect(await inZone(setLot.id)).toEqual({ qualified: 30 })

  await it.does('warehouse', 'exchange', { replacementOrderNo: 'CK-2026-00891' })
  clock.set(instantAt('2026-11-23', '16:00', 'Asia/Shanghai'))
  const totalled = await it.does('sales-statistician', 'total', { quantity: 30, amount: 4500 })
  const note = totalled.due.find(item => item.name === 'return-note')
  expect(note?.dueAt).toBe(instantAt('2026-11-24', '12:00', 'Asia/Shanghai'))
  await it.does('sales-clerk', 'review-note')
  const sent = await it.does('sales-clerk', 'send-note')
  expect(sent.due.find(item => item.name === 'return-note')?.metAt).toBe(clock.now())

  expect(await it.refused('after-sales', 'close')).toMatchObject({ code: 'refusal-open' })
  await it.does('after-sales', 'tell-refusal', { sentBackHow: '豫通物流 YT2026112300231' })
  expect((await it.does('after-sales', 'close')).record.state).toBe('closed')
  expect(await linked(it.id, 'message')).toHaveLength(3)
})

test('over the limits the rule is refusal with an explanation', async () => {
  const it = await requested({
    partyId: dealer.id,
    reason: 'unsaleable',
    wish: 'exchange',
    lines: [{ lotId: setLot.id, quantity: 100 }],
  })
  await it.does('after-sales', 'sign-for')
  await it.does('after-sales', 'review', { opinion: '数量偏大' })
  const reviewed = await it.does('finance-head', 'review', { opinion: '已超比例' })
  expect(row(reviewed)).toMatchObject({
    state: 'over-limits',
    withinLimits: false,
    limits: { rateKept: false, limitPct: 5 },
  })
  expect((await page(it.id)).view.sections.find(item => item.title.zh === '调换比例与期限')).toBeDefined()
  const { fill } = await recordPage(world.kernel, returns, it.id, world.as('after-sales'))
  expect(fill['return.refuse']).toMatchObject({ explanation: expect.stringContaining('已超') })
  const refused = await it.does('after-sales', 'refuse', { explanation: '超出年度调换比例 5%，请谅解。' })
  expect(refused.record.state).toBe('refused')
  expect(await linked(it.id, 'message')).toHaveLength(1)
})

test('over the limits a special case is the general manager’s alone', async () => {
  const it = await requested({
    partyId: dealer.id,
    reason: 'unsaleable',
    wish: 'exchange',
    lines: [{ lotId: setLot.id, quantity: 100, deliveryNumber: 'SH20260402-002' }],
  })
  await it.does('after-sales', 'sign-for')
  await it.does('finance', 'review', { opinion: '超比例也超期' })
  expect(row(await it.does('after-sales', 'review', { opinion: '门店拆迁' }))).toMatchObject({
    state: 'over-limits',
    limits: { periodKept: false, oldest: { deliveredOn: '2026-04-02' } },
  })
  await it.does('after-sales', 'ask-special', { reason: '客户门店拆迁，一次性清库' })
  expect(await it.refused('sales-head', 'approve')).toMatchObject({ code: 'sign-off-order' })
  expect(row(await it.does('general-manager', 'approve', { note: '同意，下不为例' }))).toMatchObject({
    state: 'approved',
    special: true,
  })
  await it.does('after-sales', 'tell-customer')
  await arrives(it, 100)
  await it.does('quality', 'inspect', { verdicts: [good(100)] })
  await signedByThree(it)
  await it.does('warehouse-head', 'stock-in', { location: 'T-03' })
  await it.does('warehouse-head', 'exchange', { replacementOrderNo: 'CK-2026-00910' })
  const totalled = await it.does('sales-statistician', 'total', { quantity: 100, amount: 15_000 })
  expect(row(totalled).alert).toContain('超过规定的 5%')
  expect(
    (await page(it.id)).signOffs.filter(item => item.chain === 'alert' && item.outcome === 'pending'),
  ).toHaveLength(2)
  await it.does('sales-clerk', 'review-note')
  await it.does('sales-clerk', 'send-note')
  expect(await it.refused('after-sales', 'close')).toMatchObject({ code: 'alert-open', clause: 'S02-3.8c' })
  await it.does('general-manager', 'read-alert', { measure: '本年不再调换' })
  await it.does('sales-head', 'read-alert', { measure: '已告知区域经理' })
  await it.does('after-sales', 'close')
})

test('a quality return that is our fault: assessed, responsibility named, nonconforming, corrective action', async () => {
  const it = await requested({
    partyId: dealer.id,
    reason: 'quality',
    wish: 'exchange',
    lines: [{ lotId: setLot.id, quantity: 20 }],
    remark: '滴斗渗漏',
  })
  await it.does('after-sales', 'sign-for')
  await it.does('after-sales-head', 'approve')
  await it.does('sales-head', 'approve')
  expect(await it.refused('after-sales', 'tell-customer')).toMatchObject({ code: 'told-by-sales' })
  await it.does('sales', 'tell-customer')
  await arrives(it, 20)
  const ours = { lineNo: 1, verdict: 'our-defect', quantity: 15, finding: '滴斗粘接处渗漏' }
  await it.does('quality', 'inspect', {
    verdicts: [good(5), ours],
    assessment: '正压检漏 20 支，15 支渗漏',
    disposition: '15 支转不合格品处理',
    responsibleDepartment: 'warehouse',
    responsiblePerson: '丁全福',
    correctiveAction: '核查同批库存与贮存记录',
  })
  await it.does('sales-head', 'sign-stock-in')
  const back = await it.does('quality', 'sign-stock-in', { opinion: 'decline', note: '批号抄错，重检' })
  expect(back.record.state).toBe('inspecting')
  await it.does('quality', 'inspect', {
    verdicts: [good(4), { ...ours, quantity: 16 }],
    assessment: '复检 20 支，16 支渗漏',
    disposition: '16 支转不合格品处理',
    responsibleDepartment: 'warehouse',
    responsiblePerson: '丁全福',
    correctiveAction: '核查同批库存与贮存记录',
  })
  await signedByThree(it)
  const before = await inZone(setLot.id)
  await it.does('warehouse-head', 'stock-in', { location: 'T-04' })
  const after = await inZone(setLot.id)
  expect((after.qualified ?? 0) - (before.qualified ?? 0)).toBe(4)
  expect(await linked(it.id, 'nonconforming')).toHaveLength(1)
  const { rows } = await world.database.adminPool.query(
    `SELECT n.quantity, n.source, n.cause_number FROM nonconforming n WHERE n.cause_id = $1`,
    [it.id],
  )
  expect(rows).toMatchObject([{ quantity: 16, source: 'return', cause_number: (await page(it.id)).record.number }])
  await it.does('warehouse', 'exchange', { replacementOrderNo: 'CK-2026-00915' })
  await it.does('sales-statistician', 'total', { quantity: 20, amount: 3000 })
  await it.does('sales-clerk', 'review-note')
  await it.does('sales-clerk', 'send-note')
  expect(await it.refused('after-sales', 'close')).toMatchObject({ code: 'action-open', clause: 'S02-4.2.6e' })
  await it.does('department-head', 'record-corrective-action', { result: '已核查 3 批，隔离 1 批' })
  await it.does('after-sales', 'close')
  const shown = (await page(it.id)).view.sections.find(item => item.title.zh === '检验结论')
  expect(shown && 'rows' in shown && shown.rows).toHaveLength(2)
})

test('a contract customer: the retained sample is good, he insists, and it comes back on goodwill', async () => {
  const it = await requested({
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
  await arrives(it, 20)
  await it.does('quality', 'inspect', { verdicts: [good(20)], assessment: '复检合格' })
  await signedByThree(it)
  await it.does('warehouse-head', 'stock-in', { location: 'T-05' })
  expect(await it.refused('finance', 'refund', { amount: 3001 })).toMatchObject({ code: 'more-than-paid' })
  await it.does('finance', 'refund', { amount: 3000 })
})

test('a contract customer keeps good goods after the explanation', async () => {
  const it = await requested({
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
  const it = await requested({
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
  expect((await page(it.id)).view.notices?.map(item => item.text.zh)).toContainEqual(
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
  expect(await inZone(reagentLot.id)).toEqual({})
  // what went back to the customer may be asked for again
  await does('after-sales', 'return.request', {
    input: { partyId: dealer.id, reason: 'quality', wish: 'exchange', lines: [{ lotId: reagentLot.id, quantity: 20 }] },
  })
})

test('a recall: no limits, the finding of quality and the head of sales; goods become nonconforming', async () => {
  const it = await requested({
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
  await arrives(it, 30)
  await it.does('quality', 'inspect', {
    verdicts: [{ lineNo: 1, verdict: 'nonconforming', quantity: 30, finding: '召回批次，接头开裂' }],
    assessment: '与召回通知一致',
    disposition: '转不合格品，等待厂家处理',
  })
  await signedByThree(it)
  await it.does('warehouse-head', 'stock-in', { location: 'T-06' })
  expect(await inZone(monitorLot.id)).not.toHaveProperty('qualified')
  expect(await linked(it.id, 'nonconforming')).toHaveLength(1)
})

test('goods that are not worth the freight are destroyed at the customer before anything is refunded', async () => {
  const it = await requested({
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
  expect(await linked(it.id, 'nonconforming')).toHaveLength(1)
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

test('nobody sends back more than he got: asked at the request, and again under the lock of the lot', async () => {
  const input = { partyId: parties.localHospital.id, route: 'contract', reason: 'unsaleable', wish: 'refund' }
  const [beyond] = await world.refused('after-sales', 'return.request', {
    input: { ...input, lines: [{ lotId: setLot.id, quantity: 301 }] },
  })
  expect(beyond?.sentence.zh).toContain('共发 300')
  const it = await requested({ ...input, lines: [{ lotId: setLot.id, quantity: 300 }] })
  await it.does('after-sales', 'sign-for')
  await it.does('sales-head', 'approve')
  await it.does('sales', 'decide-way', { way: 'ship-back', reason: '完好' })
  await it.does('after-sales', 'tell-customer')
  await arrives(it, 300)
  await it.does('quality', 'inspect', { verdicts: [good(300)] })
  await signedByThree(it)
  await world.database.adminPool.query(`UPDATE delivery SET quantity = 250 WHERE party_id = $1 AND lot_id = $2`, [
    parties.localHospital.id,
    setLot.id,
  ])
  expect(await it.refused('warehouse-head', 'stock-in', { location: 'T-07' })).toMatchObject({
    code: 'more-than-delivered',
    clause: 'LT-cap',
  })
  expect((await page(it.id)).record.state).toBe('to-stock-in')
})

test('a complaint knows the open returns that name it', async () => {
  const complaint = await world.does('service-desk', 'complaint.open', {
    input: { partyId: dealer.id, productId: products.infusionSet.id, description: '滴斗渗漏', harmHappened: 'no' },
  })
  const it = await requested({
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

test('the ledger finds a return by lot, and the monthly report shows who is over the rate', async () => {
  const { kernel, clock } = world
  const ledger = returns.ledgers[0]
  const report = returns.reports[0]
  if (!ledger || !report) throw new Error('no ledger or report')
  const found = await readLedger(kernel, returns, ledger, { search: 'HB2608' }, world.as('quality'))
  expect(found.rows.length).toBeGreaterThan(0)
  const { policies } = await kernel.settings()
  const context = {
    actor: world.as('finance-head'),
    now: clock.now(),
    zone: 'Asia/Shanghai',
    policy: policyBook(policies, clock.now()),
  }
  const content = await report.fill(kernel.db, { year: 2026, month: 11 }, context)
  expect(content.figures.find(item => item.title.zh === '超调换率客户')?.value).toBe(2)
  const rate = content.charts.find(item => item.name === 'rate')
  expect(rate?.categories).toContain(dealer.name)
  expect(rate?.limit?.value).toBe(5)
  expect(content.tables[1]?.rows).toMatchObject([
    { number: 'TH-2026-00002' },
    { reason: expect.stringContaining('14.6') },
  ])
})

test('every return prints all of its forms’ data, and all of it is in the trail', async () => {
  const { kernel, database } = world
  const { rows } = await database.adminPool.query('SELECT id FROM goods_return ORDER BY number')
  const ids = rows.map(item => item.id as string)
  const papers = await returns.queries.facts.paper?.read(kernel.db, ids)
  for (const form of returns.forms)
    for (const id of ids) expect(() => form.schema.parse(form.data(papers?.get(id))), form.id).not.toThrow()
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  // What the tests put there directly; the rest went through the steps.
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})

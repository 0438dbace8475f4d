/** Dealers' returns on a real PostgreSQL: within the limits, over them, by the general manager, and for quality. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestKernel } from '../../../test/kernel.ts'
import { lots, parties } from '../../../test/world.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { policyBook } from '../../kernel/policy.ts'
import { instantAt } from '../../kernel/time.ts'
import { returns } from './procedure.ts'
import { good, type ReturnDesk, returnDesk, row } from './return-desk.example.ts'

const { dealer } = parties
const { infusionSet: setLot } = lots

let desk: ReturnDesk
let world: TestKernel
beforeAll(async () => {
  desk = await returnDesk()
  world = desk.world
})
afterAll(() => desk.drop())

test('unsaleable goods within rate and period: fax, review, approval, driver, inspection, three signatures, exchange, note by noon', async () => {
  const { clock } = world
  const it = await desk.requested(
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
  expect(row(await desk.page(it.id))).toMatchObject({
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

  await it.does('after-sales', 'correct', { phone: '0371-10550199', reason: '号码抄错' })
  expect((await desk.page(it.id)).corrections).toMatchObject([{ field: 'phone', now: '0371-10550199' }])

  // after-sales and finance are asked at the same time; the order does not matter
  expect(row(await it.does('finance', 'review', { opinion: '近一年进货 1450 件，未超' })).state).toBe('reviewing')
  expect(await it.refused('sales-head', 'approve')).toMatchObject({ code: 'state' })
  expect(row(await it.does('after-sales', 'review', { opinion: '在期限内' })).state).toBe('approving')
  expect(await it.refused('sales-head', 'approve')).toMatchObject({ code: 'sign-off-order' })
  expect(await it.refused('after-sales', 'tell-customer')).toMatchObject({ code: 'not-approved', clause: 'S02-4.2.3c' })
  await it.does('after-sales-head', 'approve', { note: '符合规定' })
  expect(row(await it.does('sales-head', 'approve')).state).toBe('approved')

  await it.does('after-sales', 'tell-customer', { instructions: '请用原包装发运' })
  expect(await desk.linked(it.id, 'message')).toMatchObject([{ procedure: 'message' }])
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
  expect(await desk.inZone(setLot.id)).toEqual({ qualified: 30 })

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
  expect(await desk.linked(it.id, 'message')).toHaveLength(3)
})

test('over the limits the rule is refusal with an explanation', async () => {
  const it = await desk.requested({
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
  expect((await desk.page(it.id)).view.sections.find(item => item.title.zh === '调换比例与期限')).toBeDefined()
  const { fill } = await desk.page(it.id, 'after-sales')
  expect(fill['return.refuse']).toMatchObject({ explanation: expect.stringContaining('已超') })
  const refused = await it.does('after-sales', 'refuse', { explanation: '超出年度调换比例 5%，请谅解。' })
  expect(refused.record.state).toBe('refused')
  expect(await desk.linked(it.id, 'message')).toHaveLength(1)
})

test('over the limits a special case is the general manager’s alone', async () => {
  const it = await desk.requested({
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
  const { signOffs } = await desk.page(it.id)
  expect(signOffs.map(item => [item.chain, item.key, item.outcome])).toEqual([
    ['approval', 'general-manager', 'signed'],
    ['review', 'after-sales', 'signed'],
    ['review', 'finance', 'signed'],
  ])
  await desk.arrives(it, 100)
  await it.does('quality', 'inspect', { verdicts: [good(100)] })
  await desk.signedByThree(it)
  await it.does('warehouse-head', 'stock-in', { location: 'T-03' })
  await it.does('warehouse-head', 'exchange', { replacementOrderNo: 'CK-2026-00910' })
  const totalled = await it.does('sales-statistician', 'total', { quantity: 100, amount: 15_000 })
  expect(row(totalled).alert).toContain('超过规定的 5%')
  expect(
    (await desk.page(it.id)).signOffs.filter(item => item.chain === 'alert' && item.outcome === 'pending'),
  ).toHaveLength(2)
  await it.does('sales-clerk', 'review-note')
  await it.does('sales-clerk', 'send-note')
  expect(await it.refused('after-sales', 'close')).toMatchObject({ code: 'alert-open', clause: 'S02-3.8c' })
  await it.does('general-manager', 'read-alert', { measure: '本年不再调换' })
  await it.does('sales-head', 'read-alert', { measure: '已告知区域经理' })
  await it.does('after-sales', 'close')
})

test('a quality return that is our fault: assessed, responsibility named, nonconforming, corrective action', async () => {
  const it = await desk.requested({
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
  await desk.arrives(it, 20)
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
  await desk.signedByThree(it)

  // all three have signed; quality learns more before the goods are booked in, and everybody signs for the new findings
  const vetoed = await it.does('quality', 'veto-stock-in', { reason: '同批另一客户反映渗漏，须加检' })
  expect(vetoed.record.state).toBe('inspecting')
  expect(await it.refused('warehouse-head', 'stock-in', { location: 'T-04' })).toMatchObject({ code: 'not-inspected' })
  await it.does('quality', 'inspect', {
    verdicts: [good(4), { ...ours, quantity: 16 }],
    assessment: '加检无新发现',
    disposition: '16 支转不合格品处理',
    responsibleDepartment: 'warehouse',
    responsiblePerson: '丁全福',
    correctiveAction: '核查同批库存与贮存记录',
  })
  expect(await it.refused('warehouse-head', 'stock-in', { location: 'T-04' })).toMatchObject({
    code: 'signatures-missing',
  })
  await desk.signedByThree(it)
  const before = await desk.inZone(setLot.id)
  await it.does('warehouse-head', 'stock-in', { location: 'T-04' })
  const after = await desk.inZone(setLot.id)
  expect((after.qualified ?? 0) - (before.qualified ?? 0)).toBe(4)
  expect(await desk.linked(it.id, 'nonconforming')).toHaveLength(1)
  const { rows } = await world.database.adminPool.query(
    `SELECT n.quantity, n.source, n.cause_number FROM nonconforming n WHERE n.cause_id = $1`,
    [it.id],
  )
  expect(rows).toMatchObject([{ quantity: 16, source: 'return', cause_number: (await desk.page(it.id)).record.number }])
  await it.does('warehouse', 'exchange', { replacementOrderNo: 'CK-2026-00915' })
  await it.does('sales-statistician', 'total', { quantity: 20, amount: 3000 })
  await it.does('sales-clerk', 'review-note')
  await it.does('sales-clerk', 'send-note')
  expect(await it.refused('after-sales', 'close')).toMatchObject({ code: 'action-open', clause: 'S02-4.2.6e' })
  await it.does('department-head', 'record-corrective-action', { result: '已核查 3 批，隔离 1 批' })
  await it.does('after-sales', 'close')
  const shown = (await desk.page(it.id)).view.sections.find(item => item.title.zh === '检验结论')
  expect(shown && 'rows' in shown && shown.rows).toHaveLength(2)
})

test('the ledger finds a return by lot, and the monthly report shows who is over the rate', async () => {
  const { kernel, clock } = world
  const ledger = returns.ledgers[0]
  const report = returns.reports[0]
  if (!ledger || !report) throw new Error('no ledger or report')
  const found = await readLedger(kernel, returns, ledger, { search: '20260301' }, world.as('quality'))
  expect(found.rows.length).toBeGreaterThan(0)
  const { policies } = await kernel.settings()
  const context = {
    actor: world.as('finance-head'),
    now: clock.now(),
    zone: 'Asia/Shanghai',
    policy: policyBook(policies, clock.now()),
  }
  const content = await report.fill(kernel.db, { year: 2026, month: 11 }, context)
  expect(content.figures.find(item => item.title.zh === '超调换率客户')?.value).toBe(1)
  const rate = content.charts.find(item => item.name === 'rate')
  expect(rate?.categories).toContain(dealer.name)
  expect(rate?.limit?.value).toBe(5)
  expect(content.tables[1]?.rows).toMatchObject([{ number: 'TH-2026-00002', reason: expect.stringContaining('5%') }])
})

test('every return fills all of its forms, and all of it is in the trail', () => desk.isWhole())

/** The lives of nonconforming goods on a real PostgreSQL: released, sent back, written off and destroyed, on site. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site, warehouses } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { policyBook } from '../../kernel/policy.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { addLocalMonths, endOfLocalDay, SITE_ZONE } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { complaint } from '../complaint/procedure.ts'
import { destruction } from '../destruction/procedure.ts'
import { lot } from '../lot/procedure.ts'
import { warehouse } from '../warehouse/procedure.ts'
import type { NonconformingRow } from './nonconforming.ts'
import { nonconforming } from './procedure.ts'
import { halfYearAnalysis } from './reports/half-year.ts'

let world: TestKernel
const set = lots.infusionSet
const supplier = parties.pumpMaker
const hospital = parties.localHospital

beforeAll(async () => {
  world = await testKernel([complaint, lot, warehouse, nonconforming, destruction])
  const { siteId } = world
  const here = <Row extends object>(rows: Readonly<Record<string, Row>>) =>
    Object.values(rows).map(row => ({ ...row, siteId }))
  await settle(world.kernel.db, {
    site: { ...site, id: siteId, siteId },
    parties: here(parties),
    products: here({ ...products, pump: { ...products.pump, isSerialTracked: true } }),
    lots: here(lots),
    deliveries,
    warehouses: here(warehouses),
  })
  await world.does('warehouse', 'lot.open-stock', {
    on: set.id,
    input: { zone: 'qualified', quantity: 600, countedOn: '2026-11-18' },
  })
})
afterAll(() => world.drop())

/** Units of the set in each zone that has any. */
async function stock(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await world.database.adminPool.query<{ zone: string; quantity: number }>(
    'SELECT zone, quantity FROM stock WHERE lot_id = $1 AND quantity > 0 ORDER BY zone',
    [set.id],
  )
  return Object.fromEntries(rows.map(row => [row.zone, row.quantity]))
}

const row = (answer: { readonly record: unknown }) => answer.record as NonconformingRow
const stateOf = async (id: string): Promise<string> =>
  (await world.database.adminPool.query('SELECT state FROM nonconforming WHERE id = $1', [id])).rows[0].state

/** A photograph that this person uploaded. */
async function photograph(by: string): Promise<string> {
  const id = randomUUID()
  await world.database.adminPool.query(
    `INSERT INTO attachment (id, sha256, name, media_type, size, uploaded_by, uploaded_at)
     VALUES ($1, $2, '现场照片.jpg', 'image/jpeg', 1000, $3, $4)`,
    [id, 'c'.repeat(64), world.as(by).id, world.clock.now()],
  )
  return id
}

const doubtful = {
  source: 'storage',
  lotId: set.id,
  zone: 'qualified',
  category: 'packaging',
  finding: '外箱受潮，部分内包装封口发白，疑似漏气。',
} as const
const bad = { result: 'nonconforming', method: '逐箱拆检，封口剥离试验', note: '封口强度不合格，判定不合格。' } as const

/** Goods found in store, confirmed and isolated; answers the record's id. */
async function isolated(quantity: number, more: object = {}): Promise<string> {
  const { does } = world
  const { record } = await does('stock-maintenance', 'nonconforming.report', {
    input: { ...doubtful, quantity, marked: true, ...more },
  })
  const on = record.id
  await does('quality', 'nonconforming.record-recheck', { on, input: bad })
  await does('sales-rep', 'nonconforming.confirm', { on, input: {} })
  await does('warehouse', 'nonconforming.store', { on, input: { counted: quantity, place: 'BHG-01' } })
  return on
}

/** Writes the open part off with all five signatures. */
async function writtenOff(on: string): Promise<void> {
  const { does } = world
  await does('warehouse', 'nonconforming.request-write-off', { on, input: { unitPrice: 3.85, reason: '封口不合格' } })
  for (const signer of ['sales', 'quality', 'finance', 'general-manager'])
    await does(signer, 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
}

test('doubtful goods are marked at once, nobody can pick them, quality finds them good and lets them go', async () => {
  const { does, refused, clock } = world
  const opened = await does('stock-maintenance', 'nonconforming.report', { input: { ...doubtful, quantity: 100 } })
  const on = opened.record.id
  expect(opened.record).toMatchObject({ number: 'BH-2026-00001', state: 'reported', zone: 'qualified' })
  expect(opened.due.map(item => item.name).sort()).toEqual(['mark', 'recheck'])

  const [held] = await refused('warehouse', 'lot.transfer', {
    on: set.id,
    input: { from: 'qualified', to: 'return', quantity: 501, reason: '调整' },
  })
  expect(held).toMatchObject({ code: 'goods-nonconforming', clause: 'S12-5.8.2g' })
  const picked = await execute(
    world.kernel,
    { command: 'lot.pick', on: set.id, input: { quantity: 501 } },
    { ...world.as('picker'), via: 'system' },
  ).catch(fault => fault.refusals[0])
  expect(picked).toMatchObject({ code: 'goods-nonconforming', clause: 'S26-2.1a', field: 'quantity' })
  const twice = await refused('stock-maintenance', 'nonconforming.report', { input: { ...doubtful, quantity: 501 } })
  expect(twice[0]?.code).toBe('more-than-there')

  const good = { result: 'conforming', method: '封口剥离试验', note: '封口强度合格，仅外箱受潮。' }
  const [unmarked] = await refused('quality', 'nonconforming.record-recheck', { on, input: good })
  expect(unmarked?.code).toBe('mark-missing')
  clock.pass(0.5)
  const marked = await does('warehouse', 'nonconforming.mark', { on, input: { count: 3 } })
  expect(marked.due.find(item => item.name === 'mark')?.metAt).toBe(clock.now())
  await does('quality', 'nonconforming.record-recheck', { on, input: good })
  const [onlyQuality] = await refused('warehouse', 'nonconforming.release', { on, input: { note: '可以发货' } })
  expect(onlyQuality?.code).toBe('role')
  const released = await does('quality', 'nonconforming.release', { on, input: { note: '换外箱后放行' } })
  expect(released.record.state).toBe('released')
  expect(await stock()).toEqual({ qualified: 600 })
  const { view } = await recordPage(world.kernel, nonconforming, on, world.as('warehouse'))
  expect(view.sections.map(section => section.title.zh)).toEqual(['发现', '标识、复查与隔离'])
})

test('goods for which the supplier is liable leave with its notice, and the record is filed with its receipt', async () => {
  const { does, refused } = world
  const on = await isolated(50)
  expect(await stock()).toEqual({ qualified: 550, unqualified: 50 })
  const opinion = {
    liable: 'supplier',
    basis: '质量保证协议第六条',
    opinion: '退回供货者并要求改进',
    supplierId: supplier.id,
  }
  await does('quality', 'nonconforming.give-opinion', { on, input: opinion })
  const [early] = await refused('driver', 'nonconforming.hand-over', { on, input: { driverName: '马力' } })
  expect(early?.code).toBe('no-part')
  const [filler] = await refused('purchasing', 'nonconforming.return-to-supplier', {
    on,
    input: { reason: '封口不合格' },
  })
  expect(filler?.code).toBe('other-filler')
  await does('sales-rep', 'nonconforming.return-to-supplier', { on, input: { reason: '封口不合格' } })
  await does('driver', 'nonconforming.hand-over', { on, input: { driverName: '马力', transport: '豫A·7K215' } })
  expect(await stock()).toEqual({ qualified: 550 })
  const received = await does('sales-rep', 'nonconforming.record-supplier-receipt', {
    on,
    input: { receivedOn: '2026-11-20', receivedBy: '孟庆', receiptNo: 'HZ-R-17', settlement: 'replacement' },
  })
  expect(received.record.state).toBe('filed')
  const { rows } = await world.database.adminPool.query(
    'SELECT kind, to_place, party_id, document, cause_number FROM stock_move WHERE cause_id = $1 ORDER BY at, id',
    [on],
  )
  expect(rows.map(item => item.kind).sort()).toEqual(['leave', 'transfer'])
  expect(rows.find(item => item.kind === 'leave')).toMatchObject({
    to_place: 'supplier',
    party_id: supplier.id,
    document: `${row(received).number}-TC1`,
    cause_number: row(received).number,
  })
})

test('a refused arrival goes to the return zone after quality has seen it, and promptly back', async () => {
  const { does, refused } = world
  const { record } = await does('warehouse', 'lot.register', {
    input: { productId: products.infusionSet.id, lotNo: '20261001', producedOn: '2026-10-01', expiresOn: '2029-09-30' },
  })
  await does('warehouse', 'lot.receive', {
    on: record.id,
    input: { supplierId: supplier.id, document: 'HZ-9001', quantity: 80, receivedOn: '2026-11-19' },
  })
  const refusal = {
    source: 'acceptance',
    lotId: record.id,
    zone: 'waiting',
    quantity: 80,
    category: 'documents',
    finding: '随货检验报告批号与实物不符',
  }
  const [byInspector] = await refused('warehouse', 'nonconforming.report', { input: refusal })
  expect(byInspector).toMatchObject({ code: 'inspector-reports', clause: 'S26-1a' })
  const reported = await does('acceptance-inspector', 'nonconforming.report', { input: refusal })
  expect(reported.record).toMatchObject({ supplierName: supplier.name })
  const on = reported.record.id
  const [veto] = await refused('acceptance-inspector', 'lot.accept', {
    on: record.id,
    input: { quantity: 80, verdict: '外观完好' },
  })
  expect(veto).toMatchObject({ code: 'goods-nonconforming', clause: 'S26-1b' })
  const [target] = await refused('quality', 'nonconforming.record-recheck', { on, input: bad })
  expect(target?.code).toBe('target-missing')
  const confirmed = await does('quality', 'nonconforming.record-recheck', { on, input: { ...bad, target: 'return' } })
  expect(confirmed.record.state, 'no slip is needed').toBe('to-move')
  const stored = await does('warehouse', 'nonconforming.store', { on, input: { counted: 80, place: 'TH-02' } })
  expect(stored.record).toMatchObject({ state: 'isolated', zone: 'return' })
  expect(stored.due.find(item => item.name === 'refused-return')).toMatchObject({ metAt: null, clause: 'S26-1b' })
  const opinion = { liable: 'supplier', basis: '购货合同第三条', opinion: '拒收，退回' }
  await does('quality', 'nonconforming.give-opinion', { on, input: opinion })
  await does('sales', 'nonconforming.return-to-supplier', { on, input: { reason: '检验报告不符' } })
  const left = await does('driver', 'nonconforming.hand-over', { on, input: { driverName: '马力' } })
  expect(left.due.find(item => item.name === 'refused-return')?.metAt).not.toBeNull()
  const receipt = { receivedOn: '2026-11-20', receivedBy: '孟庆', settlement: 'none' }
  expect((await does('driver', 'nonconforming.record-supplier-receipt', { on, input: receipt })).record.state).toBe(
    'filed',
  )
})

test('a part goes back, the rest is written off by five people, listed, reported, approved and destroyed', async () => {
  const { does, refused, clock } = world
  const on = await isolated(30)
  const shared = { liable: 'shared', basis: '协议第六条', opinion: '整箱退回，散包装报损', supplierId: supplier.id }
  const [parts] = await refused('quality', 'nonconforming.give-opinion', {
    on,
    input: { ...shared, supplierQuantity: 30 },
  })
  expect(parts?.code).toBe('parts-do-not-fit')
  await does('quality', 'nonconforming.give-opinion', { on, input: { ...shared, supplierQuantity: 10 } })

  const [unlisted] = await refused('warehouse', 'destruction.list', { input: {} })
  expect(unlisted?.code).toBe('nothing-waits')
  const asked = { unitPrice: 3.85, reason: '散包装封口不合格' }
  await does('warehouse', 'nonconforming.request-write-off', { on, input: asked })
  const [order] = await refused('finance', 'nonconforming.sign-write-off', { on, input: {} })
  expect(order?.code).toBe('sign-off-order')
  await does('sales', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  await does('quality', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  await does('finance', 'nonconforming.sign-write-off', {
    on,
    input: { opinion: 'send-back', backTo: 'sales', note: '单价请业务核对' },
  })
  const [again] = await refused('quality', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  expect(again?.code, 'sales is asked again first').toBe('sign-off-order')
  await does('sales', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree', note: '单价无误' } })
  await does('quality', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  await does('finance', 'nonconforming.sign-write-off', { on, input: { opinion: 'agree' } })
  const approved = await does('general-manager', 'nonconforming.sign-write-off', { on, input: { note: '同意' } })
  expect(row(approved)).toMatchObject({ state: 'disposing', writeOffValue: 7700 })
  expect(approved.due.find(item => item.name === 'destruction-list')).toMatchObject({
    dueAt: endOfLocalDay(addLocalMonths(clock.now(), 3, SITE_ZONE), SITE_ZONE),
    policyKey: 'destroy.list_interval_m',
  })
  await does('sales-rep', 'nonconforming.return-to-supplier', { on, input: { reason: '封口不合格' } })
  await does('driver', 'nonconforming.hand-over', { on, input: { driverName: '马力' } })
  const receipt = { receivedOn: '2026-11-20', receivedBy: '孟庆', settlement: 'red-invoice' }
  const back = await does('driver', 'nonconforming.record-supplier-receipt', { on, input: receipt })
  expect(back.record.state).toBe('awaiting-destruction')

  const other = await isolated(5)
  await does('quality', 'nonconforming.give-opinion', {
    on: other,
    input: { liable: 'own', basis: '仓储受潮，超出供货者责任', opinion: '报损销毁' },
  })
  await writtenOff(other)
  expect(await stateOf(other)).toBe('awaiting-destruction')

  const list = await does('warehouse', 'destruction.list', { input: { note: '第四季度' } })
  expect(list.record).toMatchObject({ number: 'XH-2026-00001', lineCount: 2, quantity: 25, value: 9625 })
  const xh = list.record.id
  const [twice] = await refused('warehouse', 'destruction.list', { input: { nonconformingIds: [on] } })
  expect(twice?.code).toBe('not-written-off')
  const report = { reason: '已报损，无使用价值', method: 'medical-waste', place: '处置厂', plannedOn: '2026-11-24' }
  await does('quality', 'destruction.report', { on: xh, input: report })
  const destroying = {
    destroyedAt: clock.now(),
    place: '豫康医废处置厂',
    method: 'medical-waste',
    process: '过磅后投入焚烧炉，全程录像。',
    witnesses: [
      { name: '蒋涛', unit: '仓储部' },
      { name: '刘洋', unit: '豫康处置厂' },
    ],
    photographs: [await photograph('quality')],
  }
  const [unapproved] = await refused('quality', 'destruction.destroy', { on: xh, input: destroying })
  expect(unapproved).toMatchObject({ code: 'not-approved', clause: 'S26-5c' })
  await does('business-deputy', 'destruction.approve', { on: xh, input: { agree: true, note: '同意' } })
  await does('finance', 'destruction.check', { on: xh, input: { agree: true } })
  const [unchecked] = await refused('quality', 'destruction.destroy', { on: xh, input: destroying })
  expect(unchecked?.code).toBe('state')
  expect((await does('warehouse', 'destruction.check', { on: xh, input: { agree: true } })).record.state).toBe(
    'checked',
  )
  clock.pass(48)
  const destroyed = await does('quality', 'destruction.destroy', {
    on: xh,
    input: { ...destroying, destroyedAt: clock.now() },
  })
  expect(destroyed.record.state).toBe('destroyed')
  expect(await stock()).toEqual({ qualified: 515 })
  expect([await stateOf(on), await stateOf(other)]).toEqual(['destroyed', 'destroyed'])
  await does('quality', 'destruction.file', { on: xh, input: { fileNo: 'ZL-2026-11' } })
  expect([await stateOf(on), await stateOf(other)]).toEqual(['filed', 'filed'])

  const paper = (await nonconforming.queries.facts.paper?.read(world.kernel.db, [on]))?.get(on) as {
    reviews: { key: string; name: string }[]
    destructions: { number: string; witnesses: string[] }[]
  }
  expect(paper.reviews.filter(item => item.name).length).toBeGreaterThanOrEqual(5)
  expect(paper.destructions[0]).toMatchObject({
    number: 'XH-2026-00001',
    witnesses: ['蒋涛（仓储部）', '刘洋（豫康处置厂）'],
  })
})

test('a refused write-off comes back to the keeper, and quality may then decide otherwise', async () => {
  const { does, refused } = world
  const on = await isolated(4)
  const own = { liable: 'own', basis: '仓储原因', opinion: '报损' }
  await does('quality', 'nonconforming.give-opinion', { on, input: own })
  await does('warehouse', 'nonconforming.request-write-off', { on, input: { unitPrice: 9, reason: '封口不合格' } })
  const [signing] = await refused('quality', 'nonconforming.give-opinion', { on, input: own })
  expect(signing?.code).toBe('being-signed')
  await does('sales', 'nonconforming.sign-write-off', {
    on,
    input: { opinion: 'refuse', note: '供货者已同意收回，请退供货者' },
  })
  const opinion = { liable: 'supplier', basis: '供货者来函同意', opinion: '退回', supplierId: supplier.id }
  await does('quality', 'nonconforming.give-opinion', { on, input: opinion })
  const { rows } = await world.database.adminPool.query(
    'SELECT kind, state FROM nonconforming_disposition WHERE nonconforming_id = $1 ORDER BY kind',
    [on],
  )
  expect(rows).toEqual([
    { kind: 'supplier', state: 'decided' },
    { kind: 'write-off', state: 'replaced' },
  ])
})

test('goods that stay at the customer are destroyed there, with the same approvals and the regulator', async () => {
  const { does, refused, clock } = world
  const found = {
    source: 'complaint',
    lotId: set.id,
    quantity: 40,
    atCustomer: true,
    partyId: hospital.id,
    finding: '客户验货发现封口漏气，运回费用高于货值',
    judgement: '远程照片与留样比对，判定不合格',
  }
  const [more] = await refused('quality', 'nonconforming.report', { input: { ...found, quantity: 301 } })
  expect(more?.code).toBe('more-than-delivered')
  const reported = await does('quality', 'nonconforming.report', { input: found })
  expect(reported.record).toMatchObject({ state: 'isolated', zone: null, quantityHere: 0 })
  const on = reported.record.id
  const [away] = await refused('quality', 'nonconforming.give-opinion', {
    on,
    input: { liable: 'supplier', basis: '协议', opinion: '退回', supplierId: supplier.id },
  })
  expect(away?.code).toBe('goods-at-customer')
  await does('quality', 'nonconforming.give-opinion', {
    on,
    input: {
      liable: 'own',
      basis: '客户处就地销毁',
      opinion: '报损，就地销毁',
      special: true,
      specialReason: '列入特殊管理目录',
    },
  })
  await writtenOff(on)
  const [byDefault] = await refused('warehouse', 'destruction.list', { input: {} })
  expect(byDefault?.code, 'on-site goods are chosen by name').toBe('nothing-waits')
  const list = await does('warehouse', 'destruction.list', { input: { nonconformingIds: [on] } })
  const xh = list.record.id
  expect(list.record).toMatchObject({ onSite: true, special: true, partyName: hospital.name })
  const report = { reason: '就地销毁', method: 'crushing', place: hospital.name, plannedOn: '2026-11-30' }
  const [untold] = await refused('quality', 'destruction.report', { on: xh, input: report })
  expect(untold?.code).toBe('regulator-not-told')
  await does('quality', 'destruction.report', {
    on: xh,
    input: { ...report, regulatorNotice: '金水区市场监管局 11-22' },
  })
  await does('business-deputy', 'destruction.approve', { on: xh, input: {} })
  await does('warehouse', 'destruction.check', { on: xh, input: {} })
  await does('finance', 'destruction.check', { on: xh, input: {} })
  clock.pass(24)
  const destroying = {
    destroyedAt: clock.now(),
    place: hospital.name,
    method: 'crushing',
    process: '设备科逐支剪断后交医废暂存间',
    witnesses: [
      { name: '刘慧敏', unit: hospital.name },
      { name: '许文', unit: hospital.name },
    ],
    photographs: [await photograph('quality')],
  }
  const [alone] = await refused('quality', 'destruction.destroy', { on: xh, input: destroying })
  expect(alone).toMatchObject({ code: 'regulator-missing', clause: 'S26-5e' })
  await does('quality', 'destruction.destroy', {
    on: xh,
    input: {
      ...destroying,
      regulatorUnit: '金水区市场监管局',
      regulatorName: '丁一',
      regulatorDocument: '金市监销〔2026〕7号',
    },
  })
  await does('quality', 'destruction.file', { on: xh, input: {} })
  expect(await stateOf(on)).toBe('filed')
  const { rows } = await world.database.adminPool.query(
    `SELECT from_place, to_place, quantity FROM stock_move WHERE cause_id = $1`,
    [on],
  )
  expect(rows).toEqual([{ from_place: 'customer', to_place: 'destroyed', quantity: 40 }])
})

test('serial numbers keep their way: which go back, which are written off', async () => {
  const { does, refused } = world
  const serials = ['IP-01', 'IP-02', 'IP-03']
  await does('warehouse', 'lot.open-stock', {
    on: lots.pump.id,
    input: { zone: 'qualified', quantity: 3, serials, countedOn: '2026-11-18' },
  })
  const pumps = { ...doubtful, lotId: lots.pump.id, quantity: 2, category: 'performance', finding: '流速偏差超限' }
  const [bare] = await refused('checker', 'nonconforming.report', { input: { ...pumps, source: 'outbound-check' } })
  expect(bare?.code).toBe('serials-missing')
  const [strange] = await refused('checker', 'nonconforming.report', {
    input: { ...pumps, serials: ['IP-01', 'IP-99'] },
  })
  expect(strange?.code).toBe('serial-not-there')
  const on = await isolated(2, { ...pumps, serials: ['IP-01', 'IP-02'] })
  const opinion = {
    liable: 'shared',
    basis: '协议',
    opinion: '一退一报损',
    supplierId: supplier.id,
    supplierQuantity: 1,
  }
  const [which] = await refused('quality', 'nonconforming.give-opinion', { on, input: opinion })
  expect(which?.code).toBe('serials-do-not-fit')
  await does('quality', 'nonconforming.give-opinion', { on, input: { ...opinion, supplierSerials: ['IP-02'] } })
  await does('sales-rep', 'nonconforming.return-to-supplier', { on, input: { reason: '流速偏差' } })
  await does('driver', 'nonconforming.hand-over', { on, input: { driverName: '马力' } })
  const { rows } = await world.database.adminPool.query('SELECT serial, place FROM unit ORDER BY serial')
  expect(rows).toEqual([
    { serial: 'IP-01', place: 'unqualified' },
    { serial: 'IP-02', place: 'supplier' },
    { serial: 'IP-03', place: 'qualified' },
  ])
})

test('a complaint stays open while goods that came out of it are not disposed of', async () => {
  const { does, kernel } = world
  const opened = await does('service-desk', 'complaint.open', {
    input: { partyId: hospital.id, lotId: set.id, productId: set.productId, kind: 'quality', description: '封口漏气' },
  })
  const { id, number } = opened.record
  const { record } = await does('quality', 'nonconforming.report', {
    input: { ...doubtful, source: 'complaint', quantity: 1, complaintId: id },
  })
  expect(record).toMatchObject({ causeProcedure: 'complaint', causeNumber: number })
  const held = async () =>
    ((await nonconforming.queries.facts.openGoods?.read(kernel.db, [id]))?.get(id) ?? []) as { number: string }[]
  expect(await held()).toMatchObject([{ number: record.number }])
  await does('quality-head', 'nonconforming.void', { on: record.id, input: { reason: '批号选错' } })
  expect(await held()).toEqual([])
})

test('goods are not picked in the very moment in which they are reported', async () => {
  const { does, kernel, as } = world
  const { qualified = 0 } = await stock()
  const both = await Promise.allSettled([
    does('stock-maintenance', 'nonconforming.report', { input: { ...doubtful, quantity: qualified - 10 } }),
    execute(kernel, { command: 'lot.pick', on: set.id, input: { quantity: 20 } }, { ...as('picker'), via: 'system' }),
  ])
  expect(both.map(item => item.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the ledger lists every finding, the half-year is summed up, and the trail is whole', async () => {
  const { kernel, as, does } = world
  const [ledger] = nonconforming.ledgers
  if (!ledger) throw new Error('there is a ledger')
  const { rows } = await readLedger(kernel, nonconforming, ledger, { filter: {}, limit: 50 }, as('quality'))
  expect(rows.length).toBeGreaterThanOrEqual(8)
  await does('warehouse-head', 'nonconforming.note-measure', {
    on: String(rows.find(item => item.state !== 'voided')?.id),
    input: { department: 'warehouse', measure: '外箱离墙存放', responsibleName: '田壮', dueOn: '2026-12-15' },
  })
  const content = await halfYearAnalysis.fill(
    kernel.db,
    { year: 2026, half: 2 },
    { actor: as('quality'), now: world.clock.now(), zone: SITE_ZONE, policy: policyBook([], world.clock.now()) },
  )
  expect(content.charts.map(chart => chart.name)).toEqual([
    'source',
    'product',
    'supplier',
    'category',
    'disposition',
    'value',
  ])
  expect(content.figures.find(item => item.title.zh === '复查合格')?.value).toBe(1)
  expect(content.tables.find(item => item.title.zh.startsWith('预防措施'))?.rows).toHaveLength(1)
  const { faults } = await verifyTrail(world.database.adminPool, kernel.registry, kernel.keys)
  // people, base data and uploads of this test were put there directly; the rest went through its steps
  const settled = /^(person|party|product|lot|delivery|warehouse|site) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})

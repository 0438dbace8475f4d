/** The lives of nonconforming goods on a real PostgreSQL: released, sent back, refused on arrival, with serial numbers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestKernel } from '../../../test/kernel.ts'
import { lots, products } from '../../../test/world.ts'
import { execute } from '../../kernel/execute.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { bad, type Company, company, doubtful, hospital, set, supplier } from './company.example.ts'
import type { NonconformingRow } from './nonconforming.ts'
import { nonconforming } from './procedure.ts'

let here: Company
let world: TestKernel
beforeAll(async () => {
  here = await company()
  world = here.world
})
afterAll(() => world.drop())

const row = (answer: { readonly record: unknown }) => answer.record as NonconformingRow

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
  expect(await here.stock()).toEqual({ qualified: 600 })
  const { view } = await recordPage(world.kernel, nonconforming, on, world.as('warehouse'))
  expect(view.sections.map(section => section.title.zh)).toEqual(['发现', '标识、复查与隔离'])
})

test('goods for which the supplier is liable leave with its notice, and the record is filed with its receipt', async () => {
  const { does, refused } = world
  const on = await here.isolated(50)
  expect(await here.stock()).toEqual({ qualified: 550, unqualified: 50 })
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
  expect(await here.stock()).toEqual({ qualified: 550 })
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
  const on = await here.isolated(2, { ...pumps, serials: ['IP-01', 'IP-02'] })
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
  const { qualified = 0 } = await here.stock()
  const both = await Promise.allSettled([
    does('stock-maintenance', 'nonconforming.report', { input: { ...doubtful, quantity: qualified - 10 } }),
    execute(kernel, { command: 'lot.pick', on: set.id, input: { quantity: 20 } }, { ...as('picker'), via: 'system' }),
  ])
  expect(both.map(item => item.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('the ledger lists every finding, measures are noted afterwards, and the trail is whole', async () => {
  const { kernel, as, does } = world
  const [ledger] = nonconforming.ledgers
  if (!ledger) throw new Error('there is a ledger')
  const { rows } = await readLedger(kernel, nonconforming, ledger, { filter: {}, limit: 50 }, as('quality'))
  expect(rows.length).toBeGreaterThanOrEqual(5)
  await does('warehouse-head', 'nonconforming.note-measure', {
    on: String(rows.find(item => item.state !== 'voided')?.id),
    input: { department: 'warehouse', measure: '外箱离墙存放', responsibleName: '田壮', dueOn: '2026-12-15' },
  })
  const { faults } = await verifyTrail(world.database.adminPool, kernel.registry, kernel.keys)
  // people, base data and uploads of this test were put there directly; the rest went through its steps
  const settled = /^(person|party|product|lot|delivery|warehouse|site) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})

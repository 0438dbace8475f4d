/** Records under control: who keeps them and how long, entries that come late, and the half-year's check. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { deliveries, lots, parties, products, settle, site } from '../../../test/world.ts'
import { readLedger } from '../../kernel/ledger-read.ts'
import { policyBook } from '../../kernel/policy.ts'
import { recordPage } from '../../kernel/record-page.ts'
import { addMilliseconds, HOUR } from '../../kernel/time.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { complaint } from '../complaint/procedure.ts'
import { procedures } from '../index.ts'
import { inquiry } from '../inquiry/procedure.ts'
import type { Custody } from './queries.ts'
import type { RecordControlRow } from './record-control.ts'
import { registerOf } from './register.ts'

let world: TestKernel

beforeAll(async () => {
  world = await testKernel(procedures)
  const here = { siteId: world.siteId }
  const mine = <Row extends object>(list: readonly Row[]) => list.map(row => ({ ...row, ...here }))
  await settle(world.kernel.db, {
    site: { ...site, ...here, id: world.siteId },
    parties: mine(Object.values(parties)),
    products: mine(Object.values(products)),
    lots: mine(Object.values(lots)),
    deliveries,
  })
})
afterAll(() => world.drop())

const open = (over: object = {}) => ({
  input: {
    partyId: parties.localHospital.id,
    productId: products.pump.id,
    contactPerson: '刘慧敏',
    description: '袖带型号',
    expectation: '给出型号',
    ...over,
  },
})

const custody = async (procedure: string, id: string): Promise<Custody> => {
  const { policies } = await world.kernel.settings()
  const now = world.clock.now()
  const context = { actor: world.as('quality'), now, zone: 'Asia/Shanghai', policy: policyBook(policies, now) }
  const read = world.kernel.registry.procedure('record-control').queries.reads.custody
  return (await read?.run(world.kernel.db, { procedure, id }, context)) as Custody
}

test('the register names every form with department, medium and retention', () => {
  const lines = registerOf(procedures, policyBook([], world.clock.now()))
  const form = lines.find(line => line.kind === 'form' && line.procedure === 'complaint')
  expect(form).toMatchObject({ custodian: { zh: '质量管理部' }, medium: { zh: '电子' } })
  expect(form?.kept?.zh).toContain('产品有效期满后 2 年')
  expect(lines.find(line => line.procedure === 'return')?.kept?.zh).toContain('记录办结后 3 年')
})

test('an entry beyond the window needs a reason and is marked; one in the future is refused', async () => {
  const { does, refused, clock, kernel } = world
  const receivedAt = addMilliseconds(clock.now(), -30 * HOUR)
  const [late] = await refused('service-desk', 'inquiry.open', open({ receivedAt }))
  expect(late).toMatchObject({ code: 'late-entry', field: 'receivedAt', clause: 'S11-5.1.1f' })
  expect(late?.sentence.zh).toContain('24 小时')
  const [blank] = await refused('service-desk', 'inquiry.open', { ...open({ receivedAt }), late: ' ' })
  expect(blank?.code).toBe('late-entry')
  const ahead = open({ receivedAt: addMilliseconds(clock.now(), HOUR) })
  const [future] = await refused('service-desk', 'inquiry.open', { ...ahead, late: '提前填写' })
  expect(future?.code).toBe('in-future')

  const made = await does('service-desk', 'inquiry.open', { ...open({ receivedAt }), late: '系统停机，纸面记录后补' })
  const shown = await recordPage(kernel, inquiry, made.record.id, world.as('service-desk'))
  expect(shown.timeline[0]?.late).toEqual([
    {
      field: 'receivedAt',
      what: { zh: '接到时间', en: 'Received at' },
      eventAt: receivedAt,
      windowHours: 24,
      reason: '系统停机，纸面记录后补',
    },
  ])
  const inTime = await does('service-desk', 'inquiry.open', { ...open(), late: '没有补记' })
  const [ledger] = inquiry.ledgers
  if (!ledger) throw new Error('no ledger')
  const { rows } = await readLedger(kernel, inquiry, ledger, {}, world.as('service-desk'))
  const marked = Object.fromEntries(rows.map(row => [row.number, row.late === true]))
  expect(marked).toEqual({ [made.record.number]: true, [inTime.record.number]: false })
})

test('a record’s page says until when it is kept, because of what, and who holds it', async () => {
  const { does } = world
  const made = await does('service-desk', 'inquiry.open', open())
  expect(await custody('inquiry', made.record.id)).toMatchObject({ until: null, holds: [] })
  await does('service-head', 'inquiry.void', { on: made.record.id, input: { reason: '重复' } })
  expect(await custody('inquiry', made.record.id)).toMatchObject({
    custodian: { zh: '售后服务部' },
    until: '2031-11-20',
    because: { zh: '记录办结后 5 年' },
  })
  expect(await custody('lot', lots.plate.id)).toMatchObject({ until: 'permanent' })
  const hold = await does('quality-head', 'legal-hold.place', {
    input: { scope: 'party', partyId: parties.localHospital.id, reason: '诉讼', authority: '法院通知' },
  })
  expect((await custody('inquiry', made.record.id)).holds).toEqual([hold.record.number])
})

test('the company keeps one kind of record longer; it can neither shorten nor invent one', async () => {
  const { does, refused, clock, kernel } = world
  const propose = (value: readonly object[]) => ({
    input: { key: 'retention.by_code', value, effectiveOn: '2026-11-20', reason: '合同约定' },
  })
  const [shorter] = await refused('administrator', 'policy-change.propose', propose([{ code: 'ZX', years: 3 }]))
  expect(shorter).toMatchObject({ code: 'value-not-allowed', field: 'value.0.years' })
  const [unknown] = await refused('administrator', 'policy-change.propose', propose([{ code: 'XX-9', years: 10 }]))
  expect(unknown?.sentence.zh).toContain('没有编号 XX-9')
  const twice = [
    { code: 'ZX', years: 10 },
    { code: 'ZX', years: 12 },
  ]
  const [both] = await refused('administrator', 'policy-change.propose', propose(twice))
  expect(both?.sentence.zh).toContain('列了两次')

  const made = await does('service-desk', 'inquiry.open', open())
  await does('service-head', 'inquiry.void', { on: made.record.id, input: { reason: '重复' } })
  const complaintForm = complaint.forms[0]?.code ?? ''
  const longer = [
    { code: 'ZX', years: 12 },
    { code: complaintForm, years: 8 },
  ]
  const change = await does('administrator', 'policy-change.propose', propose(longer))
  expect((await custody('inquiry', made.record.id)).until).toBe('2031-11-20')
  await does('quality-head', 'policy-change.approve', { on: change.record.id, input: {} })
  clock.pass(1)
  expect(await custody('inquiry', made.record.id)).toMatchObject({
    until: '2038-11-20',
    because: { zh: '记录办结后 12 年' },
  })

  const lines = registerOf(procedures, policyBook((await kernel.settings()).policies, clock.now()))
  const lineOf = (code: string) => lines.find(line => line.code === code)
  expect(lineOf('ZX')?.kept?.zh).toContain('记录办结后 12 年')
  expect(lineOf('ZX')?.decides?.zh).toBe('公司规定')
  // the record of which the form is printed is kept for the form
  expect(lines.find(line => line.kind === 'record' && line.procedure === 'complaint')?.kept?.zh).toContain('8 年')
  // devices that expire later than that are the law's
  expect(lineOf(complaintForm)?.decides?.zh).toBe('法规、公司规定中最长者，按每份记录计算')
})

test('the general office draws a sample, records what it found, and has it put right', async () => {
  const { does, kernel, database } = world
  const made = await does('administrator', 'record-control.draw', {
    input: { department: 'after-sales', periodFrom: '2026-11-01', periodTo: '2026-11-20', size: 2 },
  })
  const check = made.record as RecordControlRow
  expect(check).toMatchObject({ population: 4, state: 'drawn' })
  expect(check.samples).toHaveLength(2)
  const lines = check.samples.map((item, at) => ({
    id: item.id,
    about: item.number,
    ...(at === 0 ? { result: 'incomplete', finding: '未填联系电话' } : { result: 'in-order' }),
  }))
  const found = await does('administrator', 'record-control.record-findings', {
    on: check.id,
    input: { lines, summary: '一条不全', actions: '补充电话', dueOn: '2026-12-01' },
  })
  expect(found.record).toMatchObject({ state: 'recorded', findings: 1 })
  const closed = await does('quality-head', 'record-control.close', { on: check.id, input: { outcome: '已补充' } })
  expect(closed.record.state).toBe('closed')
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  const settled = /^(person|party|product|lot|delivery|warehouse) /
  expect(faults.filter(fault => !settled.test(fault.at))).toEqual([])
})

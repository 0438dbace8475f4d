/** One inspection by the authority, from the card at the door to the last finding put right. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { verifyTrail } from '../../kernel/verify.ts'
import { procedures } from '../index.ts'
import { choosable, inspectable } from './covered.ts'

let world: TestKernel

beforeAll(async () => {
  world = await testKernel(procedures)
})
afterAll(() => world.drop())

test('an inspector is let in, asks, finds; the company answers and puts right', async () => {
  const { does, refused, as, kernel, database, clock } = world
  const input = {
    authority: '省药品监督管理局',
    noticeNo: '豫药监检〔2026〕118号',
    purpose: '年度监督检查',
    inspectors: [
      { name: '许建国', certificate: '豫0012345' },
      { name: '何敏', certificate: '豫0012346' },
    ],
    accountId: as('authority-inspector').id,
    scope: 'chosen',
    procedures: ['complaint', 'notice'],
    periodFrom: '2025-11-01',
    periodTo: '2026-11-20',
    validUntil: '2026-11-22T10:00:00.000Z',
  }

  // nobody but an inspector's account is let in
  const [wrong] = await refused('quality-head', 'inspection.open', { input: { ...input, accountId: as('sales').id } })
  expect(wrong).toMatchObject({ code: 'no-inspector', field: 'accountId' })
  const { record } = await does('quality-head', 'inspection.open', { input })
  expect(record).toMatchObject({ number: 'JC-2026-0001', state: 'open', inspectorNames: '许建国、何敏' })
  const [twice] = await refused('management-representative', 'inspection.open', { input })
  expect(twice?.sentence.zh).toContain('JC-2026-0001')

  // he wants to see returns too, and stays two days longer
  await does('management-representative', 'inspection.adjust', {
    on: record.id,
    input: {
      scope: 'chosen',
      procedures: ['complaint', 'notice', 'return'],
      periodFrom: input.periodFrom,
      periodTo: input.periodTo,
      reason: '检查组要求查看退货',
    },
  })
  await does('quality-head', 'inspection.extend', {
    on: record.id,
    input: { validUntil: '2026-11-24T10:00:00.000Z', reason: '检查延长两天' },
  })

  // he asks for an original, which sales hands over a day late
  await does('quality', 'inspection.record-request', {
    on: record.id,
    input: { asked: '第三季度投诉分析报告原件', answererId: as('sales').id, dueOn: '2026-11-20' },
  })
  const [waits] = await refused('quality-head', 'inspection.end', { on: record.id, input: {} })
  expect(waits).toMatchObject({ code: 'requests-open', field: 'reason' })
  const [other] = await refused('finance', 'inspection.answer-request', {
    on: record.id,
    input: { place: 1, answer: '代为答复' },
  })
  expect(other?.code).toBe('not-asked')
  clock.pass(30)
  await does('sales', 'inspection.answer-request', { on: record.id, input: { place: 1, answer: '已提供签字原件' } })

  // he finds something; the end of his visit does not end the work on it
  const change = await does('quality', 'policy-change.propose', {
    input: { key: 'retention.default_y', value: 8, reason: '整改', effectiveOn: '2026-12-01' },
  })
  await does('quality', 'inspection.record-finding', {
    on: record.id,
    input: {
      clause: '经营质量管理规范第二十三条',
      severity: 'minor',
      finding: '保存年限未写明',
      dueOn: '2026-12-05',
      matter: change.record.number,
    },
  })
  const ended = await does('quality-head', 'inspection.end', { on: record.id, input: {} })
  expect(ended.record.state).toBe('ended')
  const [open] = await refused('quality-head', 'inspection.close', { on: record.id, input: { conclusion: '完成' } })
  expect(open?.code).toBe('findings-open')
  clock.pass(24 * 5)
  await does('quality', 'inspection.answer-finding', {
    on: record.id,
    input: { place: 1, answer: '年限改为 8 年，已培训' },
  })
  const closed = await does('quality-head', 'inspection.close', {
    on: record.id,
    input: { conclusion: '整改后符合要求' },
  })
  expect(closed.record).toMatchObject({ state: 'closed', openRequests: 0, openFindings: 0, findingCount: 1 })

  const { rows: clocks } = await kernel.pool.query(
    'select name, met_at <= due_at as in_time from deadline where record_id = $1 order by name',
    [record.id],
  )
  expect(clocks).toEqual([
    { name: 'answer', in_time: false },
    { name: 'rectification', in_time: true },
  ])
  const { rows: links } = await kernel.pool.query('select to_id, kind from link where from_id = $1', [record.id])
  expect(links).toEqual([{ to_id: change.record.id, kind: 'finding' }])

  // the next inspection may use the same account
  await does('quality-head', 'inspection.open', { input: { ...input, validUntil: '2026-12-05T10:00:00.000Z' } })
  const { faults } = await verifyTrail(database.adminPool, kernel.registry, kernel.keys)
  expect(faults.filter(fault => !fault.at.startsWith('person '))).toEqual([])
})

test('what can be chosen runs, and may be shown', () => {
  const shown = inspectable(procedures.map(({ name }) => name))
  expect(Object.keys(choosable).filter(name => !shown.includes(name))).toEqual([])
})

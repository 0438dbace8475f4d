import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aCourse, aNotice, aRunningNotice, LOTS, TOLD, uuid } from '../notice.example.ts'
import { closeNotice } from './close-notice.ts'
import { planRecall } from './plan-recall-notice.ts'
import { reportToAuthority } from './report-to-authority-notice.ts'
import { signRemainder } from './sign-remainder-notice.ts'

const first = uuid(11)
const record = aRunningNotice()
const facts = { ...aCourse(TOLD), lots: LOTS }

describe('the remainder', () => {
  const signs = (around: object = {}) => given(signRemainder, { record, facts, ...around })
  const both = [21, 22].map(n => ({ lineId: uuid(n), reason: '已停业，上门核对' }))

  test('is signed line by line with its reason, and then is zero', () => {
    const { change } = signs().when({ lines: both }).accepts()
    expect(change.set).toMatchObject({ outstanding: 0, completedAt: NOON, remainderSignedAt: NOON })
    expect(change.rows).toContainEqual({
      child: 'line',
      id: uuid(21),
      set: { signedRemainder: 10, remainderReason: '已停业，上门核对' },
    })
  })
  test('of a registrant’s recall starts the clock of the summary', () => {
    const { change } = signs({ record: aRunningNotice({ standing: 'holder' }) })
      .when({ lines: both })
      .accepts()
    expect(change.open).toEqual([{ deadline: 'authority-summary', from: NOON }])
  })
  test('of an advisory notice are those who never acknowledged', () => {
    const advisory = aRunningNotice({ kind: 'advisory', recallClass: null })
    const { change } = signs({ record: advisory })
      .when({ recipients: [{ recipientId: first, reason: '已注销' }] })
      .accepts()
    expect(change.rows?.[0]).toMatchObject({ set: { excusedReason: '已注销', state: 'settled' } })
    signs()
      .when({ recipients: [{ recipientId: first, reason: '已注销' }] })
      .refuses('recipient-settled')
  })
  test('is refused without a line, a reason, a remainder, and to anybody else', () => {
    signs().when({}).refuses('nothing-chosen', 'lines')
    signs()
      .when({ lines: [{ lineId: uuid(21) }] })
      .refuses('bad-input', 'lines.0.reason')
    const one = {
      ...facts,
      lines: facts.lines.map((line, i) => (i === 0 ? { ...line, statedAt: NOON, used: 10 } : line)),
    }
    signs({ facts: one }).when({ lines: both }).refuses('line-settled', 'lines.0.lineId')
    const all = { ...aCourse(TOLD, { statedAt: NOON, used: 10 }), lots: LOTS }
    signs({ facts: all }).when({ lines: both }).refuses('nothing-open')
    signs({ actor: someone('quality') })
      .when({ lines: both })
      .refuses('role')
    signs({ record: aNotice() }).when({ lines: both }).refuses('state')
  })
})

describe('closing', () => {
  const settled = {
    ...aCourse({ ...TOLD, acknowledgedAt: NOON }, { statedAt: NOON, used: 10 }),
    lots: LOTS,
    clocks: [],
  }
  const done = aRunningNotice({ told: 2, outstanding: 0 })
  const closes = (around: object = {}) => given(closeNotice, { record: done, facts: settled, ...around })

  test('comes when everyone is told and the balance is zero', () => {
    const { to, change } = closes().when({ note: '全部落实' }).accepts()
    expect(to).toBe('closed')
    expect(change.set).toMatchObject({ closedAt: NOON, closingNote: '全部落实' })
  })
  test('waits for those not told, the balance, acknowledgements and reports', () => {
    closes({ record: aRunningNotice({ told: 1 }) })
      .when({ note: '完成' })
      .refuses('not-told')
    const refusal = closes({ record: aRunningNotice({ told: 2, outstanding: 20 }), facts: { ...facts, clocks: [] } })
      .when({ note: '完成' })
      .refuses('balance-open')
    expect(refusal.clause).toBe('S26-2.3d')
    const advisory = aRunningNotice({ kind: 'advisory', recallClass: null, told: 2 })
    closes({ record: advisory, facts: { ...facts, clocks: [] } })
      .when({ note: '完成' })
      .refuses('not-acknowledged')
    closes({ facts: { ...settled, clocks: ['authority-defect'] } })
      .when({ note: '完成' })
      .refuses('report-open')
    closes({ facts: { ...settled, clocks: ['authority-progress'] } })
      .when({ note: '完成' })
      .accepts()
    closes({ record: aNotice() }).when({ note: '完成' }).refuses('state')
  })
})

describe('evaluation and plan', () => {
  const plan = {
    evaluation: '不符合技术要求',
    planScope: '质量部牵头，15 日内',
    planPublication: '逐家函告',
    planEffect: '全部落实',
    planAfterwards: '监督销毁',
    planDoneOn: '2026-12-05',
  }
  test('belong to a recall', () => {
    const { change } = given(planRecall, { record }).when(plan).accepts()
    expect(change.set).toMatchObject({ ...plan, planPlace: null })
    given(planRecall, { record: aNotice({ kind: 'suspend', recallClass: null }) })
      .when(plan)
      .refuses('no-recall')
    given(planRecall, { record })
      .when({ ...plan, planEffect: undefined })
      .refuses('bad-input', 'planEffect')
    given(planRecall, { record: aNotice({ state: 'closed' }) })
      .when(plan)
      .refuses('state')
  })
})

describe('a report to the authority', () => {
  const report = { kind: 'first', receiver: '郑州市市场监督管理局', way: 'system', receiptNumber: 'QX-118' }
  const clocks = { clocks: ['authority-defect', 'authority-plan', 'authority-summary', 'authority-progress'] }
  const reports = (around: object = {}) => given(reportToAuthority, { record, facts: clocks, ...around })
  const holder = aRunningNotice({ standing: 'holder', evaluation: '不符合技术要求' })

  test('meets its clock at the time it was made', () => {
    const reportedAt = '2026-11-20T02:00:00.000Z'
    const { change } = reports()
      .when({ ...report, reportedAt })
      .accepts()
    expect(change.meet).toEqual([{ deadline: 'authority-defect', at: reportedAt }])
    expect(change.rows?.[0]).toMatchObject({ child: 'report', insert: { receiptNumber: 'QX-118', way: 'system' } })
  })
  test('with the plan begins the reports of progress; the summary ends them', () => {
    const planned = reports({ record: holder })
      .when({ ...report, kind: 'plan' })
      .accepts()
    expect(planned.change.open).toEqual([{ deadline: 'authority-progress', from: NOON }])
    const summed = reports({ record: { ...holder, completedAt: NOON } })
      .when({ ...report, kind: 'summary' })
      .accepts()
    expect(summed.change.meet).toEqual([{ deadline: 'authority-summary', at: NOON }])
    expect(summed.change.cancel?.[0]?.deadline).toBe('authority-progress')
  })
  test('that is not needed here ends its clock with the reason', () => {
    const { change } = reports()
      .when({ kind: 'first', receiver: '市局', notNeededReason: '已随投诉 TS-2026-00043 报告' })
      .accepts()
    expect(change.cancel?.[0]).toMatchObject({ deadline: 'authority-defect' })
  })
  test('is refused half filled in, too early, and for notices that are not reported', () => {
    reports()
      .when({ ...report, way: undefined })
      .refuses('way-missing', 'way')
    reports()
      .when({ ...report, notNeededReason: '不需要' })
      .refuses('both-given', 'notNeededReason')
    reports()
      .when({ ...report, reportedAt: '2026-12-01T00:00:00.000Z' })
      .refuses('in-future', 'reportedAt')
    reports()
      .when({ ...report, kind: 'plan' })
      .refuses('plan-missing', 'kind')
    reports()
      .when({ ...report, kind: 'summary' })
      .refuses('not-completed', 'kind')
    reports({ record: holder })
      .when({ kind: 'first', receiver: '省局', notNeededReason: '不想报' })
      .refuses('holder-reports', 'notNeededReason')
    reports({ record: aRunningNotice({ kind: 'resume', recallClass: null }) })
      .when(report)
      .refuses('nothing-to-report')
    reports({ record: aNotice({ state: 'closed' }) })
      .when(report)
      .refuses('state')
  })
})

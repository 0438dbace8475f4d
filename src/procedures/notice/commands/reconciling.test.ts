import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aCourse, aNotice, aRunningNotice, aTrace, LOTS, TOLD, theGuest, theSystem, uuid } from '../notice.example.ts'
import { closeNotice } from './close-notice.ts'
import { countMoved } from './count-moved-notice.ts'
import { finishDrill } from './finish-drill-notice.ts'
import { planRecall } from './plan-recall-notice.ts'
import { reportToAuthority } from './report-to-authority-notice.ts'
import { signRemainder } from './sign-remainder-notice.ts'
import { startDrill } from './start-drill-notice.ts'
import { stateQuantities } from './state-quantities-notice.ts'
import { traceRecipients } from './trace-recipients-notice.ts'

const first = uuid(11)
const record = aRunningNotice()
const facts = { ...aCourse(TOLD), lots: LOTS }
const stated = { lotId: uuid(1), used: 4, comingBack: 6 }

describe('stated quantities', () => {
  const states = (around: object = {}) =>
    given(stateQuantities, {
      record,
      facts,
      found: { returnable: [{ lotId: uuid(1), room: 10 }] },
      actor: theGuest(),
      ...around,
    })

  test('come lot by lot; what will be returned becomes a return', () => {
    const { change } = states()
      .when({ lines: [stated], wish: 'exchange' })
      .accepts()
    expect(change.set).toMatchObject({ answered: 1, located: 10, outstanding: 16 })
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        child: 'statement',
        insert: expect.objectContaining({ way: 'link', comingBack: 6, used: 4 }),
      }),
    )
    expect(change.start).toEqual([
      {
        command: 'return.request',
        input: {
          route: 'recall',
          partyId: uuid(101),
          reason: 'recall',
          wish: 'exchange',
          lines: [{ lotId: uuid(1), quantity: 6 }],
          remark: '按通知 TZ-2026-00001 退回',
          noticeId: record.id,
          noticeRecipientId: first,
        },
        link: 'return',
      },
    ])
  })
  test('may be corrected; only what is returned beyond the first answer is asked back again', () => {
    const said = { ...aCourse(TOLD, { statedAt: NOON, used: 4, comingBack: 6 }), lots: LOTS }
    const more = states({ facts: said })
      .when({ lines: [{ ...stated, used: 2, comingBack: 8 }] })
      .accepts()
    expect(more.change.start?.[0]?.input.lines).toEqual([{ lotId: uuid(1), quantity: 2 }])
    const less = states({ facts: said })
      .when({ lines: [{ ...stated, used: 6, comingBack: 4 }] })
      .accepts()
    expect(less.change.start).toEqual([])
  })
  test('add up to what was delivered and is not back, or say why they differ', () => {
    const refusal = states()
      .when({ lines: [{ ...stated, used: 3 }] })
      .refuses('sum-differs', 'lines.0.differenceReason')
    expect(refusal.sentence.zh).toContain('合计 9，应为 10')
    const { change } = states()
      .when({ lines: [{ ...stated, used: 3, differenceReason: '开箱少 1 支' }] })
      .accepts()
    expect(change.rows).toContainEqual(
      expect.objectContaining({ child: 'line', set: expect.objectContaining({ differenceReason: '开箱少 1 支' }) }),
    )
    const back = { ...aCourse(TOLD, { receivedBack: 3 }), lots: LOTS }
    states({ facts: back })
      .when({ lines: [stated] })
      .refuses('sum-differs')
    states({ facts: back })
      .when({ lines: [{ ...stated, used: 1 }] })
      .accepts()
  })
  test('ask back no more than other returns leave, and units by their serial numbers', () => {
    const less = states({ found: { returnable: [{ lotId: uuid(1), room: 2 }] } })
      .when({ lines: [stated] })
      .accepts()
    expect(less.change.start?.[0]?.input.lines).toEqual([{ lotId: uuid(1), quantity: 2 }])
    expect(
      states({ found: { returnable: [] } })
        .when({ lines: [stated] })
        .accepts().change.start,
    ).toEqual([])
    const tracked = { ...facts, lots: LOTS.map(lot => ({ ...lot, isSerialTracked: true })) }
    const two = { lotId: uuid(1), used: 8, comingBack: 2 }
    states({ facts: tracked })
      .when({ lines: [two] })
      .refuses('serials-missing', 'lines.0.serials')
    const { change } = states({ facts: tracked })
      .when({ lines: [{ ...two, serials: ['A1', 'A2'] }] })
      .accepts()
    expect(change.start?.[0]?.input.lines).toEqual([{ lotId: uuid(1), quantity: 2, serials: ['A1', 'A2'] }])
  })
  test('name customers to whom a dealer sold on', () => {
    const { change } = states()
      .when({ lines: [{ lotId: uuid(1), soldOn: 10 }], onward: [{ name: '城东诊所', quantity: 10 }] })
      .accepts()
    expect(change.rows?.at(-1)).toMatchObject({ child: 'onward', insert: { name: '城东诊所', quantity: 10 } })
  })
  test('may be entered for a recipient who answered by telephone', () => {
    const sales = { actor: someone('sales') }
    const { change } = states(sales)
      .when({ recipientId: first, way: 'telephone', saidBy: '刘慧敏', lines: [stated] })
      .accepts()
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        child: 'statement',
        insert: expect.objectContaining({ way: 'telephone', saidBy: '刘慧敏' }),
      }),
    )
    states(sales)
      .when({ lines: [stated] })
      .refuses('no-such-recipient', 'recipientId')
  })
  test('are refused for other lots, twice, from strangers, and where none are asked', () => {
    states()
      .when({ lines: [{ ...stated, lotId: uuid(9) }] })
      .refuses('lot-not-bought')
    states()
      .when({ lines: [stated, stated] })
      .refuses('lot-twice', 'lines')
    states({ actor: theGuest(9) })
      .when({ lines: [stated] })
      .refuses('not-a-recipient')
    states({ record: aRunningNotice({ kind: 'resume', recallClass: null }) })
      .when({ lines: [stated] })
      .refuses('no-quantities')
    states({ record: aRunningNotice({ state: 'drill-running', drill: true, sentAt: null }) })
      .when({ lines: [stated] })
      .refuses('a-drill')
    states({ record: aNotice() })
      .when({ lines: [stated] })
      .refuses('state')
  })
  test('take back a signature on the remainder that they change', () => {
    const signed = { ...aCourse(TOLD, { signedRemainder: 10, remainderReason: '无人应答' }), lots: LOTS }
    const { change } = states({ facts: signed })
      .when({ lines: [{ lotId: uuid(1), onHand: 10 }] })
      .accepts()
    expect(change.rows).toContainEqual(
      expect.objectContaining({
        child: 'line',
        set: expect.objectContaining({ signedRemainder: 0, remainderReason: null }),
      }),
    )
  })
})

describe('goods that come back', () => {
  const announced = { ...aCourse(TOLD, { statedAt: NOON, used: 4, comingBack: 6 }), lots: LOTS }
  const moved = { lineId: uuid(21), quantity: 6, to: 'receivedBack' }
  test('settle what was announced', () => {
    const { change } = given(countMoved, { record, facts: announced, actor: theSystem('warehouse') })
      .when(moved)
      .accepts()
    expect(change.set).toMatchObject({ recovered: 6, outstanding: 6 })
    expect(change.rows).toContainEqual(
      expect.objectContaining({ child: 'recipient', id: first, set: expect.objectContaining({ state: 'settled' }) }),
    )
  })
  test('are counted by the stock, and for a line of the list', () => {
    given(countMoved, { record, facts: announced, actor: someone('sales') })
      .when(moved)
      .refuses('only-by-stock')
    given(countMoved, { record, facts: announced, actor: theSystem() })
      .when({ ...moved, lineId: uuid(99) })
      .refuses('no-such-line')
    given(countMoved, { record: aNotice(), facts: announced, actor: theSystem() }).when(moved).refuses('state')
  })
})

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

describe('a mock recall', () => {
  const found = { drillLot: { lotId: uuid(1), buyers: 2 }, drillTrace: aTrace() }
  const drill = aNotice({ state: 'drill', drill: true })

  test('begins with a lot that somebody bought', () => {
    const { to, change } = given(startDrill, { found }).when({ scenario: '假设灭菌不合格' }).accepts()
    expect(to).toBe('drill')
    expect(change.set).toMatchObject({ drill: true, kind: 'recall', recipients: 0 })
    expect(change.set?.title).toContain('【演练】')
    given(startDrill, { found: { ...found, drillLot: null } })
      .when({ scenario: '假设' })
      .refuses('no-lot', 'lotId')
    given(startDrill, { found: { ...found, drillLot: { lotId: uuid(1), buyers: 0 } } })
      .when({ scenario: '假设', lotId: uuid(1) })
      .refuses('nobody-bought', 'lotId')
    given(startDrill, { found, actor: someone('sales') })
      .when({ scenario: '假设' })
      .refuses('role')
  })
  test('lists its recipients and writes to none of them', () => {
    const { to, change } = given(traceRecipients, { record: drill, found: { trace: aTrace() } })
      .when({})
      .accepts()
    expect(to).toBe('drill-running')
    expect(change.set).toMatchObject({ recipients: 2, drillTracedAt: NOON, told: 0 })
    expect(change.start).toBeUndefined()
    given(traceRecipients, { record: aNotice(), found: { trace: aTrace() } })
      .when({})
      .refuses('state')
  })
  test('ends with its score', () => {
    const course = aCourse()
    const lines = course.lines.map((line, i) => (i === 0 ? { ...line, statedAt: NOON, onHand: 8, notFound: 2 } : line))
    const { to, change } = given(finishDrill, {
      record: { ...drill, state: 'drill-running' },
      facts: { ...course, lines },
    })
      .when({ note: '补录邮箱' })
      .accepts()
    expect(to).toBe('drill-finished')
    expect(change.set).toMatchObject({ drillLocatedPercent: 40, drillContactPercent: 50 })
    given(finishDrill, { record: drill, facts: course }).when({ note: '补录邮箱' }).refuses('state')
  })
})

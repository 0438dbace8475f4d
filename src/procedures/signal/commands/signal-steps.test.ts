import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, signOffsOf, someone } from '../../../../test/given.ts'
import { dayOfLaterMonth } from '../../../kernel/time.ts'
import type { MonthlyCount } from '../../../vocabulary/quality-rates.ts'
import { rateChartOf } from '../chart-of-rate.ts'
import type { Evaluated, NamedComplaint } from '../queries.ts'
import { decisionChain } from '../sign-off-chain.ts'
import type { SignalRow } from '../signal.ts'
import { approveSignal } from './approve-signal.ts'
import { askSupplierSignal } from './ask-supplier-signal.ts'
import { concludeSignal } from './conclude-signal.ts'
import { proposeSignal } from './propose-signal.ts'
import { raiseSignal } from './raise-signal.ts'
import { requestCapaSignal } from './request-capa-signal.ts'
import { stopSaleSignal } from './stop-sale-signal.ts'

const id = idOf('pump')
const months = Array.from({ length: 12 }, (_, i) => dayOfLaterMonth('2025-11-01', i, 1))

/** Twelve months of 1,000 units with so many complaints each. */
function evaluatedOf(complaints: readonly number[]): Evaluated {
  const rates = months.map(
    (month, i): MonthlyCount => ({ id, name: '输液泵 HZ-500', month, count: complaints[i] ?? 0, units: 1000 }),
  )
  return {
    name: '输液泵 HZ-500',
    months,
    complaints,
    units: months.map(() => 1000),
    ...rateChartOf(months, rates, 'product', id),
  }
}
const burst = evaluatedOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 12])
const proposer = someone('quality')

const record: SignalRow = {
  id: idOf('signal'),
  number: 'XH-2026-0001',
  state: 'open',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: idOf('site'),
  updatedAt: NOON,
  title: '输液泵 HZ-500 2026-10 投诉率失控',
  subject: 'product',
  productId: id,
  supplierId: null,
  subjectName: '输液泵 HZ-500',
  month: '2026-10-01',
  rule: 'beyond-limit',
  side: 'above',
  points: ['2026-10-01'],
  chart: burst.chart,
  count: 12,
  units: 1000,
  rate: 12,
  upper: 6.07,
  decision: null,
  decisionReason: null,
  until: null,
  responsibleName: null,
  complaintId: null,
  complaintNumber: null,
  proposedAt: null,
  proposedById: null,
  proposedByName: null,
  returnedNote: null,
  approvedAt: null,
  approvedByName: null,
  measures: 0,
  noMeasure: null,
  conclusion: null,
  closedAt: null,
  closedByName: null,
}

const complaint: NamedComplaint = {
  id: idOf('complaint'),
  number: 'TS-2026-00391',
  state: 'accepted',
  productId: id,
  manufacturerId: null,
}

describe('raiseSignal', () => {
  const input = { subject: 'product', subjectId: id, month: '2026-10-01' }
  test('keeps the rule, the points and the chart, and starts the clock', () => {
    const { change, to } = given(raiseSignal, { found: { evaluated: burst, known: [] } })
      .when(input)
      .accepts()
    expect(to).toBe('open')
    expect(change.set).toMatchObject({
      rule: 'beyond-limit',
      side: 'above',
      points: ['2026-10-01'],
      count: 12,
      units: 1000,
      rate: 12,
      chart: burst.chart,
    })
    expect(change.open).toEqual([{ deadline: 'decision', from: NOON }])
  })
  test('eight months in a row above the mean are a signal too', () => {
    const slow = evaluatedOf([0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3])
    const { change } = given(raiseSignal, { found: { evaluated: slow, known: [] } })
      .when(input)
      .accepts()
    expect(change.set).toMatchObject({ rule: 'run-of-eight' })
    expect(change.set?.points).toHaveLength(8)
  })
  test('never twice for the same point and rule', () => {
    const known = [{ number: 'XH-2026-0001', rule: 'beyond-limit', points: ['2026-10-01'] }]
    const refusal = given(raiseSignal, { found: { evaluated: burst, known } })
      .when(input)
      .refuses('already-raised')
    expect(refusal.sentence.zh).toContain('XH-2026-0001')
    const other = [{ number: 'XH-2026-0000', rule: 'beyond-limit', points: ['2026-03-01'] }]
    given(raiseSignal, { found: { evaluated: burst, known: other } })
      .when(input)
      .accepts()
  })
  test('refuses what is in control, what is too little to tell, a month that runs, and what nobody bought', () => {
    const calm = evaluatedOf([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2])
    given(raiseSignal, { found: { evaluated: calm, known: [] } })
      .when(input)
      .refuses('in-control')
    given(raiseSignal, { found: { evaluated: burst, known: [] }, policy: { 'signal.least_complaints': 13 } })
      .when(input)
      .refuses('in-control')
    given(raiseSignal, { found: { evaluated: burst, known: [] } })
      .when({ ...input, month: '2026-11-01' })
      .refuses('month-running', 'month')
    given(raiseSignal, { found: { evaluated: burst, known: [] } })
      .when({ ...input, month: '2026-10-02' })
      .refuses('month-running', 'month')
    given(raiseSignal, { found: { evaluated: null, known: [] } })
      .when(input)
      .refuses('unknown-subject', 'subjectId')
    given(raiseSignal, { found: { evaluated: burst, known: [] }, actor: someone('sales') })
      .when(input)
      .refuses('role')
  })
})

describe('proposeSignal', () => {
  const input = { decision: 'no-action', reason: '集中报修，已在投诉中处理' }
  const around = { record, chain: decisionChain, found: { complaint: null } }
  test('nothing, with the reason', () => {
    const { change, to } = given(proposeSignal, around).when(input).accepts()
    expect(to).toBe('proposed')
    expect(change.set).toMatchObject({ decision: 'no-action', until: null, proposedById: proposer.id })
  })
  test('an investigation of a complaint about the same product is linked with it', () => {
    const { change } = given(proposeSignal, { ...around, found: { complaint } })
      .when({
        decision: 'investigate',
        reason: '两个批号',
        until: '2026-12-15',
        responsibleName: '王磊',
        complaintId: complaint.id,
      })
      .accepts()
    expect(change.set).toMatchObject({ complaintId: complaint.id, complaintNumber: 'TS-2026-00391' })
    expect(change.link).toEqual([{ procedure: 'complaint', id: complaint.id, kind: 'investigated' }])
  })
  test('refuses without reason, day, somebody responsible, and a complaint about something else', () => {
    given(proposeSignal, around).when({ decision: 'no-action' }).refuses('bad-input', 'reason')
    given(proposeSignal, around)
      .when({ ...input, decision: 'watch' })
      .refuses('until-missing', 'until')
    given(proposeSignal, around)
      .when({ ...input, decision: 'watch', until: '2026-11-20' })
      .refuses('until-past', 'until')
    const investigate = { ...input, decision: 'investigate', until: '2026-12-15' }
    given(proposeSignal, around).when(investigate).refuses('responsible-missing', 'responsibleName')
    const numbered = { ...investigate, responsibleName: '王磊', complaintId: idOf('c') }
    given(proposeSignal, around).when(numbered).refuses('other-complaint', 'complaintId')
    const other = { ...complaint, productId: idOf('else') }
    given(proposeSignal, { ...around, found: { complaint: other } })
      .when(numbered)
      .refuses('other-complaint')
    given(proposeSignal, { ...around, actor: someone('quality-head') })
      .when(input)
      .refuses('role')
    given(proposeSignal, { ...around, record: { ...record, state: 'closed' } })
      .when(input)
      .refuses('state')
  })
})

describe('approveSignal', () => {
  const proposed: SignalRow = {
    ...record,
    state: 'proposed',
    decision: 'watch',
    decisionReason: '再看一个月',
    until: '2026-12-20',
    proposedById: proposer.id,
    proposedByName: proposer.name,
  }
  const around = { record: proposed, chain: decisionChain, signOffs: signOffsOf(decisionChain, 'quality-head') }
  test('what is watched or investigated gets its clock; no action closes the signal', () => {
    const { change, to } = given(approveSignal, around).when({}).accepts()
    expect(to).toBe('watching')
    expect(change.open).toMatchObject([{ deadline: 'review', limit: { unit: 'days', value: 30 } }])
    expect(
      given(approveSignal, { ...around, record: { ...proposed, decision: 'investigate' } })
        .when({})
        .accepts().to,
    ).toBe('investigating')
    const none = given(approveSignal, { ...around, record: { ...proposed, decision: 'no-action', until: null } })
      .when({ note: '同意' })
      .accepts()
    expect(none.to).toBe('closed')
    expect(none.change.set).toMatchObject({ conclusion: '再看一个月' })
  })
  test('is returned with a reason', () => {
    const { to, change } = given(approveSignal, around).when({ agree: false, note: '须调查' }).accepts()
    expect(to).toBe('open')
    expect(change).toMatchObject({ decline: true, set: { returnedNote: '须调查' } })
    given(approveSignal, around).when({ agree: false }).refuses('note-missing', 'note')
  })
  test('refuses the proposer, other roles and other states', () => {
    given(approveSignal, { ...around, actor: { ...someone('quality-head'), id: proposer.id } })
      .when({})
      .refuses('SG09')
    given(approveSignal, { ...around, actor: proposer })
      .when({})
      .refuses('role')
    given(approveSignal, { ...around, record })
      .when({})
      .refuses('state')
  })
})

const investigating: SignalRow = { ...record, state: 'investigating', decision: 'investigate' }

describe('requestCapaSignal', () => {
  const around = { record: investigating, found: { complaint } }
  const input = { complaintId: complaint.id, department: 'after-sales', what: '核对主板批次', dueOn: '2026-12-20' }
  test('asks for the action on the complaint itself and counts it', () => {
    const { change } = given(requestCapaSignal, around).when(input).accepts()
    expect(change.set).toEqual({ measures: 1 })
    expect(change.start).toEqual([
      {
        command: 'complaint.request-capa',
        on: complaint.id,
        input: {
          kind: 'corrective',
          department: 'after-sales',
          what: 'XH-2026-0001：核对主板批次',
          dueOn: '2026-12-20',
        },
        link: 'corrective-action',
      },
    ])
  })
  test('refuses a complaint of something else or one that is over, a day in the past, other roles and other states', () => {
    given(requestCapaSignal, { ...around, found: { complaint: { ...complaint, productId: idOf('else') } } })
      .when(input)
      .refuses('other-complaint', 'complaintId')
    given(requestCapaSignal, { ...around, found: { complaint: { ...complaint, state: 'closed' } } })
      .when(input)
      .refuses('complaint-over', 'complaintId')
    given(requestCapaSignal, around)
      .when({ ...input, dueOn: '2026-11-01' })
      .refuses('due-in-past', 'dueOn')
    given(requestCapaSignal, { ...around, actor: someone('sales') })
      .when(input)
      .refuses('role')
    given(requestCapaSignal, { ...around, record })
      .when(input)
      .refuses('state')
  })
})

describe('stopSaleSignal', () => {
  const product = { id, manufacturerId: idOf('maker') }
  const around = { record: investigating, found: { product } }
  const input = { productId: id, lotId: idOf('lot'), reason: '主板批次待查' }
  test('places a stop-sale that names the signal as its cause', () => {
    const { change } = given(stopSaleSignal, around).when(input).accepts()
    expect(change.set).toEqual({ measures: 1 })
    expect(change.start).toMatchObject([
      {
        command: 'stop-sale.place',
        input: {
          source: 'own-finding',
          scope: 'lot',
          lotId: idOf('lot'),
          cause: { procedure: 'signal', id: record.id, number: 'XH-2026-0001' },
        },
        link: 'stop-sale',
      },
    ])
  })
  test('refuses without its lot, for another product, other roles and other states', () => {
    given(stopSaleSignal, around).when({ productId: id, reason: '待查' }).refuses('lot-missing', 'lotId')
    given(stopSaleSignal, { ...around, found: { product: { ...product, id: idOf('else') } } })
      .when(input)
      .refuses('other-product', 'productId')
    given(stopSaleSignal, { ...around, actor: someone('sales') })
      .when(input)
      .refuses('role')
    given(stopSaleSignal, { ...around, record })
      .when(input)
      .refuses('state')
  })
})

describe('askSupplierSignal', () => {
  const product = { id, manufacturerId: idOf('maker') }
  const around = { record: investigating, found: { product }, facts: { maker: idOf('maker') } }
  const input = { partyId: idOf('maker'), productId: id, question: '请说明主板批次的检验情况', dueOn: '2026-12-20' }
  test('sends the question with the signal as its cause', () => {
    const { change } = given(askSupplierSignal, around).when(input).accepts()
    expect(change.start).toMatchObject([
      {
        command: 'supplier-inquiry.send',
        input: { ...input, cause: { procedure: 'signal', id: record.id } },
        link: 'supplier-inquiry',
      },
    ])
  })
  test('refuses a day in the past, another product, other roles and other states', () => {
    given(askSupplierSignal, around)
      .when({ ...input, dueOn: '2026-11-01' })
      .refuses('day-past', 'dueOn')
    given(askSupplierSignal, { ...around, found: { product: null } })
      .when(input)
      .refuses('other-product', 'productId')
    given(askSupplierSignal, { ...around, actor: someone('sales') })
      .when(input)
      .refuses('role')
    given(askSupplierSignal, { ...around, record })
      .when(input)
      .refuses('state')
  })
})

describe('concludeSignal', () => {
  const measured: SignalRow = { ...investigating, measures: 1 }
  test('says what was found and closes', () => {
    const { change, to } = given(concludeSignal, { record: measured })
      .when({ conclusion: '主板批次缺陷，供货者已更换' })
      .accepts()
    expect(to).toBe('closed')
    expect(change.meet).toEqual([{ deadline: 'review' }])
  })
  test('an investigation that started nothing says why', () => {
    const input = { conclusion: '两家医院集中报修，原因各不相同' }
    given(concludeSignal, { record: investigating }).when(input).refuses('no-measure', 'noMeasure')
    const { change } = given(concludeSignal, { record: investigating })
      .when({ ...input, noMeasure: '各起已在投诉中处理' })
      .accepts()
    expect(change.set).toMatchObject({ noMeasure: '各起已在投诉中处理' })
    given(concludeSignal, { record: { ...investigating, complaintId: complaint.id } })
      .when(input)
      .accepts()
  })
  test('refuses two words for an investigation, other roles and other states', () => {
    given(concludeSignal, { record: measured }).when({ conclusion: '正常' }).refuses('conclusion-short', 'conclusion')
    given(concludeSignal, { record: { ...investigating, state: 'watching' } })
      .when({ conclusion: '回落' })
      .accepts()
    given(concludeSignal, { record: measured, actor: proposer })
      .when({ conclusion: '主板批次缺陷已更换' })
      .refuses('role')
    given(concludeSignal, { record }).when({ conclusion: '主板批次缺陷已更换' }).refuses('state')
  })
})

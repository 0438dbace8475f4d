import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { anAnsweredComplaint, MORNING } from '../complaint.example.ts'
import { closeComplaint } from './close-complaint.ts'

const clear = { actions: [], clocks: ['completion'] }
const record = anAnsweredComplaint()
const input = { hazardRemoved: true, note: '新泵运行正常' }
const blockedBy = (over: Parameters<typeof anAnsweredComplaint>[0], facts: object = clear) =>
  given(closeComplaint, { record: anAnsweredComplaint(over), facts }).standsAgainst()

test('nothing open, hazard gone, customer told: it closes, signed, and the completion clock is met', () => {
  const { change, to } = given(closeComplaint, { record, facts: clear }).when(input).accepts()
  expect(to).toBe('closed')
  expect(change.set).toMatchObject({ closedAt: NOON, closedByName: 'quality 甲', closingNote: '新泵运行正常' })
  expect(change.meet).toEqual([{ deadline: 'completion' }])
  expect(closeComplaint.sign).toBeDefined()
})

describe('stays open', () => {
  const action = { doneAt: null } as never
  test('while the adverse event is not screened, decided and reported', () => {
    expect(blockedBy({ aeState: 'unscreened' })).toEqual(['screen-open'])
    expect(blockedBy({ aeState: 'undecided', aeDeciderName: '陈思远' })).toEqual(['decision-open'])
    expect(blockedBy({ aeState: 'reportable' })).toEqual(['report-open'])
    expect(blockedBy({ aeState: 'reported' }, { ...clear, clocks: ['ae-cluster-call'] })).toEqual(['report-open'])
    expect(blockedBy({ aeState: 'reported' })).toEqual([])
  })
  test('while actions are open; the sentence counts them', () => {
    const refusal = given(closeComplaint, { record, facts: { ...clear, actions: [action, action] } })
      .when(input)
      .refuses('actions-open')
    expect(refusal.sentence).toEqual({
      zh: '要关闭 TS-2026-00042，请先完成 2 项纠正或预防措施。',
      en: 'To close TS-2026-00042, first finish its 2 open action(s).',
    })
    expect(blockedBy({}, { ...clear, actions: [{ doneAt: NOON }] })).toEqual([])
  })
  test('while registrant or supplier are not told', () => {
    expect(blockedBy({}, { ...clear, clocks: ['holder-notice'] })).toEqual(['notice-open'])
    expect(blockedBy({}, { ...clear, clocks: ['ae-holder-notice'] })).toEqual(['notice-open'])
    expect(blockedBy({}, { ...clear, clocks: ['ae-cluster-notice'] })).toEqual(['notice-open'])
  })
  test('while nobody decided who is responsible', () => {
    expect(blockedBy({ decidedResponsibility: null })).toEqual(['responsibility-open'])
    expect(blockedBy({ decidedResponsibility: null, investigated: false })).toEqual([])
  })
  test('and says all of it at once', () => {
    expect(
      blockedBy(
        { aeState: 'unscreened', decidedResponsibility: null },
        { clocks: ['holder-notice'], actions: [action] },
      ),
    ).toEqual(['screen-open', 'actions-open', 'notice-open', 'responsibility-open'])
  })
  test('while the hazard remains', () => {
    given(closeComplaint, { record, facts: clear })
      .when({ hazardRemoved: false })
      .refuses('hazard-open', 'hazardRemoved')
  })
  test('until satisfaction was asked, or it is said why not', () => {
    const unasked = anAnsweredComplaint({ satisfaction: null })
    given(closeComplaint, { record: unasked, facts: clear })
      .when(input)
      .refuses('satisfaction-open', 'noSatisfactionReason')
    const { change } = given(closeComplaint, { record: unasked, facts: clear })
      .when({ ...input, noSatisfactionReason: '客户已停业' })
      .accepts()
    expect(change.set?.satisfactionNote).toBe('未询问：客户已停业')
    given(closeComplaint, { record: unasked, facts: clear, policy: { 'case.ask_satisfaction': false } })
      .when(input)
      .accepts()
  })
})

test('a customer who is not satisfied is not passed over', () => {
  const unhappy = anAnsweredComplaint({ satisfaction: 'dissatisfied' })
  given(closeComplaint, { record: unhappy, facts: clear })
    .when({ hazardRemoved: true })
    .refuses('dissatisfied-without-note', 'note')
  given(closeComplaint, { record: unhappy, facts: clear }).when(input).accepts()
})
test('quality closes its own; a head of service closes those of service', () => {
  given(closeComplaint, { record, facts: clear, actor: someone('service-head') })
    .when(input)
    .refuses('owner-closes')
  const service = anAnsweredComplaint({ kind: 'service', ownerRole: 'service-head', investigated: false })
  given(closeComplaint, { record: service, facts: clear, actor: someone('service-head') })
    .when(input)
    .accepts()
  given(closeComplaint, { record, facts: clear, actor: someone('service-desk') })
    .when(input)
    .refuses('role')
})
test('not before the customer was told', () => {
  given(closeComplaint, {
    record: anAnsweredComplaint({ state: 'decided', id: idOf('x'), createdAt: MORNING }),
    facts: clear,
  })
    .when(input)
    .refuses('state')
})

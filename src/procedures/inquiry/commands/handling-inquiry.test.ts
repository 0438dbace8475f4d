import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aForwardedInquiry, aHandledInquiry, anInquiry, MORNING } from '../inquiry.example.ts'
import { forwardInquiry } from './forward-inquiry.ts'
import { handleInquiry } from './handle-inquiry.ts'
import { planInquiry } from './plan-inquiry.ts'
import { recordContact } from './record-contact-inquiry.ts'
import { superviseInquiry } from './supervise-inquiry.ts'

const TOMORROW = '2026-11-21T04:00:00.000Z'
const handler = { id: idOf('handler'), name: '何佳怡', state: 'active' }
const nobody = { handler: null }
const HANDLER_ID = '33333333-3333-4333-8333-333333333333'

describe('forwarding', () => {
  const record = anInquiry()

  test('gives the request to a department and a person, once it is understood', () => {
    const { change, to } = given(forwardInquiry, { record, found: { handler } })
      .when({ department: 'sales', handlerId: HANDLER_ID, understood: true })
      .accepts()
    expect(to).toBe('forwarded')
    expect(change.set).toMatchObject({
      assignedDepartment: 'sales',
      handlerName: '何佳怡',
      forwardedAt: NOON,
      understoodAt: NOON,
    })
    expect(change.rows?.[0]).toMatchObject({ child: 'assignment', insert: { kind: 'forwarded', department: 'sales' } })
  })
  test('may name somebody who is not in the system', () => {
    const { change } = given(forwardInquiry, { record, found: nobody })
      .when({ department: 'technology', toWhom: '厂家驻点工程师', understood: true })
      .accepts()
    expect(change.set).toMatchObject({ handlerId: null, handlerName: '厂家驻点工程师' })
  })
  test('is refused while nobody confirmed what is wanted', () => {
    given(forwardInquiry, { record, found: nobody })
      .when({ department: 'sales' })
      .refuses('not-understood', 'understood')
  })
  test('of a quality query goes to quality management alone', () => {
    const query = anInquiry({ kind: 'query' })
    const refusal = given(forwardInquiry, { record: query, found: nobody })
      .when({ department: 'sales', understood: true })
      .refuses('query-to-quality', 'department')
    expect(refusal.clause).toBe('S01-3c')
    given(forwardInquiry, { record: query, found: nobody }).when({ department: 'quality', understood: true }).accepts()
  })
  test('to somebody who left is refused', () => {
    given(forwardInquiry, { record, found: { handler: { ...handler, state: 'inactive' } } })
      .when({ department: 'sales', handlerId: HANDLER_ID, understood: true })
      .refuses('no-such-person', 'handlerId')
  })
  test('a second time needs a reason, and no second confirmation', () => {
    const again = { record: aForwardedInquiry(), found: nobody }
    given(forwardInquiry, again).when({ department: 'service' }).refuses('reason-missing', 'reason')
    const { change } = given(forwardInquiry, again).when({ department: 'service', reason: '客服即可答复' }).accepts()
    expect(change.set?.understoodAt).toBe(MORNING)
  })
  test('is the desk’s work, while it is open', () => {
    given(forwardInquiry, { record, actor: someone('warehouse') })
      .when({})
      .refuses('role')
    given(forwardInquiry, { record: aHandledInquiry() }).when({}).refuses('state')
  })
})

describe('the plan', () => {
  const record = aForwardedInquiry({ expectedAt: null, plannedMeasures: null, planCount: 0 })
  const plan = { expectedAt: TOMORROW, measures: '查袖带规格并报价' }

  test('takes time and measures, and starts the clock of the promise', () => {
    const { change } = given(planInquiry, { record, actor: someone('sales') })
      .when(plan)
      .accepts()
    expect(change.set).toMatchObject({ expectedAt: TOMORROW, plannedMeasures: plan.measures, planCount: 1 })
    expect(change.open?.[0]).toMatchObject({
      deadline: 'expected-time',
      key: 'plan-1',
      ownerId: record.handlerId,
      limit: { unit: 'hours', value: 24, basis: 'company' },
    })
  })
  test('is refused with one of the two alone', () => {
    given(planInquiry, { record }).when({ expectedAt: TOMORROW }).refuses('bad-input', 'measures')
    given(planInquiry, { record }).when({ measures: '报价' }).refuses('bad-input', 'expectedAt')
  })
  test('lies in the future', () => {
    given(planInquiry, { record })
      .when({ ...plan, expectedAt: MORNING })
      .refuses('expected-in-past', 'expectedAt')
  })
  test('moves later with a reason alone, and the first clock stays', () => {
    const planned = aForwardedInquiry()
    const later = { ...plan, expectedAt: '2026-11-25T04:00:00.000Z' }
    given(planInquiry, { record: planned }).when(later).refuses('later-without-reason', 'reason')
    const { change } = given(planInquiry, { record: planned })
      .when({ ...later, reason: '等厂家回复' })
      .accepts()
    expect(change.open?.[0]).toMatchObject({ key: 'plan-2' })
    expect(change.cancel).toBeUndefined()
  })
  test('is made by the department that has the inquiry', () => {
    given(planInquiry, { record, actor: someone('finance') })
      .when(plan)
      .refuses('other-department')
    given(planInquiry, { record, actor: someone('case-handler') })
      .when(plan)
      .accepts()
    given(planInquiry, { record: anInquiry() }).when(plan).refuses('state')
  })
})

describe('a contact', () => {
  const record = anInquiry()

  test('that reached the customer meets the clock at its own time', () => {
    const contactedAt = '2026-11-20T02:00:00.000Z'
    const { change } = given(recordContact, { record }).when({ contactedAt, content: '已回电确认需求' }).accepts()
    expect(change.set).toEqual({ firstContactAt: contactedAt, lastContactAt: contactedAt })
    expect(change.meet).toEqual([{ deadline: 'contact', at: contactedAt }])
    expect(change.rows?.[0]).toMatchObject({ child: 'contact', insert: { reached: true, withWhom: '刘慧敏' } })
  })
  test('that was only tried stops nothing', () => {
    const { change } = given(recordContact, { record }).when({ reached: false, content: '无人接听' }).accepts()
    expect(change.meet).toBeUndefined()
    expect(change.set).toBeUndefined()
  })
  test('later ones leave the first as it is', () => {
    const { change } = given(recordContact, {
      record: aForwardedInquiry({ firstContactAt: MORNING, lastContactAt: MORNING }),
    })
      .when({ content: '告知进展' })
      .accepts()
    expect(change.set).toEqual({ lastContactAt: NOON })
  })
  test('lies between receipt and now', () => {
    given(recordContact, { record })
      .when({ contactedAt: TOMORROW, content: '回电' })
      .refuses('in-future', 'contactedAt')
    given(recordContact, { record })
      .when({ contactedAt: '2026-11-19T00:00:00.000Z', content: '回电' })
      .refuses('too-early', 'contactedAt')
  })
  test('says what was said', () => {
    given(recordContact, { record }).when({}).refuses('bad-input', 'content')
    given(recordContact, { record, actor: someone('administrator') })
      .when({ content: '回电' })
      .refuses('role')
    given(recordContact, { record: anInquiry({ state: 'closed' }) })
      .when({ content: '回电' })
      .refuses('state')
  })
})

describe('the department', () => {
  const record = aForwardedInquiry({ planCount: 2 })
  const filled = { measures: '查袖带规格并报价', result: '请选配大号袖带' }

  test('fills in time, measures and result, and ends its clocks', () => {
    const { change, to } = given(handleInquiry, { record, actor: someone('sales') })
      .when(filled)
      .accepts()
    expect(to).toBe('handled')
    expect(change.set).toMatchObject({ handledAt: NOON, ...filled, supervisedAt: null })
    expect(change.meet).toEqual(['plan-1', 'plan-2'].map(key => ({ deadline: 'expected-time', key, at: NOON })))
    expect(change.rows?.[0]).toMatchObject({ child: 'assignment', insert: { kind: 'handled', result: filled.result } })
  })
  test('may be the handler who was named, whatever the role', () => {
    const actor = { ...someone('quality-inspector'), id: record.handlerId ?? '' }
    given(handleInquiry, { record, actor }).when(filled).accepts()
  })
  test('returns nothing half filled', () => {
    given(handleInquiry, { record }).when({ measures: '报价' }).refuses('bad-input', 'result')
    given(handleInquiry, { record }).when({ result: '已报价' }).refuses('bad-input', 'measures')
  })
  test('handled it between receipt and now', () => {
    given(handleInquiry, { record })
      .when({ ...filled, handledAt: TOMORROW })
      .refuses('in-future', 'handledAt')
    given(handleInquiry, { record })
      .when({ ...filled, handledAt: '2026-11-19T00:00:00.000Z' })
      .refuses('too-early', 'handledAt')
  })
  test('is the one that has it', () => {
    const refusal = given(handleInquiry, { record, actor: someone('warehouse') })
      .when(filled)
      .refuses('other-department')
    expect(refusal.sentence.zh).toContain('综合业务部')
    given(handleInquiry, { record: anInquiry() }).when(filled).refuses('state')
  })
})

describe('supervision', () => {
  const record = aHandledInquiry()

  test('compares handling with plan and writes it down', () => {
    const { change, to } = given(superviseInquiry, { record }).when({ asPlanned: true, note: '按时办结' }).accepts()
    expect(to).toBe('handled')
    expect(change.set).toMatchObject({ supervisedAt: NOON, supervisionNote: '按时办结' })
    expect(change.rows?.[0]).toMatchObject({ child: 'supervision', insert: { asPlanned: true, sentBack: false } })
  })
  test('shows what was planned beside what was done', () => {
    const late = aHandledInquiry({ handledAt: '2026-11-22T04:00:00.000Z' })
    const situation = { record: late, facts: {}, now: NOON, zone: 'Asia/Shanghai' } as never
    expect(superviseInquiry.remark?.(situation)?.zh).toContain('晚于计划')
    expect(superviseInquiry.fill?.(situation)).toMatchObject({ asPlanned: false })
  })
  test('sends back what does not satisfy', () => {
    const { change, to } = given(superviseInquiry, { record })
      .when({ asPlanned: false, note: '没有回答价格', sendBack: true })
      .accepts()
    expect(to).toBe('forwarded')
    expect(change.set).toBeUndefined()
  })
  test('presses a department that is at work, without ticking anything off', () => {
    const { change, to } = given(superviseInquiry, { record: aForwardedInquiry() })
      .when({ asPlanned: false, note: '请今天回复' })
      .accepts()
    expect(to).toBe('forwarded')
    expect(change.set).toBeUndefined()
  })
  test('cannot send back what was not returned', () => {
    given(superviseInquiry, { record: aForwardedInquiry() })
      .when({ asPlanned: false, note: '退回', sendBack: true })
      .refuses('not-returned', 'sendBack')
  })
  test('says something, and is the desk’s work', () => {
    given(superviseInquiry, { record }).when({ asPlanned: true }).refuses('bad-input', 'note')
    given(superviseInquiry, { record, actor: someone('sales') })
      .when({ asPlanned: true, note: '好' })
      .refuses('role')
    given(superviseInquiry, { record: anInquiry() }).when({ asPlanned: true, note: '好的' }).refuses('state')
  })
})

import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, MORNING } from '../complaint.example.ts'
import type { ComplaintContact } from '../complaint-rows.ts'
import { recordContact } from './record-contact-complaint.ts'

const contact = (contactedAt: string, over: Partial<ComplaintContact> = {}): ComplaintContact => ({
  id: idOf(contactedAt),
  complaintId: idOf('complaint'),
  at: contactedAt,
  byId: idOf('handler'),
  byName: '周强',
  contactedAt,
  way: 'telephone',
  withWhom: '张敏',
  reached: true,
  content: '通报进展',
  problem: null,
  plan: null,
  reportedTo: null,
  ...over,
})
const first = { contacts: [] }
const urgent = aComplaint({ urgency: 'urgent' })
const underWay = aComplaint({
  urgency: 'urgent',
  firstContactAt: MORNING,
  lastContactAt: MORNING,
  dailyContactDay: '2026-11-21',
})
const saturday = '2026-11-21T04:00:00.000Z'

describe('a general complaint', () => {
  test('is contacted, the problem established, and the clock met at the time of the call', () => {
    const at = '2026-11-20T02:00:00.000Z'
    const { change } = given(recordContact, { record: aComplaint(), facts: first })
      .when({ contactedAt: at, content: '确认报警代码', problem: 'E21 报警' })
      .accepts()
    expect(change.meet).toEqual([{ deadline: 'contact', at }])
    expect(change.set).toMatchObject({ firstContactAt: at, lastContactAt: at })
    expect(change.rows).toMatchObject([
      { child: 'contact', insert: { contactedAt: at, way: 'telephone', withWhom: '张敏', problem: 'E21 报警' } },
    ])
  })
  test('is not contacted by a call that nobody answered', () => {
    const { change } = given(recordContact, { record: aComplaint(), facts: first })
      .when({ reached: false, content: '无人接听' })
      .accepts()
    expect(change.meet).toBeUndefined()
    expect(change.set).toBeUndefined()
  })
  test('has its problem established at the first contact', () => {
    given(recordContact, { record: aComplaint(), facts: first })
      .when({ content: '问候' })
      .refuses('problem-missing', 'problem')
    given(recordContact, { record: aComplaint(), facts: { contacts: [contact(MORNING)] } })
      .when({ content: '问候' })
      .accepts()
  })
})

describe('an urgent complaint', () => {
  const full = { content: '说明安排', plan: '今天到场，先借备机', reportedTo: '吴刚' }
  test('gets a plan with the customer and a report to the head at the first contact', () => {
    given(recordContact, { record: urgent, facts: first })
      .when({ ...full, plan: undefined })
      .refuses('plan-missing', 'plan')
    given(recordContact, { record: urgent, facts: first })
      .when({ ...full, reportedTo: undefined })
      .refuses('report-missing', 'reportedTo')
  })
  test('waits for the next day from the first contact on', () => {
    const { change } = given(recordContact, { record: urgent, facts: first }).when(full).accepts()
    expect(change.open).toEqual([{ deadline: 'daily-contact', key: '2026-11-21', from: NOON }])
    expect(change.set?.dailyContactDay).toBe('2026-11-21')
  })
  test('may be contacted twice a day without waiting for more', () => {
    const { change } = given(recordContact, { record: underWay, facts: { contacts: [contact(MORNING)] } })
      .when({ content: '再次通报' })
      .accepts()
    expect(change.open).toBeUndefined()
    expect(change.meet).toEqual([{ deadline: 'contact', at: NOON }])
  })
  test('met on the day that is waited for, waits for the day after', () => {
    const { change } = given(recordContact, {
      record: underWay,
      facts: { contacts: [contact(MORNING)] },
      now: saturday,
    })
      .when({ content: '通报' })
      .accepts()
    expect(change.meet).toContainEqual({ deadline: 'daily-contact', key: '2026-11-21', at: saturday })
    expect(change.open).toEqual([{ deadline: 'daily-contact', key: '2026-11-22', from: saturday }])
  })
  test('that was forgotten for two days is met late and goes on from today', () => {
    const monday = '2026-11-23T04:00:00.000Z'
    const { change } = given(recordContact, { record: underWay, facts: { contacts: [contact(MORNING)] }, now: monday })
      .when({ content: '通报' })
      .accepts()
    expect(change.meet).toContainEqual({ deadline: 'daily-contact', key: '2026-11-21', at: monday })
    expect(change.open).toMatchObject([{ key: '2026-11-24' }])
  })
  test('needs as many contacts as the company’s least', () => {
    const policy = { 'case.urgent_daily_min': 2 }
    const one = given(recordContact, {
      record: underWay,
      facts: { contacts: [contact(MORNING)] },
      now: saturday,
      policy,
    })
    expect(one.when({ content: '通报' }).accepts().change.open).toBeUndefined()
    const two = given(recordContact, {
      record: underWay,
      facts: { contacts: [contact(MORNING), contact('2026-11-21T01:00:00.000Z')] },
      now: saturday,
      policy,
    })
    expect(two.when({ content: '通报' }).accepts().change.open).toMatchObject([{ key: '2026-11-22' }])
  })
  test('that is solved needs no further day', () => {
    const solved = { ...underWay, solvedAt: NOON, dailyContactDay: null }
    const { change } = given(recordContact, { record: solved, facts: { contacts: [contact(MORNING)] } })
      .when({ content: '回访' })
      .accepts()
    expect(change.open).toEqual([])
  })
  test('says how often the customer has heard from us today', () => {
    expect(
      recordContact.remark?.({
        record: underWay,
        facts: { contacts: [contact(MORNING), contact(NOON, { reached: false })] },
        policy: Object.assign(<V>(item: { default: V }) => item.default, { version: () => 0 }),
        actor: someone('case-handler'),
        now: NOON,
        zone: 'Asia/Shanghai',
      } as never)?.zh,
    ).toBe('紧迫问题每天至少 1 次、目标 2 次，今天已 1 次。')
  })
})

describe('is refused', () => {
  const call = { content: '说明安排', problem: 'E21 报警' }
  test('by the warehouse', () => {
    given(recordContact, { record: aComplaint(), facts: first, actor: someone('warehouse') })
      .when(call)
      .refuses('role')
  })
  test('in the future, and before the complaint came', () => {
    given(recordContact, { record: aComplaint(), facts: first })
      .when({ ...call, contactedAt: saturday })
      .refuses('in-future', 'contactedAt')
    given(recordContact, { record: aComplaint(), facts: first })
      .when({ ...call, contactedAt: '2026-11-19T04:00:00.000Z' })
      .refuses('too-early', 'contactedAt')
  })
  test('after closing', () => {
    given(recordContact, { record: aComplaint({ state: 'closed' }), facts: first })
      .when(call)
      .refuses('state')
  })
})

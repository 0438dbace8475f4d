import { describe, expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import {
  aForwardedInquiry,
  aHandledInquiry,
  anAnsweredInquiry,
  anInquiry,
  hospital,
  MORNING,
  monitor,
} from '../inquiry.example.ts'
import { answerInquiry } from './answer-inquiry.ts'
import { attachInquiry } from './attach-inquiry.ts'
import { closeInquiry } from './close-inquiry.ts'
import { correctInquiry } from './correct-inquiry.ts'
import { turnIntoComplaint } from './turn-into-complaint-inquiry.ts'
import { voidInquiry } from './void-inquiry.ts'

const TOMORROW = '2026-11-21T04:00:00.000Z'
const YESTERDAY = '2026-11-19T00:00:00.000Z'

describe('the answer', () => {
  const record = aHandledInquiry()

  test('tells the customer and meets the contact clock', () => {
    const { change, to } = given(answerInquiry, { record }).when({ answer: '请选配大号袖带' }).accepts()
    expect(to).toBe('answered')
    expect(change.set).toMatchObject({ toldAt: NOON, toldTo: '刘慧敏', toldHow: 'telephone', firstContactAt: NOON })
    expect(change.meet).toEqual([{ deadline: 'contact', at: NOON }])
  })
  test('to a quality query is given by quality management', () => {
    const query = aHandledInquiry({ kind: 'query', assignedDepartment: 'quality' })
    expect(given(answerInquiry, { record: query }).standsAgainst()).toEqual(['quality-answers'])
    given(answerInquiry, { record: query }).when({ answer: '合格' }).refuses('quality-answers')
    given(answerInquiry, { record: query, actor: someone('quality') })
      .when({ answer: '该批检验合格' })
      .accepts()
  })
  test('lies between receipt and now, and says something', () => {
    given(answerInquiry, { record }).when({ toldAt: TOMORROW, answer: '好的' }).refuses('in-future', 'toldAt')
    given(answerInquiry, { record }).when({ toldAt: YESTERDAY, answer: '好的' }).refuses('too-early', 'toldAt')
    given(answerInquiry, { record }).when({}).refuses('bad-input', 'answer')
  })
  test('waits for the department', () => {
    given(answerInquiry, { record: aForwardedInquiry() }).when({ answer: '好的' }).refuses('state')
    given(answerInquiry, { record, actor: someone('warehouse') })
      .when({ answer: '好的' })
      .refuses('role')
  })
})

describe('closing', () => {
  const record = anAnsweredInquiry()

  test('keeps how satisfied the customer is', () => {
    const { change, to } = given(closeInquiry, { record }).when({ satisfaction: 'satisfied' }).accepts()
    expect(to).toBe('closed')
    expect(change.set).toMatchObject({ satisfaction: 'satisfied', closedAt: NOON, noSatisfactionReason: null })
  })
  test('without the question needs the reason', () => {
    given(closeInquiry, { record }).when({}).refuses('satisfaction-open', 'satisfaction')
    const { change } = given(closeInquiry, { record }).when({ noSatisfactionReason: '客户要求不再回访' }).accepts()
    expect(change.set).toMatchObject({ satisfaction: null, noSatisfactionReason: '客户要求不再回访' })
  })
  test('on an unhappy customer says why', () => {
    given(closeInquiry, { record })
      .when({ satisfaction: 'dissatisfied' })
      .refuses('dissatisfied-without-note', 'satisfactionNote')
    given(closeInquiry, { record }).when({ satisfaction: 'dissatisfied', satisfactionNote: '嫌价格高' }).accepts()
  })
  test('waits for the supervision', () => {
    const step = given(closeInquiry, { record: anAnsweredInquiry({ supervisedAt: null }) })
    expect(step.standsAgainst()).toEqual(['supervision-open'])
    expect(step.when({ satisfaction: 'satisfied' }).refuses('supervision-open').sentence.zh).toContain('请先监督')
  })
  test('waits for the answer, and is the desk’s work', () => {
    given(closeInquiry, { record: aHandledInquiry() }).when({ satisfaction: 'satisfied' }).refuses('state')
    given(closeInquiry, { record, actor: someone('sales') })
      .when({ satisfaction: 'satisfied' })
      .refuses('role')
  })
})

describe('an inquiry that is a complaint', () => {
  const record = anInquiry()
  const found = { party: hospital, product: null }
  const reason = '袖带破裂，客户要求处理'

  test('starts one with everything that was written down', () => {
    const { change, to } = given(turnIntoComplaint, { record, found }).when({ reason }).accepts()
    expect(to).toBe('became-complaint')
    expect(change.set).toEqual({ endReason: reason })
    const [start] = change.start ?? []
    expect(start).toMatchObject({ command: 'complaint.open', link: 'became-complaint' })
    expect(start?.input).toEqual({
      partyId: hospital.id,
      partyName: hospital.name,
      contactPerson: '刘慧敏',
      phone: '0371-10550101',
      productId: monitor.id,
      title: record.title,
      description: record.description,
      expectation: '给出型号和价格',
      channel: 'telephone',
      kind: 'quality',
      urgency: 'general',
      receivedAt: MORNING,
      lateReason: `由咨询 ZX-2026-00007 转来：${reason}`,
    })
  })
  test('counts from when the customer complained, if that was later', () => {
    const { change } = given(turnIntoComplaint, { record, found }).when({ reason, receivedAt: NOON }).accepts()
    expect(change.start?.[0]?.input).toMatchObject({ receivedAt: NOON })
    expect(change.start?.[0]?.input).not.toHaveProperty('lateReason')
  })
  test('passes on what was said about duplicates', () => {
    const { change } = given(turnIntoComplaint, { record, found }).when({ reason, notDuplicate: true }).accepts()
    expect(change.start?.[0]?.input).toMatchObject({ notDuplicate: true })
  })
  test('keeps the name of a customer whose file went out of use', () => {
    const gone = { party: { ...hospital, state: 'inactive' }, product: null }
    const { change } = given(turnIntoComplaint, { record, found: gone }).when({ reason }).accepts()
    expect(change.start?.[0]?.input).not.toHaveProperty('partyId')
    expect(change.start?.[0]?.input).toMatchObject({ partyName: hospital.name })
  })
  test('about a device names it', () => {
    const nameless = anInquiry({ productId: null, productName: null })
    given(turnIntoComplaint, { record: nameless, found }).when({ reason }).refuses('product-missing', 'productId')
    const { change } = given(turnIntoComplaint, { record: nameless, found })
      .when({ reason, productName: '血压计' })
      .accepts()
    expect(change.start?.[0]?.input).toMatchObject({ productName: '血压计' })
    given(turnIntoComplaint, { record: nameless, found }).when({ reason, kind: 'service' }).accepts()
  })
  test('is refused for a product that is not in the files', () => {
    const productId = '44444444-4444-4444-8444-444444444444'
    given(turnIntoComplaint, { record, found }).when({ reason, productId }).refuses('no-such-product', 'productId')
  })
  test('is refused while nobody can be reached', () => {
    const mute = anInquiry({ partyId: null, phone: null })
    given(turnIntoComplaint, { record: mute, found: { party: null, product: null } })
      .when({ reason })
      .refuses('contact-unusable')
  })
  test('came between the inquiry and now', () => {
    given(turnIntoComplaint, { record, found })
      .when({ reason, receivedAt: TOMORROW })
      .refuses('in-future', 'receivedAt')
    given(turnIntoComplaint, { record, found })
      .when({ reason, receivedAt: YESTERDAY })
      .refuses('too-early', 'receivedAt')
  })
  test('needs a reason, an open inquiry and somebody who sorts', () => {
    given(turnIntoComplaint, { record, found }).when({}).refuses('bad-input', 'reason')
    given(turnIntoComplaint, { record: anInquiry({ state: 'closed' }), found })
      .when({ reason })
      .refuses('state')
    given(turnIntoComplaint, { record, found, actor: someone('warehouse') })
      .when({ reason })
      .refuses('role')
  })
})

describe('a correction', () => {
  const record = anInquiry()
  const found = { party: hospital, product: null }
  const reason = '听错了'

  test('keeps the old value', () => {
    const { change } = given(correctInquiry, { record, found }).when({ reason, title: '臂围 36 厘米' }).accepts()
    expect(change.set).toEqual({ title: '臂围 36 厘米' })
    expect(change.correct).toEqual([{ field: 'title', was: record.title, now: '臂围 36 厘米', reason }])
  })
  test('brings the name of a customer or product that is chosen', () => {
    const other = { ...hospital, id: '55555555-5555-4555-8555-555555555555', name: '巩义伊洛河医院' }
    const pump = { id: '66666666-6666-4666-8666-666666666666', name: '输液泵', model: 'SP-5' }
    const { change } = given(correctInquiry, { record, found: { party: other, product: pump } })
      .when({ reason, partyId: other.id, productId: pump.id })
      .accepts()
    expect(change.set).toEqual({
      partyId: other.id,
      partyName: '巩义伊洛河医院',
      productId: pump.id,
      productName: '输液泵 SP-5',
    })
  })
  test('of a name that is typed over leaves the file', () => {
    const { change } = given(correctInquiry, { record, found }).when({ reason, partyName: '王女士' }).accepts()
    expect(change.set).toEqual({ partyName: '王女士', partyId: null })
  })
  test('to urgent counts the contact again from receipt, unless somebody has called', () => {
    const { change } = given(correctInquiry, { record, found }).when({ reason, urgency: 'urgent' }).accepts()
    expect(change.open).toEqual([{ deadline: 'contact', from: MORNING }])
    const called = given(correctInquiry, { record: anInquiry({ firstContactAt: NOON }), found })
    expect(called.when({ reason, urgency: 'urgent' }).accepts().change.open).toEqual([])
  })
  test('of nothing is refused', () => {
    given(correctInquiry, { record, found }).when({ reason, title: record.title }).refuses('nothing-changed')
    given(correctInquiry, { record, found }).when({ title: '臂围 36 厘米' }).refuses('bad-input', 'reason')
  })
  test('to a customer or product that is not in the files is refused', () => {
    const stranger = '77777777-7777-4777-8777-777777777777'
    const nothing = { party: null, product: null }
    given(correctInquiry, { record, found: nothing })
      .when({ reason, partyId: stranger })
      .refuses('no-such-customer', 'partyId')
    given(correctInquiry, { record, found })
      .when({ reason, productId: stranger })
      .refuses('no-such-product', 'productId')
  })
  test('of the receipt stays before the registration and now', () => {
    given(correctInquiry, { record, found }).when({ reason, receivedAt: TOMORROW }).refuses('in-future', 'receivedAt')
    given(correctInquiry, { record, found })
      .when({ reason, receivedAt: '2026-11-20T03:00:00.000Z' })
      .refuses('received-after-registered', 'receivedAt')
  })
  test('ends with the inquiry', () => {
    given(correctInquiry, { record: anInquiry({ state: 'closed' }), found })
      .when({ reason, title: '改' })
      .refuses('state')
    given(correctInquiry, { record, found, actor: someone('finance') })
      .when({ reason, title: '改' })
      .refuses('role')
  })
})

describe('files', () => {
  const file = '88888888-8888-4888-8888-888888888888'

  test('belong to the record with what they are', () => {
    const { change } = given(attachInquiry, { record: anInquiry() })
      .when({ attachments: [file], purpose: 'photo' })
      .accepts()
    expect(change.attach).toEqual([{ id: file, purpose: 'photo' }])
  })
  test('are refused when there are none, or the inquiry is void', () => {
    given(attachInquiry, { record: anInquiry() }).when({ attachments: [] }).refuses('bad-input', 'attachments')
    given(attachInquiry, { record: anInquiry({ state: 'voided' }) })
      .when({ attachments: [file] })
      .refuses('state')
    given(attachInquiry, { record: anInquiry(), actor: someone('administrator') })
      .when({ attachments: [file] })
      .refuses('role')
  })
})

describe('an entry made in error', () => {
  test('is voided with a reason and keeps it', () => {
    const { change, to } = given(voidInquiry, { record: anInquiry() }).when({ reason: '重复登记' }).accepts()
    expect(to).toBe('voided')
    expect(change.set).toEqual({ endReason: '重复登记' })
  })
  test('is not voided without one, after the answer, or by the desk', () => {
    given(voidInquiry, { record: anInquiry() }).when({}).refuses('bad-input', 'reason')
    given(voidInquiry, { record: anAnsweredInquiry() }).when({ reason: '重复登记' }).refuses('state')
    given(voidInquiry, { record: anInquiry(), actor: someone('service-desk') })
      .when({ reason: '重复' })
      .refuses('role')
  })
})

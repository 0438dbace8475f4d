import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { outside } from '../outside.ts'
import { reactions } from '../reactions.ts'
import { anAnswer, anAnsweredInquiry, anInquiry, device, MORNING, maker } from '../supplier-inquiry.example.ts'
import { answerSupplierInquiry } from './answer-supplier-inquiry.ts'
import { closeSupplierInquiry } from './close-supplier-inquiry.ts'
import { evaluateSupplierInquiry } from './evaluate-supplier-inquiry.ts'
import { noteLetter } from './note-letter-supplier-inquiry.ts'
import { recordAnswer } from './record-answer-supplier-inquiry.ts'
import { remindSupplierInquiry } from './remind-supplier-inquiry.ts'
import { sendSupplierInquiry } from './send-supplier-inquiry.ts'
import { voidSupplierInquiry } from './void-supplier-inquiry.ts'

const guest = { ...someone('outside'), id: idOf('inquiry'), via: 'link' as const }
const AFTER = '2026-11-28T04:00:00.000Z'

describe('asking', () => {
  const found = { supplier: maker, device }
  const input = {
    partyId: maker.id,
    productId: idOf('set'),
    lotId: idOf('lot'),
    question: '接头漏液的原因？',
    dueOn: '2026-11-27',
  }

  test('keeps question and day, and its clock ends with that day', () => {
    const { change, to } = given(sendSupplierInquiry, { found }).when(input).accepts()
    expect(to).toBe('sent')
    expect(change.set).toMatchObject({
      partyName: maker.name,
      email: maker.email,
      contactPerson: '顾思齐',
      lotNo: '20260301',
      letterState: 'waiting',
      linkUntil: '2026-12-27T15:59:59.999Z',
    })
    expect(change.open).toEqual([
      { deadline: 'answer', from: NOON, limit: { unit: 'days', value: 7, basis: 'company', endOfDay: true } },
    ])
  })
  test('is about goods of ours, to a supplier in use, with time to answer', () => {
    const step = (over: object) => given(sendSupplierInquiry, { found: { ...found, ...over } })
    step({ supplier: null }).when(input).refuses('no-such-supplier', 'partyId')
    step({ supplier: { ...maker, isSupplier: false, isManufacturer: false } })
      .when(input)
      .refuses('no-such-supplier', 'partyId')
    step({ supplier: { ...maker, state: 'inactive' } })
      .when(input)
      .refuses('no-such-supplier', 'partyId')
    step({ device: { product: null, lot: null } })
      .when(input)
      .refuses('no-such-product', 'productId')
    step({ device: { ...device, lot: { id: idOf('x'), productId: idOf('pump'), lotNo: 'B' } } })
      .when(input)
      .refuses('lot-of-another-product', 'lotId')
    step({})
      .when({ ...input, dueOn: '2026-11-19' })
      .refuses('day-past', 'dueOn')
    step({})
      .when({ ...input, question: '' })
      .refuses('bad-input', 'question')
  })
  test('is quality’s work', () => {
    given(sendSupplierInquiry, { found, actor: someone('sales') })
      .when(input)
      .refuses('role')
  })
})

describe('the answer', () => {
  const said = { answer: '模具磨损', cause: '3 号模腔', measures: '停用', answeredBy: '顾思齐' }

  test('comes through the link of this very inquiry', () => {
    const { change, to } = given(answerSupplierInquiry, { record: anInquiry(), actor: guest }).when(said).accepts()
    expect(to).toBe('answered')
    expect(change.set).toMatchObject({ answerWay: 'link', answeredAt: NOON, cause: '3 号模腔' })
    expect(change.meet).toEqual([{ deadline: 'answer', key: '', at: NOON }])
    expect(change.open).toEqual([{ deadline: 'evaluation', key: '', from: NOON }])
    const other = { ...guest, id: idOf('another inquiry') }
    expect(given(answerSupplierInquiry, { record: anInquiry(), actor: other }).standsAgainst()).toEqual(['other-guest'])
    const session = { ...guest, via: 'session' as const }
    given(answerSupplierInquiry, { record: anInquiry(), actor: session }).when(said).refuses('other-guest')
  })
  test('is given once a round and says something', () => {
    given(answerSupplierInquiry, { record: anAnsweredInquiry(), actor: guest }).when(said).refuses('state')
    given(answerSupplierInquiry, { record: anInquiry(), actor: guest })
      .when({ answeredBy: '顾思齐' })
      .refuses('bad-input', 'answer')
    given(answerSupplierInquiry, { record: anInquiry(), actor: someone('quality') })
      .when(said)
      .refuses('role')
  })
  test('by letter or telephone is written down by us, with its time', () => {
    const { change } = given(recordAnswer, { record: anInquiry({ round: 2 }) })
      .when({ ...said, way: 'telephone', answeredAt: '2026-11-20T02:00:00.000Z' })
      .accepts()
    expect(change.set).toMatchObject({ answerWay: 'telephone', answeredAt: '2026-11-20T02:00:00.000Z' })
    expect(change.meet).toEqual([{ deadline: 'answer', key: 'round-2', at: '2026-11-20T02:00:00.000Z' }])
    const step = given(recordAnswer, { record: anInquiry() })
    step.when({ ...said, answeredAt: AFTER }).refuses('in-future', 'answeredAt')
    step.when({ ...said, answeredAt: '2026-11-19T00:00:00.000Z' }).refuses('too-early', 'answeredAt')
    step.when({ answer: '模具磨损' }).refuses('bad-input', 'answeredBy')
    given(recordAnswer, { record: anAnsweredInquiry() }).when(said).refuses('state')
    given(recordAnswer, { record: anInquiry(), actor: someone('sales') })
      .when(said)
      .refuses('role')
  })
})

describe('the evaluation', () => {
  const facts = { answers: [anAnswer()] }
  const judged = { verdict: 'satisfactory', liability: 'supplier', effect: 'warned', evaluation: '原因明确' }

  test('goes on the supplier’s record', () => {
    const { change, to } = given(evaluateSupplierInquiry, { record: anAnsweredInquiry(), facts }).when(judged).accepts()
    expect(to).toBe('evaluated')
    expect(change.set).toMatchObject({ verdict: 'satisfactory', liability: 'supplier', effect: 'warned' })
    expect(change.rows).toMatchObject([{ id: idOf('answer'), set: { verdict: 'satisfactory' } }])
    expect(change.meet).toEqual([{ deadline: 'evaluation', key: '' }])
  })
  test('asks again for what is missing, with a new day and a new letter', () => {
    const { change, to } = given(evaluateSupplierInquiry, { record: anAnsweredInquiry(), facts })
      .when({ verdict: 'insufficient', evaluation: '未说明其他批号', dueOn: '2026-11-25' })
      .accepts()
    expect(to).toBe('sent')
    expect(change.set).toMatchObject({ round: 2, dueOn: '2026-11-25', letterState: 'waiting' })
    expect(change.open).toMatchObject([{ deadline: 'answer', key: 'round-2', limit: { value: 5 } }])
    expect(change.start).toMatchObject([{ command: 'message.write', link: 'message' }])
    expect(change.start?.[0]?.input.body).toContain('未说明其他批号')
  })
  test('judges silence only after the day', () => {
    const silent = { ...judged, verdict: 'no-answer', effect: 'probation' }
    const record = anInquiry()
    given(evaluateSupplierInquiry, { record, facts: { answers: [] } })
      .when(silent)
      .refuses('still-time', 'verdict')
    const late = given(evaluateSupplierInquiry, { record, facts: { answers: [] }, now: AFTER })
      .when(silent)
      .accepts()
    expect(late.to).toBe('evaluated')
    expect(late.change.cancel).toMatchObject([{ deadline: 'answer' }])
    given(evaluateSupplierInquiry, { record, facts: { answers: [] }, now: AFTER })
      .when(judged)
      .refuses('no-answer-yet', 'verdict')
    given(evaluateSupplierInquiry, { record: anAnsweredInquiry(), facts, now: AFTER })
      .when(silent)
      .refuses('answered', 'verdict')
  })
  test('says who is liable and what follows', () => {
    const step = given(evaluateSupplierInquiry, { record: anAnsweredInquiry(), facts })
    step.when({ verdict: 'satisfactory', evaluation: '原因明确' }).refuses('effect-missing', 'liability')
    step
      .when({ verdict: 'satisfactory', liability: 'supplier', evaluation: '原因明确' })
      .refuses('effect-missing', 'effect')
    step.when({ verdict: 'insufficient', evaluation: '不充分' }).refuses('due-missing', 'dueOn')
    step.when({ verdict: 'insufficient', evaluation: '不充分', dueOn: '2026-11-01' }).refuses('due-missing', 'dueOn')
    step.when({ ...judged, evaluation: '' }).refuses('bad-input', 'evaluation')
  })
  test('is quality’s work on what is open', () => {
    given(evaluateSupplierInquiry, { record: anAnsweredInquiry(), facts, actor: someone('purchasing') })
      .when(judged)
      .refuses('role')
    given(evaluateSupplierInquiry, { record: anAnsweredInquiry({ state: 'evaluated' }), facts })
      .when(judged)
      .refuses('state')
  })
})

describe('the letter', () => {
  test('follows the inquiry, to its own link', () => {
    const [letter] = reactions.filter(item => item.on === 'supplier-inquiry.send')
    const heard = { record: anInquiry(), input: {}, found: undefined, now: NOON } as never
    const [start] = letter?.run(heard) ?? []
    expect(start).toMatchObject({
      command: 'message.write',
      input: { recordId: idOf('inquiry'), guestId: null, toEmail: maker.email, expiresAt: '2026-12-27T15:59:59.999Z' },
    })
    expect(start?.input.body).toContain('{link}')
  })
  test('is pressed for once a day, after the one before went out', () => {
    const { change } = given(remindSupplierInquiry, { record: anInquiry(), now: AFTER }).when({}).accepts()
    expect(change.set).toMatchObject({ reminders: 1, letterState: 'waiting', linkUntil: '2026-12-28T15:59:59.999Z' })
    expect(change.start?.[0]?.input.subject).toContain('催复')
    expect(given(remindSupplierInquiry, { record: anInquiry({ letterState: 'waiting' }) }).standsAgainst()).toEqual([
      'letter-waits',
    ])
    expect(given(remindSupplierInquiry, { record: anInquiry({ remindedAt: MORNING }) }).standsAgainst()).toEqual([
      'reminded-today',
    ])
    given(remindSupplierInquiry, { record: anAnsweredInquiry() }).when({}).refuses('state')
    given(remindSupplierInquiry, { record: anInquiry(), actor: someone('sales') })
      .when({})
      .refuses('role')
  })
  test('tells what became of it, by itself', () => {
    const system = { ...someone('quality'), via: 'system' as const }
    const { change } = given(noteLetter, { record: anInquiry(), actor: system })
      .when({ outcome: 'handed-over', at: NOON })
      .accepts()
    expect(change.set).toEqual({ letterState: 'handed-over', letterAt: NOON })
    const failed = given(noteLetter, { record: anInquiry(), actor: system })
      .when({ outcome: 'failed', at: NOON })
      .accepts()
    expect(failed.change.set).toEqual({ letterState: 'failed' })
    expect(given(noteLetter, { record: anInquiry() }).standsAgainst()).toEqual(['only-from-letter'])
    given(noteLetter, { record: anInquiry(), actor: someone('sales') })
      .when({ outcome: 'sent', at: NOON })
      .refuses('role')
    given(noteLetter, { record: anInquiry(), actor: system }).when({ outcome: 'sent' }).refuses('bad-input', 'at')
  })
})

describe('the end', () => {
  const evaluated = anAnsweredInquiry({ state: 'evaluated', verdict: 'satisfactory', effect: 'warned' })

  test('is when the measures were looked after', () => {
    const { change, to } = given(closeSupplierInquiry, { record: evaluated }).when({ note: '新批抽检合格' }).accepts()
    expect([to, change.set?.closedAt]).toEqual(['closed', NOON])
    given(closeSupplierInquiry, { record: evaluated }).when({}).refuses('bad-input', 'note')
    given(closeSupplierInquiry, { record: anAnsweredInquiry() }).when({ note: '完成' }).refuses('state')
    given(closeSupplierInquiry, { record: evaluated, actor: someone('purchasing') })
      .when({ note: '完成' })
      .refuses('role')
  })
  test('or an error, with its reason', () => {
    const { change, to } = given(voidSupplierInquiry, { record: anInquiry() }).when({ reason: '发错单位' }).accepts()
    expect([to, change.set]).toEqual(['voided', { endReason: '发错单位' }])
    given(voidSupplierInquiry, { record: anInquiry() }).when({}).refuses('bad-input', 'reason')
    given(voidSupplierInquiry, { record: evaluated }).when({ reason: '发错单位' }).refuses('state')
    given(voidSupplierInquiry, { record: anInquiry(), actor: someone('sales') })
      .when({ reason: '发错单位' })
      .refuses('role')
  })
})

describe('the supplier’s page', () => {
  const ask = { guestId: idOf('inquiry'), now: NOON, zone: 'Asia/Shanghai' }

  test('offers the answer while it is waited for, and shows what was answered', () => {
    const open = outside.page({ ...ask, record: anInquiry(), facts: { answers: [] } })
    expect(open).toMatchObject({ steps: ['answer'], thanks: null, reader: `${maker.name} 顾思齐` })
    const done = outside.page({ ...ask, record: anAnsweredInquiry(), facts: { answers: [anAnswer()] } })
    expect(done?.steps).toEqual([])
    expect(done?.sections).toHaveLength(2)
  })
  test('says nothing of our judgement, and nothing at all once voided', () => {
    const record = anAnsweredInquiry({ evaluation: '内部：建议换供方', effect: 'probation', verdict: 'satisfactory' })
    expect(JSON.stringify(outside.page({ ...ask, record, facts: { answers: [anAnswer()] } }))).not.toContain('内部')
    expect(outside.page({ ...ask, record: anInquiry({ state: 'voided' }), facts: { answers: [] } })).toBeNull()
  })
})

import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, aConsumerComplaint, aServiceComplaint } from '../complaint.example.ts'
import { replyComplaint } from './reply-complaint.ts'

const decided = aComplaint({ state: 'decided', solvedAt: NOON })
const service = aServiceComplaint({ solvedAt: NOON, apologisedAt: NOON })
const consumer = aConsumerComplaint({
  solvedAt: NOON,
  apologisedAt: NOON,
  established: true,
  ourQuality: true,
  remedy: 'refund',
})
const input = { reply: '已换新泵，原因为焊点虚焊' }

test('the customer is told the result, and the complaint waits to be closed', () => {
  const { change, to } = given(replyComplaint, { record: decided }).when(input).accepts()
  expect(to).toBe('answered')
  expect(change.set).toEqual({ repliedAt: NOON, repliedByName: 'quality 甲', replyTo: '张敏', reply: input.reply })
})
test('about service the head tells it in person, after the apology', () => {
  const head = someone('service-head')
  given(replyComplaint, { record: service, actor: head }).when(input).accepts()
  given(replyComplaint, { record: service, actor: someone('quality') })
    .when(input)
    .refuses('head-replies')
  given(replyComplaint, { record: { ...service, apologisedAt: null }, actor: head })
    .when(input)
    .refuses('apology-first')
})
test('about quality the countersigned opinion comes first', () => {
  given(replyComplaint, { record: aComplaint({ state: 'verified', solvedAt: NOON }) })
    .when(input)
    .refuses('opinion-first')
})
test('a consumer is judged and offered a remedy first', () => {
  const actor = someone('after-sales')
  given(replyComplaint, { record: consumer, actor }).when(input).accepts()
  given(replyComplaint, { record: { ...consumer, established: null }, actor })
    .when(input)
    .refuses('judge-first')
  given(replyComplaint, { record: { ...consumer, remedy: null }, actor })
    .when(input)
    .refuses('remedy-first')
  given(replyComplaint, { record: { ...consumer, established: false, ourQuality: false, remedy: null }, actor })
    .when(input)
    .accepts()
})
test('the problem is solved first', () => {
  given(replyComplaint, { record: { ...decided, solvedAt: null } })
    .when(input)
    .refuses('solve-first')
})
test('in the time of the case, by a head, in words', () => {
  given(replyComplaint, { record: decided })
    .when({ ...input, repliedAt: '2026-11-21T04:00:00.000Z' })
    .refuses('in-future', 'repliedAt')
  given(replyComplaint, { record: decided })
    .when({ ...input, repliedAt: '2026-11-19T04:00:00.000Z' })
    .refuses('too-early', 'repliedAt')
  given(replyComplaint, { record: decided, actor: someone('sales') })
    .when(input)
    .refuses('role')
  given(replyComplaint, { record: decided }).when({}).refuses('bad-input', 'reply')
  given(replyComplaint, { record: { ...decided, state: 'closed' } })
    .when(input)
    .refuses('state')
})

import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aConsumerComplaint, aServiceComplaint } from '../complaint.example.ts'
import { apologiseComplaint } from './apologise-complaint.ts'

const record = aServiceComplaint()

test('the head of customer service apologises for the company', () => {
  const { change } = given(apologiseComplaint, { record }).when({ to: '李主任', note: '对迟复表示歉意' }).accepts()
  expect(change.set).toEqual({
    apologisedAt: NOON,
    apologisedByName: 'service-head 甲',
    apologyNote: '李主任：对迟复表示歉意',
  })
})
test('after-sales apologises to a consumer', () => {
  given(apologiseComplaint, { record: aConsumerComplaint(), actor: someone('after-sales') })
    .when({})
    .accepts()
})
test('nobody else apologises for service', () => {
  given(apologiseComplaint, { record, actor: someone('after-sales') })
    .when({})
    .refuses('head-apologises')
  given(apologiseComplaint, { record, actor: someone('sales') })
    .when({})
    .refuses('role')
})
test('one apology is enough', () => {
  given(apologiseComplaint, { record: { ...record, apologisedAt: NOON } })
    .when({})
    .refuses('already-apologised')
})
test('an apology lies neither in the future nor before the complaint', () => {
  given(apologiseComplaint, { record }).when({ at: '2026-11-21T04:00:00.000Z' }).refuses('in-future', 'at')
  given(apologiseComplaint, { record }).when({ at: '2026-11-19T04:00:00.000Z' }).refuses('too-early', 'at')
})
test('not after the answer', () => {
  given(apologiseComplaint, { record: aServiceComplaint({ state: 'answered' }) })
    .when({})
    .refuses('state')
})

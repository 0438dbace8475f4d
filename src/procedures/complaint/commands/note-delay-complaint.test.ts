import { expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { noteDelay } from './note-delay-complaint.ts'

const facts = { clocks: ['verification', 'completion'], lateClocks: ['contact'] }
const input = { deadline: 'verification', reason: '暴雪封路，质检员改乘次日列车' }

test('the reason stands beside the clock, which stays as it is', () => {
  const { change } = given(noteDelay, { record: aComplaint(), facts }).when(input).accepts()
  expect(change.rows).toMatchObject([{ child: 'delay', insert: { deadline: 'verification', reason: input.reason } }])
  expect([change.open, change.meet, change.cancel]).toEqual([undefined, undefined, undefined])
})
test('a clock that was met late is explained afterwards, also once the complaint is closed', () => {
  const late = { ...input, deadline: 'contact' }
  for (const state of ['accepted', 'closed'] as const) {
    const { change } = given(noteDelay, { record: aComplaint({ state }), facts })
      .when(late)
      .accepts()
    expect(change.rows).toMatchObject([{ child: 'delay', insert: { deadline: 'contact', reason: input.reason } }])
  }
})
test('of a clock that runs or was late, with a reason, by those who handle it', () => {
  given(noteDelay, { record: aComplaint(), facts: { clocks: [], lateClocks: [] } })
    .when(input)
    .refuses('no-clock')
  given(noteDelay, { record: aComplaint(), facts })
    .when({ ...input, deadline: 'opinion' })
    .refuses('clock-not-running', 'deadline')
  given(noteDelay, { record: aComplaint(), facts }).when({ deadline: 'verification' }).refuses('bad-input', 'reason')
  given(noteDelay, { record: aComplaint(), facts, actor: someone('finance') })
    .when(input)
    .refuses('role')
  given(noteDelay, { record: aComplaint({ state: 'voided' }), facts })
    .when(input)
    .refuses('state')
})

import { expect, test } from 'vitest'
import { given, NOON } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { planComplaint } from './plan-complaint.ts'

const record = aComplaint({ assignedDepartment: 'technology' })
const tomorrow = '2026-11-21T10:00:00.000Z'
const input = { expectedAt: tomorrow, measures: '更换主板' }

test('expected time and measures come together, and the expected time becomes a clock', () => {
  const { change } = given(planComplaint, { record }).when(input).accepts()
  expect(change.set).toEqual({ expectedAt: tomorrow, measures: '更换主板', planCount: 1 })
  expect(change.open).toEqual([
    {
      deadline: 'expected-time',
      key: 'plan-1',
      from: NOON,
      limit: { unit: 'hours', value: 30, basis: 'company' },
      note: { zh: '技术部', en: 'Technology' },
    },
  ])
})
test('either one alone is refused', () => {
  given(planComplaint, { record }).when({ expectedAt: tomorrow }).refuses('bad-input', 'measures')
  given(planComplaint, { record }).when({ measures: '更换主板' }).refuses('bad-input', 'expectedAt')
})
test('a later plan needs a reason, and the clock of the first stays', () => {
  const planned = { ...record, expectedAt: NOON, planCount: 1 }
  given(planComplaint, { record: planned }).when(input).refuses('later-without-reason', 'reason')
  const { change } = given(planComplaint, { record: planned })
    .when({ ...input, reason: '备件未到' })
    .accepts()
  expect(change.open?.[0]?.key).toBe('plan-2')
  expect(change.cancel).toBeUndefined()
})
test('not before a department has it', () => {
  given(planComplaint, { record: aComplaint() }).when(input).refuses('not-assigned')
})
test('not after it is solved', () => {
  given(planComplaint, { record: { ...record, solvedAt: NOON } })
    .when(input)
    .refuses('already-solved')
})
test('not for a time that is past', () => {
  given(planComplaint, { record })
    .when({ ...input, expectedAt: NOON })
    .refuses('expected-in-past', 'expectedAt')
})

import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, MORNING } from '../complaint.example.ts'
import { solveComplaint } from './solve-complaint.ts'

const record = aComplaint({ firstContactAt: MORNING, planCount: 2, urgency: 'urgent', dailyContactDay: '2026-11-21' })
const input = { solution: '换新泵并验收' }

test('it meets every promised time and ends the daily reports', () => {
  const { change } = given(solveComplaint, { record }).when(input).accepts()
  expect(change.set).toEqual({
    solvedAt: NOON,
    solvedByName: 'case-handler 甲',
    solution: '换新泵并验收',
    dailyContactDay: null,
  })
  expect(change.meet?.map(clock => clock.key)).toEqual(['plan-1', 'plan-2', 'with-contact'])
  expect(change.cancel).toMatchObject([{ deadline: 'daily-contact', key: '2026-11-21', reason: { zh: '问题已解决' } }])
})
test('the customer was spoken with before', () => {
  given(solveComplaint, { record: aComplaint() }).when(input).refuses('contact-first')
})
test('once', () => {
  given(solveComplaint, { record: { ...record, solvedAt: NOON, solvedByName: '宋一鸣' } })
    .when(input)
    .refuses('already-solved')
})
test('in the time of the case, by those who handle it, in words', () => {
  given(solveComplaint, { record })
    .when({ ...input, solvedAt: '2026-11-21T04:00:00.000Z' })
    .refuses('in-future', 'solvedAt')
  given(solveComplaint, { record })
    .when({ ...input, solvedAt: '2026-11-19T04:00:00.000Z' })
    .refuses('too-early', 'solvedAt')
  given(solveComplaint, { record, actor: someone('finance') })
    .when(input)
    .refuses('role')
  given(solveComplaint, { record }).when({}).refuses('bad-input', 'solution')
  given(solveComplaint, { record: { ...record, state: 'closed' } })
    .when(input)
    .refuses('state')
})

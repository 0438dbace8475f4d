import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { anAnsweredComplaint } from '../complaint.example.ts'
import { reopenComplaint } from './reopen-complaint.ts'

const record = anAnsweredComplaint({ state: 'closed', closedAt: NOON })
const input = { reason: '新泵同样报警' }

test('it goes on with new clocks from now; solution, opinion, reply and closing are owed again', () => {
  const { change, to } = given(reopenComplaint, { record }).when(input).accepts()
  expect(to).toBe('accepted')
  expect(change.set).toMatchObject({
    reopenCount: 1,
    reopenReason: '新泵同样报警',
    solvedAt: null,
    opinion: null,
    repliedAt: null,
    closedAt: null,
  })
  expect(change.set).not.toHaveProperty('verifiedAt')
  expect(change.open).toEqual([
    { deadline: 'completion', from: NOON },
    { deadline: 'opinion', from: NOON },
  ])
})
test('where it must be seen again, the verification is owed again too', () => {
  const { change } = given(reopenComplaint, { record })
    .when({ ...input, verifyAgain: true })
    .accepts()
  expect(change.set).toMatchObject({ verifiedAt: null, finding: null, dispatchedAt: null })
  expect(change.open).toContainEqual({ deadline: 'verification', from: NOON })
})
test('an urgent one is reported on daily again', () => {
  const { change } = given(reopenComplaint, { record: { ...record, urgency: 'urgent' } })
    .when(input)
    .accepts()
  expect(change.open).toContainEqual({ deadline: 'daily-contact', key: '2026-11-21', from: NOON })
})
test('one about service runs no clocks of the investigation', () => {
  const service = { ...record, investigated: false, ownerRole: 'service-head' as const }
  expect(given(reopenComplaint, { record: service }).when(input).accepts().change.open).toEqual([])
})
test('by a head, with a reason, only what is closed', () => {
  given(reopenComplaint, { record, actor: someone('service-desk') })
    .when(input)
    .refuses('role')
  given(reopenComplaint, { record }).when({}).refuses('bad-input', 'reason')
  given(reopenComplaint, { record: anAnsweredComplaint() }).when(input).refuses('state')
})

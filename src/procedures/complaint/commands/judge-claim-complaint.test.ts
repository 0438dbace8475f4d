import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, aConsumerComplaint } from '../complaint.example.ts'
import { judgeClaim } from './judge-claim-complaint.ts'

const record = aConsumerComplaint()
const stands = {
  groundSufficient: true,
  demandReasonable: true,
  established: true,
  ourQuality: true,
  reason: '袖带漏气',
}
const falls = { groundSufficient: false, demandReasonable: false, established: false, reason: '人为损坏' }

test('ground and demand decide whether it stands', () => {
  const { change } = given(judgeClaim, { record }).when(stands).accepts()
  expect(change.set).toMatchObject({
    established: true,
    ourQuality: true,
    judgedAt: NOON,
    judgedByName: 'after-sales 甲',
  })
})
test('what does not stand stays on record', () => {
  const { change, to } = given(judgeClaim, { record }).when(falls).accepts()
  expect(to).toBe('accepted')
  expect(change.set).toMatchObject({ established: false, ourQuality: false })
})
test('nothing stands without ground', () => {
  given(judgeClaim, { record })
    .when({ ...stands, groundSufficient: false })
    .refuses('ground-missing', 'established')
})
test('our own fault always stands', () => {
  given(judgeClaim, { record })
    .when({ ...falls, ourQuality: true })
    .refuses('ours-but-not-established', 'ourQuality')
})
test('is for consumers, by after-sales, with a reason, while open', () => {
  given(judgeClaim, { record: aComplaint() }).when(stands).refuses('not-a-consumer')
  given(judgeClaim, { record, actor: someone('sales') })
    .when(stands)
    .refuses('role')
  given(judgeClaim, { record })
    .when({ ...stands, reason: undefined })
    .refuses('bad-input', 'reason')
  given(judgeClaim, { record: { ...record, state: 'answered' } })
    .when(stands)
    .refuses('state')
})

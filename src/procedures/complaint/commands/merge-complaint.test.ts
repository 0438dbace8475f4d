import { expect, test } from 'vitest'
import { given, idOf, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { mergeComplaint } from './merge-complaint.ts'

const record = aComplaint({ state: 'registered' })
const target = {
  id: idOf('target'),
  number: 'TS-2026-00007',
  state: 'accepted' as const,
  partyId: record.partyId,
  partyName: record.partyName,
  productId: null,
  productName: null,
}
const input = { into: target.id, reason: '同一台泵' }

test('two entries about one thing become one; this one points to the other', () => {
  const { change, to } = given(mergeComplaint, { record, found: { target } }).when(input).accepts()
  expect(to).toBe('merged')
  expect(change.set).toEqual({ mergedInto: target.id, mergedIntoNumber: 'TS-2026-00007', endReason: '同一台泵' })
  expect(change.link).toEqual([{ procedure: 'complaint', id: target.id, kind: 'merged-into' }])
})
test('the same product of another customer is enough', () => {
  const other = { ...target, partyId: idOf('other'), productId: record.productId }
  given(mergeComplaint, { record, found: { target: other } })
    .when(input)
    .accepts()
})
test('not with one that has nothing in common', () => {
  given(mergeComplaint, { record, found: { target: { ...target, partyId: idOf('other') } } })
    .when(input)
    .refuses('unrelated', 'into')
})
test('not into itself, into nothing, or into one that has ended', () => {
  given(mergeComplaint, { record, found: { target } })
    .when({ ...input, into: record.id })
    .refuses('merge-into-itself', 'into')
  given(mergeComplaint, { record, found: { target: null } })
    .when(input)
    .refuses('no-such-complaint', 'into')
  given(mergeComplaint, { record, found: { target: { ...target, state: 'closed' } } })
    .when(input)
    .refuses('target-ended', 'into')
})
test('a reporting clock does not leave with it', () => {
  given(mergeComplaint, { record: { ...record, aeState: 'reportable' }, found: { target } })
    .when(input)
    .refuses('adverse-event-open')
  given(mergeComplaint, { record: { ...record, harmHappened: 'yes' }, found: { target } })
    .when(input)
    .refuses('screen-open')
})
test('by the desk or a head, early, with a reason', () => {
  given(mergeComplaint, { record, found: { target }, actor: someone('sales') })
    .when(input)
    .refuses('role')
  given(mergeComplaint, { record: aComplaint({ state: 'verified' }), found: { target } })
    .when(input)
    .refuses('state')
  given(mergeComplaint, { record, found: { target } }).when({ into: target.id }).refuses('bad-input', 'reason')
})

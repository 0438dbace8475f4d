import { expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { voidComplaint } from './void-complaint.ts'

const record = aComplaint()
const input = { reason: '测试数据，非真实来诉' }

test('the quality head voids an entry made in error, signed and with a reason', () => {
  const { change, to } = given(voidComplaint, { record }).when(input).accepts()
  expect(to).toBe('voided')
  expect(change.set).toEqual({ endReason: input.reason })
  expect(voidComplaint.sign).toBeDefined()
  given(voidComplaint, { record }).when({}).refuses('bad-input', 'reason')
})
test('nobody else does', () => {
  given(voidComplaint, { record, actor: someone('quality') })
    .when(input)
    .refuses('role')
})
test('not to get rid of an adverse event', () => {
  given(voidComplaint, { record: { ...record, aeState: 'undecided' } })
    .when(input)
    .refuses('adverse-event-open')
  given(voidComplaint, { record: { ...record, harmHappened: 'yes' } })
    .when(input)
    .refuses('screen-open')
})
test('not after the decision', () => {
  given(voidComplaint, { record: { ...record, state: 'decided' } })
    .when(input)
    .refuses('state')
})

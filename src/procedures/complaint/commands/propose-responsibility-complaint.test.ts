import { expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { proposeResponsibility } from './propose-responsibility-complaint.ts'

const input = { responsibility: 'manufacturer', reason: '到货即存在的焊接缺陷' }

test('sales proposes who is responsible', () => {
  const actor = someone('sales')
  const { change } = given(proposeResponsibility, { record: aComplaint(), actor }).when(input).accepts()
  expect(change.set).toEqual({
    proposedResponsibility: 'manufacturer',
    proposedBy: actor.id,
    proposedByName: actor.name,
    proposedReason: input.reason,
  })
})
test('only sales, with a reason, while the case is under way', () => {
  given(proposeResponsibility, { record: aComplaint(), actor: someone('quality') })
    .when(input)
    .refuses('role')
  given(proposeResponsibility, { record: aComplaint() }).when({ responsibility: 'ours' }).refuses('bad-input', 'reason')
  given(proposeResponsibility, { record: aComplaint({ state: 'registered' }) })
    .when(input)
    .refuses('state')
})

import { expect, test } from 'vitest'
import { given, idOf, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { decideResponsibility } from './decide-responsibility-complaint.ts'

const proposed = aComplaint({
  proposedResponsibility: 'manufacturer',
  proposedBy: idOf('seller'),
  proposedByName: '郑爽',
})
const input = { responsibility: 'supplier', reason: '运输包装不足' }

test('quality decides, and may decide otherwise', () => {
  const { change } = given(decideResponsibility, { record: proposed }).when(input).accepts()
  expect(change.set).toEqual({
    decidedResponsibility: 'supplier',
    decidedByName: 'quality 甲',
    decidedReason: '运输包装不足',
  })
})
test('never the person who proposed it, whatever other roles that person holds (SG10)', () => {
  const both = { ...someone('quality'), id: idOf('seller'), roles: ['sales', 'quality'] }
  const refusal = given(decideResponsibility, { record: proposed, actor: both }).when(input).refuses('SG10')
  expect(refusal.kind).toBe('forbidden')
  expect(refusal.sentence.zh).toContain('郑爽')
})
test('the proposal comes first', () => {
  given(decideResponsibility, { record: aComplaint() }).when(input).refuses('proposal-first')
})
test('only quality, under way', () => {
  given(decideResponsibility, { record: proposed, actor: someone('sales') })
    .when(input)
    .refuses('role')
  given(decideResponsibility, { record: { ...proposed, state: 'closed' } })
    .when(input)
    .refuses('state')
})

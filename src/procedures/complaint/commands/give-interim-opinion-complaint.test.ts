import { expect, test } from 'vitest'
import { given, someone } from '../../../../test/given.ts'
import { aComplaint, aServiceComplaint, MORNING } from '../complaint.example.ts'
import { giveInterimOpinion } from './give-interim-opinion-complaint.ts'

const input = { opinion: '停用该泵，借出备机，样机寄回检测' }

test('an interim opinion meets day 3 and asks for a final one, counted from the receipt', () => {
  const { change, to } = given(giveInterimOpinion, { record: aComplaint() }).when(input).accepts()
  expect(to).toBe('accepted')
  expect(change.set).toMatchObject({ opinionStage: 'interim', opinionState: 'given' })
  expect(change.meet).toEqual([{ deadline: 'opinion' }])
  expect(change.open).toEqual([{ deadline: 'final-opinion', from: MORNING }])
})
test('asks for no final clock where no investigation runs', () => {
  expect(given(giveInterimOpinion, { record: aServiceComplaint() }).when(input).accepts().change.open).toEqual([])
})
test('the company may rule it out', () => {
  given(giveInterimOpinion, { record: aComplaint(), policy: { 'complaint.interim_opinion': false } })
    .when(input)
    .refuses('interim-not-allowed')
})
test('not after the final one, unless that was sent back', () => {
  const final = aComplaint({ state: 'verified', opinionStage: 'final', opinionState: 'given' })
  given(giveInterimOpinion, { record: final }).when(input).refuses('final-given')
  given(giveInterimOpinion, { record: { ...final, opinionState: 'declined' } })
    .when(input)
    .accepts()
})
test('only quality, before the decision, in words', () => {
  given(giveInterimOpinion, { record: aComplaint(), actor: someone('sales') })
    .when(input)
    .refuses('role')
  given(giveInterimOpinion, { record: aComplaint({ state: 'decided' }) })
    .when(input)
    .refuses('state')
  given(giveInterimOpinion, { record: aComplaint() }).when({ opinion: ' ' }).refuses('bad-input', 'opinion')
})

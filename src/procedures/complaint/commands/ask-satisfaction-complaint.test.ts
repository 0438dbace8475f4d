import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { anAnsweredComplaint } from '../complaint.example.ts'
import { askSatisfaction } from './ask-satisfaction-complaint.ts'

const record = anAnsweredComplaint({ satisfaction: null })
const input = { satisfaction: 'satisfied', note: '处理很快' }

test('the answer is kept with who asked', () => {
  const { change } = given(askSatisfaction, { record }).when(input).accepts()
  expect(change.set).toEqual({
    satisfaction: 'satisfied',
    satisfactionNote: '处理很快',
    satisfactionAt: NOON,
    satisfactionByName: 'service-desk 甲',
  })
})
test('it may also be asked after closing, and again when nobody was reached', () => {
  given(askSatisfaction, { record: { ...record, state: 'closed' } })
    .when(input)
    .accepts()
  given(askSatisfaction, { record: { ...record, satisfaction: 'not-reached' } })
    .when(input)
    .accepts()
})
test('not twice, not before the answer, not by quality itself', () => {
  given(askSatisfaction, { record: anAnsweredComplaint() }).when(input).refuses('already-asked')
  given(askSatisfaction, { record: { ...record, state: 'decided' } })
    .when(input)
    .refuses('state')
  given(askSatisfaction, { record, actor: someone('quality') })
    .when(input)
    .refuses('role')
  given(askSatisfaction, { record }).when({}).refuses('bad-input', 'satisfaction')
})

import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, aConsumerComplaint } from '../complaint.example.ts'
import { agreeRemedy } from './agree-remedy-complaint.ts'

const record = aConsumerComplaint({ established: true, ourQuality: true, apologisedAt: NOON })
const input = { remedy: 'refund', note: '门店退货退款' }

test('after the apology a remedy is agreed by the customer’s wish', () => {
  expect(given(agreeRemedy, { record }).when(input).accepts().change.set).toEqual({
    remedy: 'refund',
    remedyNote: '门店退货退款',
  })
})
test('what cannot be solved goes to the operating department, with a telephone number', () => {
  const referred = { remedy: 'referred', note: '需经营部研究' }
  const { change } = given(agreeRemedy, { record: { ...record, phone: null } })
    .when({ ...referred, phone: '142 0000 1234' })
    .accepts()
  expect(change.set).toMatchObject({ assignedDepartment: 'sales', phone: '142 0000 1234' })
  given(agreeRemedy, { record: { ...record, phone: null } })
    .when(referred)
    .refuses('phone-missing', 'phone')
})
test('the judgement comes first', () => {
  given(agreeRemedy, { record: aConsumerComplaint() }).when(input).refuses('judge-first')
})
test('then the apology', () => {
  given(agreeRemedy, { record: { ...record, apologisedAt: null } })
    .when(input)
    .refuses('apology-first')
})
test('what does not stand gets an explanation, not a refund', () => {
  const falls = aConsumerComplaint({ established: false, ourQuality: false })
  given(agreeRemedy, { record: falls }).when(input).refuses('not-established', 'remedy')
  given(agreeRemedy, { record: falls }).when({ remedy: 'explanation', note: '说明测量方法' }).accepts()
})
test('is for consumers, by after-sales or sales, while open', () => {
  given(agreeRemedy, { record: aComplaint() }).when(input).refuses('not-a-consumer')
  given(agreeRemedy, { record, actor: someone('warehouse') })
    .when(input)
    .refuses('role')
  given(agreeRemedy, { record: { ...record, state: 'closed' } })
    .when(input)
    .refuses('state')
})

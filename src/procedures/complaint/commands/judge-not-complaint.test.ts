import { expect, test } from 'vitest'
import { given } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { judgeNotComplaint } from './judge-not-complaint.ts'

const record = aComplaint({ state: 'registered' })
const input = { reason: '客户询问使用方法，产品无异常' }

test('a question that is no complaint goes on as an inquiry and keeps its number', () => {
  const { change, to } = given(judgeNotComplaint, { record }).when(input).accepts()
  expect(to).toBe('not-complaint')
  expect(change.set?.endReason).toBe(input.reason)
  expect(change.start).toMatchObject([
    {
      command: 'inquiry.open-from-complaint',
      link: 'became-inquiry',
      input: { complaintId: record.id, complaintNumber: 'TS-2026-00042', partyName: '郑州市第七人民医院' },
    },
  ])
})
test('needs a reason', () => {
  given(judgeNotComplaint, { record }).when({}).refuses('bad-input', 'reason')
})
test('is refused after verification', () => {
  given(judgeNotComplaint, { record: aComplaint({ state: 'verified' }) })
    .when(input)
    .refuses('state')
})
test('is refused while an adverse event is unsettled', () => {
  given(judgeNotComplaint, { record: { ...record, aeState: 'undecided' } })
    .when(input)
    .refuses('adverse-event-open')
  given(judgeNotComplaint, { record: { ...record, aeState: 'reportable' } })
    .when(input)
    .refuses('adverse-event-open')
})
test('is refused where harm was reported', () => {
  given(judgeNotComplaint, { record: { ...record, harmHappened: 'yes' } })
    .when(input)
    .refuses('harm-reported')
})

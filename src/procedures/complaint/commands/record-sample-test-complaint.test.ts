import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { recordSampleTest } from './record-sample-test-complaint.ts'

const input = { result: 'conforming', note: '同批留样连续开机 24 小时未报警' }

test('the retained sample is tested', () => {
  const { change } = given(recordSampleTest, { record: aComplaint() }).when(input).accepts()
  expect(change.set).toEqual({
    sampleResult: 'conforming',
    sampleNote: input.note,
    sampleTestedAt: NOON,
    sampleTestedByName: 'quality-inspector 甲',
  })
})
test('where there is none, it is said why', () => {
  given(recordSampleTest, { record: aComplaint() }).when({ result: 'none' }).refuses('bad-input', 'note')
  given(recordSampleTest, { record: aComplaint() }).when({ result: 'none', note: '本公司不留样' }).accepts()
})
test('by inspectors, in the past, while the case is open', () => {
  given(recordSampleTest, { record: aComplaint(), actor: someone('sales') })
    .when(input)
    .refuses('role')
  given(recordSampleTest, { record: aComplaint() })
    .when({ ...input, testedAt: '2026-11-21T04:00:00.000Z' })
    .refuses('in-future', 'testedAt')
  given(recordSampleTest, { record: aComplaint({ state: 'closed' }) })
    .when(input)
    .refuses('state')
})

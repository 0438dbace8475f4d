import { expect, test } from 'vitest'
import { given, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, MORNING } from '../complaint.example.ts'
import { reportAdverseEvent } from './report-adverse-event-complaint.ts'

const record = aComplaint({ aeState: 'reportable', aeClass: 'death', aeKnownAt: MORNING })
const input = { reportNumber: 'AE-2026-410100-00017' }

test('number and time of the report meet the clocks of the law', () => {
  const { change } = given(reportAdverseEvent, { record }).when(input).accepts()
  expect(change.set).toEqual({ aeState: 'reported', aeReportedAt: NOON, aeReportNumber: input.reportNumber })
  expect(change.meet?.map(clock => clock.deadline)).toEqual(['ae-death-report', 'ae-serious-report', 'ae-cluster-case'])
})
test('the telephone report of a cluster meets its own clock; the case stays to be reported', () => {
  const { change } = given(reportAdverseEvent, { record: { ...record, aeCluster: true } })
    .when({ what: 'cluster-call', reportNumber: '省局值班 王' })
    .accepts()
  expect(change.set).toEqual({ aeClusterReportedAt: NOON })
  expect(change.meet).toEqual([{ deadline: 'ae-cluster-call', at: NOON }])
})
test('a cluster that is none is not called in', () => {
  given(reportAdverseEvent, { record })
    .when({ ...input, what: 'cluster-call' })
    .refuses('no-cluster', 'what')
})
test('the screen comes first', () => {
  given(reportAdverseEvent, { record: aComplaint() }).when(input).refuses('nothing-to-report')
  given(reportAdverseEvent, { record: aComplaint({ aeState: 'undecided' }) })
    .when(input)
    .refuses('nothing-to-report')
})
test('needs a number, a time after the knowledge and not in the future, and quality', () => {
  given(reportAdverseEvent, { record }).when({}).refuses('bad-input', 'reportNumber')
  given(reportAdverseEvent, { record })
    .when({ ...input, reportedAt: '2026-11-19T04:00:00.000Z' })
    .refuses('too-early', 'reportedAt')
  given(reportAdverseEvent, { record })
    .when({ ...input, reportedAt: '2026-11-21T04:00:00.000Z' })
    .refuses('in-future', 'reportedAt')
  given(reportAdverseEvent, { record, actor: someone('service-desk') })
    .when(input)
    .refuses('role')
  given(reportAdverseEvent, { record: { ...record, state: 'voided' } })
    .when(input)
    .refuses('state')
})

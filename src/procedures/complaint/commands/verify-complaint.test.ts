import { expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, aServiceComplaint } from '../complaint.example.ts'
import { verifyComplaint } from './verify-complaint.ts'

const visitedAt = '2026-11-20T03:30:00.000Z'
const input = { visitedAt, finding: 'defect', note: '开机三次均报 E21' }
const file = idOf('photo')

test('the inspector signs what was found; the clock is met at the visit, not at its entry', () => {
  const { change, to } = given(verifyComplaint, { record: aComplaint() })
    .when({ ...input, attachments: [file] })
    .accepts()
  expect(to).toBe('verified')
  expect(change.set).toMatchObject({
    visitedAt,
    finding: 'defect',
    verifiedAt: NOON,
    verifiedByName: 'quality-inspector 甲',
  })
  expect(change.meet).toEqual([{ deadline: 'verification', at: visitedAt }])
  expect(change.rows).toMatchObject([{ child: 'verification', insert: { visitedAt, finding: 'defect' } }])
  expect(change.attach).toEqual([{ id: file, purpose: 'verification' }])
  expect(verifyComplaint.sign?.meaning.zh).toContain('属实')
})
test('who goes there unasked counts as dispatched', () => {
  const { change } = given(verifyComplaint, { record: aComplaint() }).when(input).accepts()
  expect(change.set).toMatchObject({ dispatchedAt: visitedAt, inspectorName: 'quality-inspector 甲' })
  const sent = aComplaint({ dispatchedAt: NOON, inspectorName: '王磊' })
  expect(given(verifyComplaint, { record: sent }).when(input).accepts().change.set).not.toHaveProperty('dispatchedAt')
})
test('a second visit may follow the first', () => {
  given(verifyComplaint, { record: aComplaint({ state: 'verified' }) })
    .when({ ...input, finding: 'no-defect' })
    .accepts()
})
test('is not done by those who sold it', () => {
  given(verifyComplaint, { record: aComplaint(), actor: someone('sales') })
    .when(input)
    .refuses('role')
})
test('needs a finding, in the past, after the receipt', () => {
  given(verifyComplaint, { record: aComplaint() })
    .when({ ...input, finding: 'fine' })
    .refuses('bad-input', 'finding')
  given(verifyComplaint, { record: aComplaint() })
    .when({ ...input, visitedAt: '2026-11-21T00:00:00.000Z' })
    .refuses('in-future', 'visitedAt')
  given(verifyComplaint, { record: aComplaint() })
    .when({ ...input, visitedAt: '2026-11-19T00:00:00.000Z' })
    .refuses('too-early', 'visitedAt')
})
test('is not needed for service', () => {
  given(verifyComplaint, { record: aServiceComplaint() }).when(input).refuses('no-visit-needed')
})
test('not before it is accepted', () => {
  given(verifyComplaint, { record: aComplaint({ state: 'registered' }) })
    .when(input)
    .refuses('state')
})

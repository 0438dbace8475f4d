import { expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, aServiceComplaint } from '../complaint.example.ts'
import { dispatchInspector } from './dispatch-inspector-complaint.ts'

const inspector = { id: idOf('inspector'), name: '王磊', roles: ['quality-inspector'], state: 'active' }
const input = { inspectorId: inspector.id }
const found = { inspector }

test('sending an inspector to a local customer stops the 24 hours', () => {
  const { change } = given(dispatchInspector, { record: aComplaint(), found }).when(input).accepts()
  expect(change.set).toEqual({ dispatchedAt: NOON, inspectorId: inspector.id, inspectorName: '王磊' })
  expect(change.meet).toEqual([{ deadline: 'verification', at: NOON }])
})
test('sending one out of town does not: there the clock waits for the verification', () => {
  const { change } = given(dispatchInspector, { record: aComplaint({ locality: 'out-of-town' }), found })
    .when(input)
    .accepts()
  expect(change.meet).toEqual([])
})
test('only quality sends', () => {
  given(dispatchInspector, { record: aComplaint(), found, actor: someone('service-desk') })
    .when(input)
    .refuses('role')
})
test('only inspectors are sent, and only those who are active', () => {
  const sales = { ...inspector, roles: ['sales'] }
  given(dispatchInspector, { record: aComplaint(), found: { inspector: sales } })
    .when(input)
    .refuses('not-an-inspector', 'inspectorId')
  given(dispatchInspector, { record: aComplaint(), found: { inspector: null } })
    .when(input)
    .refuses('not-an-inspector', 'inspectorId')
  given(dispatchInspector, { record: aComplaint(), found: { inspector: { ...inspector, state: 'left' } } })
    .when(input)
    .refuses('not-an-inspector', 'inspectorId')
})
test('a complaint about service needs no visit', () => {
  given(dispatchInspector, { record: aServiceComplaint(), found }).when(input).refuses('no-visit-needed')
})
test('neither in the future nor before the complaint', () => {
  given(dispatchInspector, { record: aComplaint(), found })
    .when({ ...input, dispatchedAt: '2026-11-21T04:00:00.000Z' })
    .refuses('in-future', 'dispatchedAt')
  given(dispatchInspector, { record: aComplaint(), found })
    .when({ ...input, dispatchedAt: '2026-11-19T04:00:00.000Z' })
    .refuses('too-early', 'dispatchedAt')
})
test('not before it is accepted', () => {
  given(dispatchInspector, { record: aComplaint({ state: 'registered' }), found })
    .when(input)
    .refuses('state')
})

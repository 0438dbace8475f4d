import { expect, test } from 'vitest'
import { given, idOf, someone } from '../../../../test/given.ts'
import { aComplaint, aServiceComplaint } from '../complaint.example.ts'
import { handOverComplaint } from './hand-over-complaint.ts'

const handler = { id: idOf('handler'), name: '卢婉清', roles: ['case-handler'], state: 'active' }
const record = aServiceComplaint()

test('owner or handler change; no clock is touched', () => {
  const { change } = given(handOverComplaint, { record, found: { handler } })
    .when({ ownerRole: 'after-sales', handlerId: handler.id, reason: '属退换诉求' })
    .accepts()
  expect(change.set).toEqual({ ownerRole: 'after-sales', handlerId: handler.id, handlerName: '卢婉清' })
  expect(change.rows).toMatchObject([{ child: 'assignment', insert: { kind: 'handed-over', reason: '属退换诉求' } }])
  expect([change.open, change.meet, change.cancel]).toEqual([undefined, undefined, undefined])
})
test('a quality complaint stays with quality, but its handler may change', () => {
  given(handOverComplaint, { record: aComplaint(), found: { handler } })
    .when({ ownerRole: 'after-sales', reason: '转售后' })
    .refuses('quality-owns', 'ownerRole')
  given(handOverComplaint, { record: aComplaint(), found: { handler } })
    .when({ handlerId: handler.id, reason: '休假' })
    .accepts()
})
test('something must change, to somebody who is there, for a reason, by a head', () => {
  given(handOverComplaint, { record, found: { handler } }).when({ reason: '无' }).refuses('bad-input', 'reason')
  given(handOverComplaint, { record, found: { handler } })
    .when({ reason: '没有变化' })
    .refuses('nothing-changed', 'ownerRole')
  given(handOverComplaint, { record, found: { handler: { ...handler, state: 'left' } } })
    .when({ handlerId: handler.id, reason: '休假' })
    .refuses('no-such-person', 'handlerId')
  given(handOverComplaint, { record, actor: someone('case-handler') })
    .when({ reason: '休假' })
    .refuses('role')
  given(handOverComplaint, { record: { ...record, state: 'registered' } })
    .when({ reason: '休假' })
    .refuses('state')
})

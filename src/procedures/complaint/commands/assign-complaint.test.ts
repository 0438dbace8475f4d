import { expect, test } from 'vitest'
import { given, idOf, NOON } from '../../../../test/given.ts'
import { aComplaint, aConsumerComplaint, aServiceComplaint } from '../complaint.example.ts'
import { assignComplaint } from './assign-complaint.ts'

const handler = { id: idOf('technician'), name: '宋一鸣', roles: ['technician'], state: 'active' }
const input = { department: 'technology', handlerId: handler.id, note: '请今天联系' }

test('the record goes to a department and a handler', () => {
  const { change } = given(assignComplaint, { record: aComplaint(), found: { handler } }).when(input).accepts()
  expect(change.set).toEqual({ assignedDepartment: 'technology', handlerId: handler.id, handlerName: '宋一鸣' })
  expect(change.rows).toMatchObject([
    { child: 'assignment', insert: { kind: 'assigned', handlerName: '宋一鸣', reason: '请今天联系' } },
  ])
})
test('a department alone will do', () => {
  given(assignComplaint, { record: aComplaint(), found: { handler: null } })
    .when({ department: 'quality' })
    .accepts()
})
test('a service complaint needs the apology of the head first', () => {
  const refusal = given(assignComplaint, { record: aServiceComplaint() }).when(input).refuses('apology-first')
  expect(refusal.clause).toBe('S28-4.5a')
  given(assignComplaint, { record: aServiceComplaint({ apologisedAt: NOON }), found: { handler } })
    .when(input)
    .accepts()
})
test('a consumer whose complaint is our fault gets the apology of after-sales first', () => {
  const refusal = given(assignComplaint, { record: aConsumerComplaint({ ourQuality: true }) })
    .when(input)
    .refuses('apology-first')
  expect(refusal.clause).toBe('S02-4.3.2a')
})
test('not to somebody who has left', () => {
  given(assignComplaint, { record: aComplaint(), found: { handler: { ...handler, state: 'inactive' } } })
    .when(input)
    .refuses('no-such-person', 'handlerId')
})
test('not before it is accepted', () => {
  given(assignComplaint, { record: aComplaint({ state: 'registered' }) })
    .when(input)
    .refuses('state')
})

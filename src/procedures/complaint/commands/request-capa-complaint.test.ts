import { expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint } from '../complaint.example.ts'
import { requestCapa } from './request-capa-complaint.ts'

const record = aComplaint()
const handler = { id: idOf('keeper'), name: '丁全福', roles: ['warehouse'], state: 'active' }
const input = { department: 'warehouse', handlerId: handler.id, what: '到货抽检开机自检', dueOn: '2026-12-05' }

test('quality asks a department for an action, with its own clock', () => {
  const { change } = given(requestCapa, { record, found: { handler } }).when(input).accepts()
  const id = idOf('new 1')
  expect(change.rows).toMatchObject([
    { child: 'action', insert: { id, kind: 'corrective', dueOn: '2026-12-05', ownerName: '丁全福' } },
  ])
  expect(change.open).toEqual([
    {
      deadline: 'action',
      key: id,
      from: NOON,
      limit: { unit: 'days', value: 15, basis: 'company', endOfDay: true },
      ownerId: handler.id,
      note: { zh: '仓储物流部', en: 'Warehouse and logistics' },
    },
  ])
})
test('due today at the earliest, within a year', () => {
  given(requestCapa, { record, found: { handler } })
    .when({ ...input, dueOn: '2026-11-20' })
    .accepts()
  given(requestCapa, { record, found: { handler } })
    .when({ ...input, dueOn: '2026-11-19' })
    .refuses('due-in-past', 'dueOn')
  given(requestCapa, { record, found: { handler } })
    .when({ ...input, dueOn: '2028-01-01' })
    .refuses('due-too-late', 'dueOn')
})
test('of somebody who is there, by quality, under way', () => {
  given(requestCapa, { record, found: { handler: null } })
    .when(input)
    .refuses('no-such-person', 'handlerId')
  given(requestCapa, { record, actor: someone('sales') })
    .when(input)
    .refuses('role')
  given(requestCapa, { record: { ...record, state: 'registered' } })
    .when(input)
    .refuses('state')
})

import { expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { aComplaint, MORNING } from '../complaint.example.ts'
import type { ComplaintAction } from '../complaint-rows.ts'
import { finishAction } from './finish-action-complaint.ts'

const action: ComplaintAction = {
  id: idOf('action'),
  complaintId: idOf('complaint'),
  at: MORNING,
  byId: idOf('quality'),
  byName: '陈晓',
  kind: 'corrective',
  department: 'warehouse',
  what: '到货抽检开机自检',
  dueOn: '2026-12-05',
  ownerId: null,
  ownerName: null,
  doneAt: null,
  doneByName: null,
  result: null,
}
const record = aComplaint()
const input = { actionId: action.id, result: '检验规程已修订' }

test('the department finishes its action, and its clock is met', () => {
  const { change } = given(finishAction, { record, facts: { actions: [action] } })
    .when(input)
    .accepts()
  expect(change.rows).toEqual([
    {
      child: 'action',
      id: action.id,
      set: { doneAt: NOON, doneByName: 'department-head 甲', result: '检验规程已修订' },
    },
  ])
  expect(change.meet).toEqual([{ deadline: 'action', key: action.id }])
})
test('one that is there and not done yet', () => {
  given(finishAction, { record, facts: { actions: [] } })
    .when(input)
    .refuses('no-open-action')
  given(finishAction, { record, facts: { actions: [action] } })
    .when({ ...input, actionId: idOf('other') })
    .refuses('no-such-action', 'actionId')
  const done = { ...action, id: idOf('done'), doneAt: NOON }
  given(finishAction, { record, facts: { actions: [action, done] } })
    .when({ ...input, actionId: done.id })
    .refuses('no-such-action', 'actionId')
})
test('by a department, with a result, under way', () => {
  given(finishAction, { record, facts: { actions: [action] }, actor: someone('finance') })
    .when(input)
    .refuses('role')
  given(finishAction, { record, facts: { actions: [action] } })
    .when({ actionId: action.id })
    .refuses('bad-input', 'result')
  given(finishAction, { record: { ...record, state: 'closed' }, facts: { actions: [action] } })
    .when(input)
    .refuses('state')
})

/** Somebody who goes away, and who may stand in, for tests. */
import type { Absence, Delegation, DeputyAsked } from '../src/procedures/person/deputy.ts'
import type { PersonRow } from '../src/procedures/person/person.ts'
import { idOf, NOON, someone } from './given.ts'

// the tests happen on Friday 2026-11-20
export const record: PersonRow = {
  id: idOf('li-hongmei'),
  number: 'RY-2026-0003',
  state: 'active',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: idOf('administrator'),
  updatedAt: NOON,
  username: 'li-hongmei',
  name: '李红梅',
  nameEn: null,
  department: '财务部',
  roles: ['finance-head', 'finance'],
  email: null,
  phone: null,
}
export const herself = { ...someone('finance-head', '李红梅'), id: record.id }
export const administrator = someone('administrator')
export const deputy: DeputyAsked = {
  id: idOf('chen-xiao'),
  number: 'RY-2026-0004',
  name: '陈晓',
  state: 'active',
  roles: ['purchasing'],
  standsIn: [],
  absences: [],
}
export const delegation = (more: Partial<Delegation> = {}): Delegation => ({
  id: idOf('delegation'),
  personId: record.id,
  toId: deputy.id,
  toName: '陈晓',
  roles: ['finance-head'],
  fromDay: '2026-11-18',
  untilDay: '2026-11-25',
  reason: '出差',
  absenceId: null,
  at: NOON,
  byId: record.id,
  byName: '李红梅',
  endedAt: null,
  endedBy: null,
  endedByName: null,
  endReason: null,
  ...more,
})
export const absence = (more: Partial<Absence> = {}): Absence => ({
  id: idOf('absence'),
  personId: record.id,
  fromDay: '2026-11-18',
  untilDay: '2026-11-25',
  kind: 'travel',
  note: null,
  at: NOON,
  byId: record.id,
  byName: '李红梅',
  endedAt: null,
  endedByName: null,
  ...more,
})

import { idOf, NOON, someone } from '../../../test/given.ts'
import type { Duty } from '../../kernel/duty.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import type { CrewMember } from './crew.ts'
import type { DutyRow, TurnRow } from './duty.ts'

/** A daily round in a store, and monthly work outside the product, as tests use them. */
export const declaration: Duty = {
  name: 'round',
  title: text('库房巡查', 'Round of the store'),
  clause: 'A',
  rule: 'TL13',
  by: ['warehouse', 'warehouse-head'],
  escalatesTo: 'logistics-deputy',
  rhythm: () => ({ every: 'day', windows: [{ from: '09:30', to: '10:30' }] }),
  policies: [],
  holidays: 'as-usual',
  done: null,
}
export const byStep: Duty = { ...declaration, name: 'log', done: { command: 'store.log' } }
const store = { name: 'store', commands: [{ id: 'store.log', title: text('记录读数', 'Write down') }] }
export const declared = () => [declaration, byStep].map(duty => ({ duty, procedure: store as unknown as Procedure }))

export const keeper = someone('warehouse')
export const member = (role: string, more: Partial<CrewMember> = {}): CrewMember => {
  const { id, name, roles } = someone(role)
  return { id, name, state: 'active', roles, absences: [], deputies: [], ...more }
}

export const record: DutyRow = {
  id: idOf('duty'),
  number: 'GZ-2026-00001',
  state: 'active',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: idOf('site'),
  updatedAt: NOON,
  ofProcedure: 'store',
  duty: 'round',
  place: 'A',
  title: declaration.title,
  placeTitle: text('一号库', 'Store 1'),
  clause: 'A',
  role: 'warehouse',
  standIns: ['warehouse-head'],
  escalatesTo: 'logistics-deputy',
  asksFrom: '2026-11-01T00:00:00.000Z',
  plannedUntil: '2026-12-01',
  assigneeId: null,
  assigneeName: null,
  substitutes: [],
  rotation: null,
  suspendReason: null,
  suspendUntil: null,
  suspendAskedById: null,
  suspendAskedByName: null,
}

/** A turn of 09:30–10:30 in Shanghai on the day. */
export const turnOn = (day: string, more: Partial<TurnRow> = {}): TurnRow => ({
  id: idOf(`turn ${day}`),
  dutyId: record.id,
  key: `${day} 09:30`,
  fromDay: day,
  toDay: day,
  opensAt: `${day}T01:30:00.000Z`,
  dueAt: `${day}T02:30:00.000Z`,
  state: 'open',
  assignedId: null,
  assigneeId: null,
  assigneeName: null,
  standsInFor: null,
  doneAt: null,
  doneById: null,
  doneByName: null,
  doneProcedure: null,
  doneRecordId: null,
  doneNumber: null,
  note: null,
  reason: null,
  explainedAt: null,
  explainedById: null,
  explainedByName: null,
  dropReason: null,
  ...more,
})

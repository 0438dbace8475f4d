import { z } from 'zod'
import type { ChildWrite } from '../../kernel/command.ts'
import type { OpenDeadline } from '../../kernel/deadline.ts'
import type { Limit } from '../../kernel/limit.ts'
import type { Zone } from '../../kernel/time.ts'
import { daySchema, instantSchema } from '../../vocabulary/record-base.ts'
import { clockOf } from './declared-duty.ts'
import type { DutyRow } from './duty.ts'
import { turnLabel } from './turn-label.ts'

const textSchema = z.object({ zh: z.string(), en: z.string() })

const assignee = {
  assigneeId: z.uuid().nullable(),
  assigneeName: z.string().nullable(),
  standsInFor: z.string().nullable(),
}

/** A turn that is to be planned. */
const newTurn = z.object({
  key: z.string().min(4).max(40),
  fromDay: daySchema,
  toDay: daySchema,
  opensAt: instantSchema,
  dueAt: instantSchema,
  limit: z.record(z.string(), z.unknown()),
  ...assignee,
})
export type NewTurn = z.infer<typeof newTurn>

/** What the declaration says now. */
export const declaredPart = z.object({
  title: textSchema,
  placeTitle: textSchema,
  clause: z.string(),
  role: z.string(),
  standIns: z.array(z.string()),
  escalatesTo: z.string(),
})

/** What a batch of the plan brings: new turns, turns no longer asked, turns that become somebody else's. */
export const batch = {
  until: daySchema,
  add: z.array(newTurn).max(2_000),
}

export const planInput = z.object({
  ...batch,
  drop: z
    .array(z.object({ id: z.uuid(), key: z.string(), reason: textSchema }))
    .max(2_000)
    .default([]),
  hand: z
    .array(z.object({ id: z.uuid(), key: z.string(), ...assignee }))
    .max(2_000)
    .default([]),
  /** Present where the declaration changed since. */
  declared: declaredPart.nullable().default(null),
})
export type PlanInput = z.infer<typeof planInput>

const EMPTY = {
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
  assignedId: null,
}

type Clocked = Pick<DutyRow, 'ofProcedure' | 'duty' | 'role'>

/** The rows of new turns. */
export const turnRows = (add: readonly NewTurn[], newId: () => string): ChildWrite[] =>
  add.map(({ limit: _, ...turn }) => ({ child: 'turn', insert: { id: newId(), ...EMPTY, ...turn, state: 'open' } }))

/** The clocks of new turns, each from the begin of its window. */
export const turnClocks = (record: Clocked, add: readonly NewTurn[], zone: Zone): OpenDeadline[] =>
  add.map(turn => ({
    deadline: clockOf(record),
    key: turn.key,
    from: turn.opensAt,
    limit: turn.limit as unknown as Limit,
    ownerRole: record.role,
    ...(turn.assigneeId && { ownerId: turn.assigneeId }),
    note: turnLabel(turn, zone),
  }))

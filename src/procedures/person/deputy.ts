import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { type AbsenceKind, absenceKinds } from '../../vocabulary/absence.ts'
import { daySchema, instantSchema } from '../../vocabulary/record-base.ts'
import type { RoleId } from '../../vocabulary/role.ts'
import { roleField } from './role-field.ts'

/** Roles that somebody else holds for a person, from one day until another, both included. */
export const delegationRow = z.object({
  id: z.uuid(),
  /** Whose roles they are. */
  personId: z.uuid(),
  /** The deputy. */
  toId: z.uuid(),
  toName: z.string(),
  roles: z.array(roleField),
  fromDay: daySchema,
  untilDay: daySchema,
  reason: z.string(),
  /** The absence for which it was made. */
  absenceId: z.uuid().nullable(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
  endedAt: instantSchema.nullable(),
  endedBy: z.uuid().nullable(),
  endedByName: z.string().nullable(),
  endReason: z.string().nullable(),
})
export type Delegation = z.infer<typeof delegationRow>

/** From which day until which somebody is away, both included. */
export const absenceRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  fromDay: daySchema,
  untilDay: daySchema,
  kind: z.enum(Object.keys(absenceKinds) as [AbsenceKind, ...AbsenceKind[]]),
  note: z.string().nullable(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
  endedAt: instantSchema.nullable(),
  endedByName: z.string().nullable(),
})
export type Absence = z.infer<typeof absenceRow>

/** What the procedure must know about somebody who is asked to stand in. */
export interface DeputyAsked {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly state: string
  readonly roles: readonly RoleId[]
  /** What the person holds for others, now or later. */
  readonly standsIn: readonly Delegation[]
  /** When the person is away, now or later. */
  readonly absences: readonly Absence[]
}

/** Whether two spans of days have a day in common. */
export const overlap = (
  a: { readonly fromDay: string; readonly untilDay: string },
  b: { readonly fromDay: string; readonly untilDay: string },
): boolean => a.fromDay <= b.untilDay && b.fromDay <= a.untilDay

/** Delegations that hold or will hold. */
export const standing = (rows: readonly Delegation[], today: string): readonly Delegation[] =>
  rows.filter(row => row.endedAt === null && row.untilDay >= today)

/** Absences that last or are to come. */
export const awayFrom = (rows: readonly Absence[], today: string): readonly Absence[] =>
  rows.filter(row => row.endedAt === null && row.untilDay >= today)

/** First day of a span, as it is entered. */
export const fromField = field(daySchema, { title: text('自', 'From'), widget: 'day' })

/** Last day of a span, as it is entered. */
export const untilField = field(daySchema, { title: text('至（含当日）', 'Until, that day included'), widget: 'day' })

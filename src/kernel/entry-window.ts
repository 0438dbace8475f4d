import { z } from 'zod'
import type { JsonObject } from './json.ts'
import type { Actor } from './person.ts'
import { policy } from './policy.ts'
import { type EventTime, isEventTime, type Refusal, type Refusals, refuse } from './refusal.ts'
import { type Text, text } from './text.ts'
import { HOUR, type Instant, millisecondsBetween } from './time.ts'

/** S11-5.1.1f, TL20: an event is written down within this time; later with a reason, and marked as late. */
export const entryWindowHours = policy({
  key: 'record.entry_window_h',
  rules: ['TL20'],
  title: text(
    '记录填写时限（超过即为补记，须说明原因）',
    'Time within which an event is recorded (later: late entry, with a reason)',
  ),
  schema: z.int().min(1).max(720),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['S11-5.1.1f'],
  basis: 'ours',
})

/** An event that was written down later than the window allows. */
export interface LateEntry {
  /** Field of the step in which the moment was entered. */
  readonly field: string
  readonly what: Text
  readonly eventAt: Instant
  /** Window in force when it was entered, in hours. */
  readonly windowHours: number
  readonly reason: string
}

/** A late entry as stored and shown. */
export interface LateEntryRow extends LateEntry {
  readonly id: string
  readonly command: string
  readonly at: Instant
  readonly byId: string
  readonly byName: string
}

/** Shortest and longest reason, in characters. */
const REASON = z.string().trim().min(2).max(500)

/** Whom the window binds: people of the company and their programs. What a step starts was entered with that step. */
const isBound = ({ via }: Actor): boolean => via === 'session' || via === 'api-key'

/** The events that a step's checks reported and that lie further back than the window. */
export function lateEvents(
  checked: Refusals,
  { actor, now, hours }: { readonly actor: Actor; readonly now: Instant; readonly hours: number },
): EventTime[] {
  if (!isBound(actor)) return []
  return checked.filter(isEventTime).filter(({ event }) => millisecondsBetween(event, now) > hours * HOUR)
}

/** Refuses late events without a reason; the page then asks for one. */
export const refuseLate = (events: readonly EventTime[], hours: number): Refusal[] =>
  events.map(({ field, what }) =>
    refuse(
      'late-entry',
      text(
        `“${what.zh}”距现在已超过 ${hours} 小时，属补记：请核对时间；确为补记的，请填写补记原因后再提交。`,
        `"${what.en}" lies more than ${hours} hours back: check it; for a late entry give the reason, then submit again.`,
      ),
      { field, clause: entryWindowHours.clauses[0] },
    ),
  )

/** The late entries of a step that gives its reason; null while there is none. */
export function lateEntries(
  events: readonly EventTime[],
  hours: number,
  reason: string | undefined,
): LateEntry[] | null {
  if (events.length === 0) return []
  const given = REASON.safeParse(reason)
  if (!given.success) return null
  return events.map(({ field, what, event }) => ({
    field,
    what,
    eventAt: event,
    windowHours: hours,
    reason: given.data,
  }))
}

/** The row of a late entry, ready to be stored. */
export const lateRow = (
  entry: LateEntry,
  at: {
    readonly procedure: string
    readonly recordId: string
    readonly command: string
    readonly actor: Pick<Actor, 'id' | 'name'>
    readonly now: Instant
  },
): JsonObject => ({
  procedure: at.procedure,
  recordId: at.recordId,
  command: at.command,
  field: entry.field,
  what: { ...entry.what },
  eventAt: entry.eventAt,
  windowHours: entry.windowHours,
  reason: entry.reason,
  at: at.now,
  byId: at.actor.id,
  byName: at.actor.name,
})

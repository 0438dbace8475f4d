import { type Actor, holds } from '../../kernel/person.ts'
import type { Text } from '../../kernel/text.ts'
import { type Day, dayOf, type Instant, type Zone } from '../../kernel/time.ts'
import type { DeclaredDuty } from './declared-duty.ts'
import { type DutyRow, RUNNING, type TurnRow } from './duty.ts'
import { turnLabel } from './turn-label.ts'
import { arranges } from './who-may.ts'

/** How a turn stands: not begun, to be done now, done, done late, missed. */
export type Standing = 'planned' | 'open' | 'done' | 'late' | 'missed'

/** The form of the step that does a turn. */
export interface TurnStep {
  readonly command: string
  /** The record on which it is taken: null for a step that makes one, and where any record of the procedure may be meant. */
  readonly on: { readonly procedure: string; readonly id: string } | null
  readonly isNew: boolean
  readonly fill: Readonly<Record<string, unknown>>
}

/** A turn as calendar, list and feed show it. */
export interface ShownTurn {
  readonly id: string
  readonly dutyId: string
  readonly number: string
  readonly procedure: string
  readonly duty: string
  readonly title: Text
  readonly place: string
  readonly placeTitle: Text
  readonly clause: string
  readonly role: string
  readonly label: Text
  readonly fromDay: Day
  readonly toDay: Day
  readonly opensAt: Instant
  readonly dueAt: Instant
  readonly standing: Standing
  readonly mine: boolean
  readonly assigneeName: string | null
  readonly standsInFor: string | null
  readonly doneAt: Instant | null
  readonly doneByName: string | null
  readonly done: { readonly procedure: string; readonly id: string; readonly number: string } | null
  readonly reason: string | null
  readonly explainedByName: string | null
  /** The step that does the work, now or late; null when it cannot be done any more or is not the person's. */
  readonly step: TurnStep | null
  /** The step that says why it was missed; null when there is nothing to say or it is not the person's to say. */
  readonly excuse: TurnStep | null
}

/** How a turn stands at a moment. */
export function standingOf(turn: Pick<TurnRow, 'state' | 'opensAt' | 'dueAt' | 'doneAt'>, now: Instant): Standing {
  if (turn.state === 'done') return turn.doneAt !== null && turn.doneAt > turn.dueAt ? 'late' : 'done'
  if (turn.state === 'missed' || turn.dueAt < now) return 'missed'
  return turn.opensAt <= now ? 'open' : 'planned'
}

type RecordPart = Pick<
  DutyRow,
  | 'id'
  | 'number'
  | 'ofProcedure'
  | 'duty'
  | 'place'
  | 'title'
  | 'placeTitle'
  | 'clause'
  | 'role'
  | 'standIns'
  | 'escalatesTo'
  | 'state'
>

/** Turns with their duty, as they are shown to somebody. */
export const shownTurns = (
  rows: readonly (TurnRow & { readonly record: RecordPart; readonly overtaken: boolean })[],
  declaredOf: (row: RecordPart) => DeclaredDuty | undefined,
  { actor, now, zone }: { readonly actor: Actor; readonly now: Instant; readonly zone: Zone },
): ShownTurn[] =>
  rows.map(turn => {
    const { record } = turn
    const standing = standingOf(turn, now)
    const declared = declaredOf(record)
    const theirs =
      turn.assigneeId === actor.id || [record.role, ...record.standIns].some(role => actor.roles.includes(role))
    const waits = record.state !== 'ended' && standing === 'missed' && turn.explainedAt === null
    // late work serves the last window of its day, or a period that waits; see `turnServed`
    const catchable = waits && (turn.fromDay !== turn.toDay || (turn.fromDay === dayOf(now, zone) && !turn.overtaken))
    const doable = (standing === 'open' || catchable) && theirs && RUNNING.some(state => state === record.state)
    return {
      id: turn.id,
      dutyId: record.id,
      number: record.number,
      procedure: record.ofProcedure,
      duty: record.duty,
      title: record.title,
      place: record.place,
      placeTitle: record.placeTitle,
      clause: record.clause,
      role: record.role,
      label: turnLabel(turn, zone),
      fromDay: turn.fromDay,
      toDay: turn.toDay,
      opensAt: turn.opensAt,
      dueAt: turn.dueAt,
      standing,
      mine: turn.assigneeId === actor.id || (turn.assigneeId === null && actor.roles.includes(record.role)),
      assigneeName: turn.assigneeName,
      standsInFor: turn.standsInFor,
      doneAt: turn.doneAt,
      doneByName: turn.doneByName,
      done:
        turn.doneProcedure && turn.doneRecordId && turn.doneNumber
          ? { procedure: turn.doneProcedure, id: turn.doneRecordId, number: turn.doneNumber }
          : null,
      reason: turn.reason,
      explainedByName: turn.explainedByName,
      step: doable && declared ? stepOf(declared, record, turn) : null,
      excuse: waits && (theirs || arranges(record, actor)) ? excuseOf(declared, record, turn, actor) : null,
    }
  })

/** The demanding procedure's own step where the person may take it, so that the reason stands there too; else the duty's. */
function excuseOf(declared: DeclaredDuty | undefined, record: RecordPart, turn: TurnRow, actor: Actor): TurnStep {
  const excused = declared?.duty.done?.excused
  const command = declared?.procedure.commands.find(item => item.id === excused?.command)
  if (excused && command && holds(actor, command.by))
    return {
      command: command.id,
      on: null,
      isNew: true,
      fill: excused.fill({ place: record.place, from: turn.fromDay, window: turn.key.slice(11) }),
    }
  return {
    command: 'duty.explain',
    on: { procedure: 'duty', id: record.number },
    isNew: false,
    fill: { turnId: turn.id },
  }
}

const isId = (key: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(key)

/** The step that does a turn: of the demanding procedure, or the signature on the duty's own record for work outside the product. */
function stepOf({ procedure, duty }: DeclaredDuty, record: RecordPart, turn: TurnRow): TurnStep | null {
  const { done } = duty
  if (!done)
    return {
      command: 'duty.do',
      on: { procedure: 'duty', id: record.number },
      isNew: false,
      fill: { turnId: turn.id },
    }
  const id = done.opens ?? done.command
  const name = id.slice(0, id.indexOf('.'))
  const command = procedure.commands.find(item => item.id === id)
  // what a duty opens in another procedure is begun there
  const isNew = command ? command.from === 'new' : done.opens !== undefined
  return {
    command: id,
    on: !isNew && name === procedure.name && isId(record.place) ? { procedure: name, id: record.place } : null,
    isNew,
    fill: done.fill?.({ place: record.place, from: turn.fromDay, to: turn.toDay }) ?? {},
  }
}

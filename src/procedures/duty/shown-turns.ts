import type { Actor } from '../../kernel/person.ts'
import type { Text } from '../../kernel/text.ts'
import type { Day, Instant, Zone } from '../../kernel/time.ts'
import type { DeclaredDuty } from './declared-duty.ts'
import type { DutyRow, TurnRow } from './duty.ts'
import { turnLabel } from './turn-label.ts'

/** How a turn stands: not begun, to be done now, done, done late, missed. */
export type Standing = 'planned' | 'open' | 'done' | 'late' | 'missed'

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
  /** The step that does the work: its form, with what it opens with; null once done, or for work ticked off on the record. */
  readonly step: {
    readonly command: string
    readonly isNew: boolean
    readonly fill: Readonly<Record<string, unknown>>
  } | null
  readonly canDo: boolean
}

/** How a turn stands at a moment. */
export function standingOf(turn: Pick<TurnRow, 'state' | 'opensAt' | 'dueAt' | 'doneAt'>, now: Instant): Standing {
  if (turn.state === 'done') return turn.doneAt !== null && turn.doneAt > turn.dueAt ? 'late' : 'done'
  if (turn.state === 'missed' || turn.dueAt < now) return 'missed'
  return turn.opensAt <= now ? 'open' : 'planned'
}

type RecordPart = Pick<
  DutyRow,
  'id' | 'number' | 'ofProcedure' | 'duty' | 'place' | 'title' | 'placeTitle' | 'clause' | 'role' | 'standIns' | 'state'
>

/** Turns with their duty, as they are shown to somebody. */
export const shownTurns = (
  rows: readonly (TurnRow & { readonly record: RecordPart })[],
  declaredOf: (row: RecordPart) => DeclaredDuty | undefined,
  { actor, now, zone }: { readonly actor: Actor; readonly now: Instant; readonly zone: Zone },
): ShownTurn[] =>
  rows.map(turn => {
    const { record } = turn
    const standing = standingOf(turn, now)
    const declared = declaredOf(record)
    const done = declared?.duty.done
    const command = done && declared.procedure.commands.find(item => item.id === (done.opens ?? done.command))
    const theirs =
      turn.assigneeId === actor.id || [record.role, ...record.standIns].some(role => actor.roles.includes(role))
    const begun = standing === 'open' || (standing === 'missed' && turn.explainedAt === null)
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
      step:
        done && command && begun
          ? {
              command: command.id,
              isNew: command.from === 'new',
              fill: done.fill?.({ place: record.place, from: turn.fromDay, to: turn.toDay }) ?? {},
            }
          : null,
      canDo: begun && theirs && record.state !== 'suspended',
    }
  })

import { addDays, type Day, daysBetween, weekdayOf } from '../../kernel/time.ts'
import type { DutyRow, TurnRow } from './duty.ts'

/** Days from one to another, both included. */
interface Days {
  readonly fromDay: Day
  readonly untilDay: Day
}

/** Somebody to whom turns are given, with when he is away and who then acts for him. */
export interface CrewMember {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly roles: readonly string[]
  readonly absences: readonly Days[]
  readonly deputies: readonly (Days & {
    readonly toId: string
    readonly toName: string
    readonly roles: readonly string[]
  })[]
}

/** People by id. */
export type Crew = ReadonlyMap<string, CrewMember>

/** Whose turn it is. */
export type Assignee = Pick<TurnRow, 'assigneeId' | 'assigneeName' | 'standsInFor'>

type Placed = Pick<DutyRow, 'role' | 'standIns' | 'assigneeId' | 'substitutes' | 'rotation'>

const NOBODY: Assignee = { assigneeId: null, assigneeName: null, standsInFor: null }

const holds = ({ fromDay, untilDay }: Days, day: Day): boolean => fromDay <= day && day <= untilDay

/** Monday of the week. */
const weekOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** Who is next in a rotation on a day; before its first day the order runs backwards. */
export function rotated(rotation: NonNullable<DutyRow['rotation']>, day: Day): string | undefined {
  const { people, per, from } = rotation
  const passed = per === 'day' ? daysBetween(from, day) : daysBetween(weekOf(from), weekOf(day)) / 7
  return people[((passed % people.length) + people.length) % people.length]?.id
}

/**
 * Whose turn it is: the person named for the turn, else the next of the rotation, else the standing one. Who is away, or has left,
 * is replaced by the deputy of these days, else by the first substitute who is there, else by whoever holds the role.
 */
export function assigneeOf(record: Placed, turn: Pick<TurnRow, 'fromDay' | 'assignedId'>, crew: Crew): Assignee {
  const day = turn.fromDay
  const id = turn.assignedId ?? (record.rotation ? rotated(record.rotation, day) : record.assigneeId)
  const member = id ? crew.get(id) : undefined
  if (!member) return NOBODY
  if (isThere(member, day)) return { assigneeId: member.id, assigneeName: member.name, standsInFor: null }
  const roles = [record.role, ...record.standIns]
  const deputy = member.deputies.find(item => holds(item, day) && item.roles.some(role => roles.includes(role)))
  if (deputy) return { assigneeId: deputy.toId, assigneeName: deputy.toName, standsInFor: member.name }
  for (const substitute of record.substitutes) {
    const other = crew.get(substitute.id)
    if (other && other.id !== member.id && isThere(other, day))
      return { assigneeId: other.id, assigneeName: other.name, standsInFor: member.name }
  }
  return { ...NOBODY, standsInFor: member.name }
}

const isThere = (member: CrewMember, day: Day): boolean =>
  member.state === 'active' && !member.absences.some(days => holds(days, day))

/** Everybody to whom turns of a duty are or may be given. */
export const crewIds = (
  record: Pick<DutyRow, 'assigneeId' | 'substitutes' | 'rotation'>,
  turns: readonly Pick<TurnRow, 'assignedId'>[],
): readonly string[] => [
  ...new Set([
    ...(record.assigneeId ? [record.assigneeId] : []),
    ...record.substitutes.map(item => item.id),
    ...(record.rotation?.people ?? []).map(item => item.id),
    ...turns.flatMap(turn => (turn.assignedId ? [turn.assignedId] : [])),
  ]),
]

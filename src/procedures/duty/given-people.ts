import { z } from 'zod'
import type { ChildWrite } from '../../kernel/command.ts'
import type { HandDeadline } from '../../kernel/deadline.ts'
import { field } from '../../kernel/field.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { person } from '../../vocabulary/entry-field.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import { assigneeOf, type Crew, type CrewMember } from './crew.ts'
import { clockOf } from './declared-duty.ts'
import type { DutyRow, TurnRow } from './duty.ts'

/** Several people, in their order. */
export const peopleField = (zh: string, en: string, most: number) =>
  field(z.array(z.object({ personId: person(text('人员', 'Person')) })).max(most), { title: text(zh, en) })

/** Refuses people who are not there, or who hold none of the roles of this work. */
export const refusePerson = (
  record: Pick<DutyRow, 'role' | 'standIns'>,
  people: readonly CrewMember[],
  id: string,
  at: string,
): Refusal | false => {
  const member = people.find(item => item.id === id)
  if (member?.state !== 'active')
    return refuse(
      'person-unknown',
      text('没有这个在用人员，请重新选择。', 'There is no such active person: choose another.'),
      { field: at },
    )
  const roles = [record.role, ...record.standIns]
  if (member.roles.some(role => roles.includes(role))) return false
  const { zh, en } = roleTitle(record.role)
  return refuse(
    'person-unfit',
    text(
      `${member.name}没有“${zh}”岗位，请先授予岗位或选择别人。`,
      `${member.name} does not hold the role "${en}": first grant it, or choose somebody else.`,
    ),
    { field: at },
  )
}

/** People as they are kept with the record. */
export const kept = (people: readonly CrewMember[], asked: readonly { readonly personId: string }[]) =>
  asked.flatMap(({ personId }) => {
    const member = people.find(item => item.id === personId)
    return member ? [{ id: member.id, name: member.name }] : []
  })

/** Everybody known by id. */
export const crewOf = (...lists: readonly (readonly CrewMember[])[]): Crew =>
  new Map(lists.flat().map(member => [member.id, member]))

/** The writes by which open turns become those people's whose turns they are now; the clocks go with them. */
export function reassigned(
  record: Pick<DutyRow, 'ofProcedure' | 'duty' | 'role' | 'standIns' | 'assigneeId' | 'substitutes' | 'rotation'>,
  turns: readonly TurnRow[],
  crew: Crew,
): { readonly rows: ChildWrite[]; readonly hand: HandDeadline[] } {
  const moved = turns.flatMap(turn => {
    const now = assigneeOf(record, turn, crew)
    const same = now.assigneeId === turn.assigneeId && now.standsInFor === turn.standsInFor
    return same ? [] : [{ turn, now }]
  })
  return {
    rows: moved.map(({ turn, now }) => ({
      child: 'turn',
      id: turn.id,
      set: { assignedId: turn.assignedId, ...now },
    })),
    hand: moved.map(({ turn, now }) => ({ deadline: clockOf(record), key: turn.key, ownerId: now.assigneeId })),
  }
}

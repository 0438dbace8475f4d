import type { Situation } from '../../kernel/command.ts'
import { holds } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import { departments } from '../../vocabulary/intake.ts'
import type { InquiryRow } from './inquiry.ts'
import { ACROSS, departmentRoles } from './taxonomy.ts'

/** The department that has the inquiry fills its record, or the handler who was named (S28-4.4b). */
export function otherDepartment({ record, actor }: Situation<InquiryRow, unknown>, doing: Text): Refusal | false {
  const department = record.assignedDepartment
  if (!department || record.handlerId === actor.id) return false
  if (holds(actor, [...ACROSS, ...departmentRoles[department]])) return false
  const { zh, en } = departments[department]
  return refuse(
    'other-department',
    text(
      `${record.number} 已转交${zh}，由其${doing.zh}；如转错，请受理专员重新转交。`,
      `${record.number} is with ${en}, which has to ${doing.en}; if that is wrong, ask the intake specialist to forward it again.`,
    ),
    { kind: 'forbidden', clause: 'S28-4.4b' },
  )
}

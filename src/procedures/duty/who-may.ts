import { type Actor, holds } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { joinText, text } from '../../kernel/text.ts'
import { roleIds, roleTitle } from '../../vocabulary/role.ts'
import type { DutyRow } from './duty.ts'

/** Roles of which it depends on the single duty whether they may take a step. */
export const ANY_ROLE: readonly string[] = roleIds.filter(role => role !== 'authority-inspector')

/** Who arranges recurring work besides the next role up. */
const ARRANGERS: readonly string[] = ['quality', 'quality-head', 'administrator']

const titles = (roles: readonly string[]) => joinText([...new Set(roles)].map(roleTitle), text('、', ' or '))

/** Whether the work is this person's by role. */
export const isTheirs = (record: DutyRow, actor: Actor): boolean => holds(actor, [record.role, ...record.standIns])

/** Whether the person arranges this work for others. */
export const arranges = (record: Pick<DutyRow, 'escalatesTo'>, actor: Actor): boolean =>
  holds(actor, [record.escalatesTo, ...ARRANGERS])

/** Refuses to whoever does not arrange this work. */
export const arrangersOnly = (record: DutyRow, actor: Actor): Refusal | false => {
  if (arranges(record, actor)) return false
  const { zh, en } = titles([record.escalatesTo, ...ARRANGERS])
  return refuse(
    'not-arranger',
    text(`这项工作由${zh}安排，请转交其办理。`, `${en} arranges this work: ask one of them.`),
    {
      kind: 'forbidden',
    },
  )
}

/** Refuses to whoever neither does nor arranges this work. */
export const crewOnly = (record: DutyRow, actor: Actor): Refusal | false => {
  if (isTheirs(record, actor) || arranges(record, actor)) return false
  const { zh, en } = titles([record.role, ...record.standIns, record.escalatesTo])
  return refuse('not-crew', text(`这项工作由${zh}办理，请转交其办理。`, `${en} does this work: ask one of them.`), {
    kind: 'forbidden',
  })
}

/** Refuses to people what the product itself does by its plan. */
export const systemOnly = ({ actor }: { readonly actor: Actor }): readonly (Refusal | false)[] => [
  actor.via !== 'system' &&
    refuse(
      'system-only',
      text('这一步由系统按计划自动执行，无需手工办理。', 'The product takes this step by its plan: nobody needs to.'),
      { kind: 'forbidden' },
    ),
]

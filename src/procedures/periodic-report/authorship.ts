import { type Actor, holds } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { joinText, text } from '../../kernel/text.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import type { DeclaredReport } from './declared-report.ts'

/** A report is written by the role whose work it is; the system may begin it. */
export function refuseStranger(item: DeclaredReport | undefined, actor: Actor): Refusal | false {
  if (!item || actor.via === 'system' || holds(actor, item.periodic.authors)) return false
  const roles = joinText(item.periodic.authors.map(roleTitle))
  return refuse(
    'not-author',
    text(
      `《${item.report.title.zh}》由${roles.zh}编制，请由其办理。`,
      `"${item.report.title.en}" is written by ${roles.en}: ask them.`,
    ),
    { kind: 'forbidden', clause: 'BB-comment' },
  )
}

import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { person } from '../../../vocabulary/entry-field.ts'
import { ACTING, delegationRefusals, delegationWrite, refuseOthers, spanRefusals } from '../delegation.ts'
import { fromField, untilField } from '../deputy.ts'
import { roleTitles } from '../person.ts'
import { personCommand } from '../person-command.ts'
import { roleField } from '../role-field.ts'

/** Hands roles to a deputy for some days: the deputy acts and signs under his own name, for whoever he stands in. */
export const delegateRole = personCommand('delegate', {
  title: text('委托角色', 'Delegate roles'),
  about: text(
    '期内由代理人以自己的账号办理和签字，签字注明代谁签；到期自动收回。',
    'During these days the deputy acts and signs from an account of his own, as deputy; it ends by itself.',
  ),
  fulfils: ['IT-deputy', 'IT-unique', 'IT-separation'],
  from: ['active'],
  by: ACTING,
  input: z.object({
    roles: field(z.array(roleField).min(1), { title: text('委托的角色', 'Roles'), widget: 'choices' }),
    toId: person(text('代理人', 'Deputy')),
    from: fromField,
    until: untilField,
    reason: reasonField,
  }),
  facts: ['delegations'],
  find: ['deputy'],
  guard: situation => [refuseOthers(situation)],
  check: asked => {
    const { input, found, facts } = asked
    return [
      ...spanRefusals(input, dayOf(asked.now, asked.zone)),
      ...delegationRefusals(
        asked,
        facts.delegations,
        { ...input, deputy: found.deputy },
        { roles: 'roles', deputy: 'toId' },
      ),
    ]
  },
  sign: { meaning: text('我将上述角色在所列期间委托代理人代行', 'These roles are held by the deputy on these days') },
  change: asked => ({
    rows: [delegationWrite(asked, { ...asked.input, deputy: asked.found.deputy }, asked.input.reason, null)],
  }),
  tell: ({ record, input, found }) => {
    const titles = roleTitles(input.roles)
    return text(
      `${record.name}的“${titles.zh}”自 ${input.from} 至 ${input.until} 委托${found.deputy?.name ?? ''}代行：${input.reason}`,
      `"${titles.en}" of ${record.name} is held by ${found.deputy?.name ?? ''} from ${input.from} to ${input.until}: ${input.reason}`,
    )
  },
  fill: ({ record, now, zone }) => {
    const today = dayOf(now, zone)
    return { roles: record.roles, from: today, until: addDays(today, 6) }
  },
  rank: 60,
  place: 'menu',
})

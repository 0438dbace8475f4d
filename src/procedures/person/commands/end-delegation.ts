import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { ACTING, refuseOthers } from '../delegation.ts'
import { standing } from '../deputy.ts'
import { roleTitles } from '../person.ts'
import { personCommand } from '../person-command.ts'

/** Takes roles back from a deputy before their last day. */
export const endDelegation = personCommand('end-delegation', {
  title: text('终止委托', 'End a delegation'),
  about: text('立即收回；代理人已签的字保留。', 'Holds at once; what the deputy signed stays.'),
  fulfils: ['IT-deputy', 'IT-access'],
  from: ['active', 'inactive'],
  by: ACTING,
  input: z.object({
    delegationId: field(z.uuid(), { title: text('委托', 'Delegation'), widget: 'hidden' }),
    reason: reasonField,
  }),
  facts: ['delegations'],
  guard: situation => [
    refuseOthers(situation),
    standing(situation.facts.delegations, dayOf(situation.now, situation.zone)).length === 0 &&
      refuse(
        'nothing-delegated',
        text(
          `${situation.record.name}现在没有委托出去的角色，无需终止。`,
          `${situation.record.name} has delegated nothing that still holds: there is nothing to end.`,
        ),
      ),
  ],
  check: ({ input, facts, now, zone }) => [
    !standing(facts.delegations, dayOf(now, zone)).some(row => row.id === input.delegationId) &&
      refuse(
        'delegation-ended',
        text('该委托已到期或已终止，请刷新后再看。', 'That delegation has ended already: reload the page.'),
        { field: 'delegationId', kind: 'conflict' },
      ),
  ],
  change: ({ input, actor, now }) => ({
    rows: [
      {
        child: 'delegation',
        id: input.delegationId,
        set: { endedAt: now, endedBy: actor.id, endedByName: actor.name, endReason: input.reason },
      },
    ],
  }),
  tell: ({ record, input, facts }) => {
    const row = facts.delegations.find(item => item.id === input.delegationId)
    const titles = roleTitles(row?.roles ?? [])
    return text(
      `终止${record.name}对${row?.toName ?? ''}的委托（${titles.zh}）：${input.reason}`,
      `ended the delegation of ${record.name} to ${row?.toName ?? ''} (${titles.en}): ${input.reason}`,
    )
  },
  fill: ({ facts, now, zone }) => {
    const row = standing(facts.delegations, dayOf(now, zone))[0]
    return row ? { delegationId: row.id } : {}
  },
  remark: ({ facts, now, zone }) => {
    const row = standing(facts.delegations, dayOf(now, zone))[0]
    if (!row) return null
    const titles = roleTitles(row.roles)
    return text(
      `${row.toName}代行“${titles.zh}”，${row.fromDay} 至 ${row.untilDay}`,
      `${row.toName} holds "${titles.en}" from ${row.fromDay} to ${row.untilDay}`,
    )
  },
  rank: 61,
  place: 'menu',
})

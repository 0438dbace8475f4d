import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { QUALITY } from '../case-roles.ts'
import { complaintCommand } from '../complaint-command.ts'
import { UNDER_WAY } from '../complaint-states.ts'
import { departments } from '../taxonomy.ts'

/** S10-5.3a: the department did it; quality sees the result before it closes. */
export const finishAction = complaintCommand('finish-action', {
  title: text('完成纠正或预防措施', 'Finish an action'),
  fulfils: ['S10-5.3a', 'S06-5.2b'],
  from: UNDER_WAY,
  by: [
    'department-head',
    'case-handler',
    'technician',
    'after-sales-head',
    'sales-head',
    'service-head',
    'warehouse',
    ...QUALITY,
  ],
  input: z.object({
    actionId: field(z.uuid(), { title: text('措施', 'Action'), widget: 'hidden' }),
    result: paragraph(text('完成情况', 'Result')),
  }),
  facts: ['actions'],
  guard: ({ facts }) => [
    !facts.actions.some(item => !item.doneAt) &&
      refuse('no-open-action', text('没有未完成的纠正或预防措施。', 'No action is open.')),
  ],
  check: ({ input, facts }) => [
    !facts.actions.some(item => item.id === input.actionId && !item.doneAt) &&
      refuse(
        'no-such-action',
        text('所选措施不存在或已完成，请重新选择。', 'That action is not there or already finished: choose again.'),
        {
          field: 'actionId',
        },
      ),
  ],
  change: ({ input, now, actor }) => ({
    rows: [{ child: 'action', id: input.actionId, set: { doneAt: now, doneByName: actor.name, result: input.result } }],
    meet: [{ deadline: 'action', key: input.actionId }],
  }),
  tell: ({ input, facts }) => {
    const what = facts.actions.find(item => item.id === input.actionId)?.what ?? ''
    return text(`完成措施“${what}”：${input.result}`, `finished the action "${what}": ${input.result}`)
  },
  fill: ({ facts }) => {
    const first = facts.actions.find(item => !item.doneAt)
    return first ? { actionId: first.id } : {}
  },
  remark: ({ facts }) => {
    const first = facts.actions.find(item => !item.doneAt)
    return first
      ? text(`${departments[first.department].zh}：${first.what}`, `${departments[first.department].en}: ${first.what}`)
      : null
  },
  rank: 46,
})

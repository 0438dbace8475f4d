import { text } from '../../../kernel/text.ts'
import { reasonInput } from '../../../vocabulary/base-data.ts'
import { APPROVERS } from '../approval.ts'
import { asked, notProposer } from '../decided-by.ts'
import { policyCommand } from '../policy-command.ts'

/** Whoever decides says no; the value in force stays. */
export const rejectPolicyChange = policyCommand('reject', {
  title: text('不批准', 'Reject'),
  fulfils: ['PL-approval'],
  from: ['proposed'],
  to: 'rejected',
  by: APPROVERS,
  input: reasonInput,
  differ: [notProposer],
  guard: asked,
  sign: { meaning: text('我不批准此项参数变更', 'I do not approve this change'), chain: 'approval', step: 'waiting' },
  change: ({ input, actor, now }) => ({
    set: { decidedAt: now, decidedByName: actor.name, decisionNote: input.reason },
    decline: true,
  }),
  tell: ({ record, input }) =>
    text(
      `未批准“${record.title.zh}”的变更：${input.reason}`,
      `rejected the change of "${record.title.en}": ${input.reason}`,
    ),
  rank: 20,
})

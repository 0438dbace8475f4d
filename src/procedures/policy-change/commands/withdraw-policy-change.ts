import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonInput } from '../../../vocabulary/base-data.ts'
import { PROPOSERS } from '../approval.ts'
import { policyCommand } from '../policy-command.ts'

/** Whoever proposed a change takes it back before it is decided. */
export const withdrawPolicyChange = policyCommand('withdraw', {
  title: text('撤回', 'Withdraw'),
  fulfils: ['PL-proposal'],
  from: ['proposed'],
  to: 'withdrawn',
  by: PROPOSERS,
  input: reasonInput,
  guard: ({ record, actor }) => [
    record.createdBy !== actor.id &&
      refuse(
        'not-proposer',
        text(
          `${record.number} 由${record.proposedByName}提出，请由其撤回，或请质量负责人退回。`,
          `${record.proposedByName} proposed ${record.number}: ask for its withdrawal, or have the quality head reject it.`,
        ),
        { kind: 'forbidden' },
      ),
  ],
  change: ({ input, actor, now }) => ({
    set: { decidedAt: now, decidedByName: actor.name, decisionNote: input.reason },
  }),
  tell: ({ record, input }) =>
    text(
      `撤回“${record.title.zh}”的变更：${input.reason}`,
      `withdrew the change of "${record.title.en}": ${input.reason}`,
    ),
  rank: 30,
})

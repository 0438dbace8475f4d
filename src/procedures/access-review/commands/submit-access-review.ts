import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { accessReviewCommand } from '../access-review-command.ts'

/** All accounts are decided: quality head and administrator are asked to sign. */
export const submitAccessReview = accessReviewCommand('submit', {
  title: text('提请会签', 'Ask for the signatures'),
  fulfils: ['AR-review', 'AR-signatures'],
  from: ['open'],
  to: 'signing',
  by: ['quality-head', 'quality', 'administrator'],
  input: z.strictObject({}),
  guard: ({ record }) => [
    record.undecided > 0 &&
      refuse(
        'undecided',
        text(
          `要提请会签，请先核对完其余 ${record.undecided} 个账号。`,
          `To ask for the signatures, first decide the other ${record.undecided} accounts.`,
        ),
        { clause: 'AR-review' },
      ),
  ],
  change: ({ now }) => ({ set: { submittedAt: now }, seek: [{ chain: 'review' }] }),
  tell: ({ record }) =>
    text(
      `提请会签：${record.accountCount} 个账号，${record.changeCount} 项变更`,
      `asked for the signatures: ${record.accountCount} accounts, ${record.changeCount} changes`,
    ),
  rank: 20,
})

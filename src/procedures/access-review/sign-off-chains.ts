import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import type { AccessReviewRow } from './access-review.ts'
import { signHours } from './policies.ts'

/** The quality head and an administrator sign at the same time; they are two people. */
export const reviewChain = signOffChain<AccessReviewRow>({
  name: 'review',
  title: text('权限复核会签', 'Signatures under the access review'),
  rule: 'AR-signatures',
  clause: 'AR-signatures',
  steps: [
    {
      key: 'quality-head',
      stage: 1,
      by: ['quality-head'],
      meaning: text(
        '我已逐一复核账号与权限，同意所列结论',
        'I reviewed accounts and permissions and agree with what is decided',
      ),
    },
    {
      key: 'administrator',
      stage: 1,
      by: ['administrator'],
      meaning: text('系统中的账号与权限与所列一致', 'Accounts and permissions in the product are as listed'),
    },
  ],
  covers: row => ({ accounts: row.accountCount, changes: row.changeCount, undecided: row.undecided }),
  titles: {
    accounts: text('账号数', 'Accounts'),
    changes: text('变更数', 'Changes'),
    undecided: text('未核对', 'Undecided'),
  },
  remindAfter: signHours.key,
})

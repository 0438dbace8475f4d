import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import type { SignalRow } from './signal.ts'

/** What the proposer and the quality head sign. */
export const PROPOSED = text('我提出此处理意见', 'I propose this decision')
export const APPROVED = text('我批准此处理意见', 'I approve this decision')

/** Proposal by quality management, approval by the quality head: two people. */
export const decisionChain = signOffChain<SignalRow>({
  name: 'decision',
  title: text('信号处理审批', 'Decision on a signal'),
  rule: 'SG09',
  clause: 'XH-separation',
  steps: [
    { by: ['quality'], meaning: PROPOSED },
    { by: ['quality-head'], meaning: APPROVED },
  ],
  covers: row => ({ decision: row.decision ?? '', reason: row.decisionReason ?? '', until: row.until ?? '' }),
  titles: {
    decision: text('处理意见', 'Decision'),
    reason: text('理由', 'Reason'),
    until: text('期限', 'Until'),
  },
})

import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'

/** Who may propose to change a policy: quality, the administrator, and the heads whose work it governs. */
export const PROPOSERS = [
  'quality',
  'administrator',
  'service-head',
  'sales-head',
  'after-sales-head',
  'department-head',
] as const

/** What the proposer signs. */
export const PROPOSED = text('我提出此项参数变更', 'I propose this change')
/** What the quality head signs. */
export const APPROVED = text('我批准此项参数变更', 'I approve this change')

/** Proposal and approval, by two people. */
export const approval = signOffChain({
  name: 'approval',
  title: text('参数变更审批', 'Approval of a policy change'),
  rule: 'SG09',
  clause: 'PL-approval',
  steps: [
    { by: PROPOSERS, meaning: PROPOSED },
    { by: ['quality-head'], meaning: APPROVED },
  ],
})

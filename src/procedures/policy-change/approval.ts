import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'

/** Who may propose to change a policy: quality and its head, the administrator, and the heads whose work it governs. */
export const PROPOSERS = [
  'quality',
  'quality-head',
  'administrator',
  'service-head',
  'sales-head',
  'after-sales-head',
  'department-head',
] as const

/** Who decides what a quality head proposed: another one, or whoever answers for the quality system beside or above. */
export const BESIDE_HEAD = ['management-representative', 'general-manager', 'quality-head'] as const

/** Everybody whose approval may be asked. */
export const APPROVERS = BESIDE_HEAD

/** What the proposer signs. */
export const PROPOSED = text('我提出此项参数变更', 'I propose this change')
/** What is signed under the decision. */
export const APPROVED = text('我批准此项参数变更', 'I approve this change')

/**
 * Proposal and approval, by two people (SG09). The quality head approves; what a quality head proposes is approved by
 * somebody else: the management representative, the general manager, or a second quality head.
 */
export const approval = signOffChain({
  name: 'approval',
  title: text('参数变更审批', 'Approval of a policy change'),
  rule: 'SG09',
  clause: 'PL-approval',
  steps: [
    { key: 'proposal', by: PROPOSERS, called: text('提出人', 'Proposer'), meaning: PROPOSED },
    { key: 'quality-head', by: ['quality-head'], meaning: APPROVED },
    { key: 'beside-head', by: BESIDE_HEAD, meaning: APPROVED },
  ],
})

import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import { targetText } from './measure.ts'
import type { QualityObjectiveRow } from './quality-objective.ts'

/** What the proposer and the quality head sign. */
export const PROPOSED = text('我提出此质量目标', 'I propose this objective')
export const APPROVED = text('我批准此质量目标', 'I approve this objective')

/** Proposal by quality management, approval by the quality head: two people. */
export const approvalChain = signOffChain<QualityObjectiveRow>({
  name: 'approval',
  title: text('质量目标审批', 'Approval of an objective'),
  rule: 'ZL-separation',
  clause: 'ZL-approval',
  steps: [
    { by: ['quality'], meaning: PROPOSED },
    { by: ['quality-head'], meaning: APPROVED },
  ],
  covers: row => ({ target: targetText(row.measure, row.target).zh, basis: row.basis, startsOn: row.startsOn }),
  titles: {
    target: text('目标值', 'Target'),
    basis: text('依据', 'Grounds'),
    startsOn: text('自何季度起考核', 'First quarter'),
  },
})

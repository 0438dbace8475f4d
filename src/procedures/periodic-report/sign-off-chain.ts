import { signOffChain } from '../../kernel/sign-off.ts'
import { text } from '../../kernel/text.ts'
import type { PeriodicReportRow } from './periodic-report.ts'
import { signRemindHours } from './policies.ts'

const REVIEWED = text('我已审阅本报表，同意归档', 'I have reviewed this report and agree to its filing')

/**
 * Who signs under a report after its author; each report names the ones that it needs. Heads and deputies sign at the same time
 * (S26-8b: quality, business, storage and transport), the general manager last.
 */
export const filingChain = signOffChain<PeriodicReportRow>({
  name: 'filing',
  title: text('报表审批', 'Review of a report'),
  rule: 'X22',
  clause: 'BB-review',
  steps: [
    { key: 'quality-head', stage: 1, by: ['quality-head'], meaning: REVIEWED },
    {
      key: 'business-deputy',
      stage: 1,
      by: ['business-deputy'],
      meaning: text('我已分析本报表并签署意见（业务）', 'I have analysed this report (business)'),
    },
    {
      key: 'logistics-deputy',
      stage: 1,
      by: ['logistics-deputy'],
      meaning: text('我已分析本报表并签署意见（储运）', 'I have analysed this report (storage and transport)'),
    },
    {
      key: 'sales-head',
      stage: 1,
      by: ['sales-head'],
      meaning: text('我已收到并审阅本报表', 'I have received and read this report'),
    },
    {
      key: 'general-manager',
      stage: 2,
      by: ['general-manager'],
      meaning: text('我批准本报表', 'I approve this report'),
    },
  ],
  covers: row => ({ data: row.contentHash, comments: row.answersHash ?? '' }),
  titles: { data: text('数据', 'Data'), comments: text('各部分意见', 'Comments') },
  remindAfter: signRemindHours.key,
})

/** All who review reports. */
export const REVIEWERS = [
  'quality-head',
  'business-deputy',
  'logistics-deputy',
  'sales-head',
  'general-manager',
] as const
/** All who write reports. */
export const AUTHORS = ['quality', 'after-sales-head', 'sales-head'] as const

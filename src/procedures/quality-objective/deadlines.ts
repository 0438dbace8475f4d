import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import { reviewDays } from './policies.ts'
import type { QualityObjectiveRow } from './quality-objective.ts'

/** Clocks of an objective. */
export const deadlines = [
  deadline<QualityObjectiveRow>({
    name: 'review',
    title: text('审阅考核结果', 'Review of an assessment'),
    clause: 'ZL-assessment',
    rule: 'objective.review_d',
    startsAt: text('考核', 'the assessment'),
    limit: ({ policy }) => ({ unit: 'workdays', value: policy(reviewDays), basis: 'company', endOfDay: true }),
    policy: reviewDays.key,
    owner: 'quality-head',
    escalatesTo: 'general-manager',
  }),
]

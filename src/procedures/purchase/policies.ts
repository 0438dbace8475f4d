import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL39: quarterly or monthly; a yearly plan may be added. */
export const planPeriods = policy<('year' | 'quarter' | 'month')[]>({
  key: 'plan.period',
  rules: ['TL39'],
  title: text('采购计划的编制周期', 'Purchase plans are made'),
  schema: z.array(z.enum(['year', 'quarter', 'month'])).min(1),
  default: ['quarter', 'month'],
  options: {
    year: text('年度', 'yearly'),
    quarter: text('季度', 'quarterly'),
    month: text('月度', 'monthly'),
  },
  clauses: ['S21-1a'],
  basis: 'procedure',
})

/** TL40: a joint meeting each month. */
export const meetingInterval = policy({
  key: 'meeting.interval',
  rules: ['TL40'],
  title: text('购销存联合会议的间隔', 'The joint meeting is held every'),
  schema: z.int().min(1).max(3),
  default: 1,
  unit: text('个月', 'months'),
  clauses: ['S21-6a'],
  basis: 'procedure',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [planPeriods, meetingInterval]

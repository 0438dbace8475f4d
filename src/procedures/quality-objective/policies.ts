import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** By which day of the month after a quarter its objectives are assessed; nothing outside sets a number. */
export const assessmentDay = policy({
  key: 'objective.assess_due_day',
  title: text(
    '质量目标在季度结束后次月几日前考核',
    'Objectives are assessed by this day of the month after the quarter',
  ),
  schema: z.int().min(3).max(28),
  default: 15,
  unit: text('日', 'day of the month'),
  clauses: ['ZL-assessment'],
  basis: 'ours',
})

/** Within how many working days the quality head reviews an assessment; nothing outside sets a number. */
export const reviewDays = policy({
  key: 'objective.review_d',
  title: text('质量目标考核结果应在几个工作日内审阅', 'An assessment is reviewed within'),
  schema: z.int().min(1).max(20),
  default: 5,
  unit: text('个工作日', 'working days'),
  clauses: ['ZL-assessment'],
  basis: 'ours',
})

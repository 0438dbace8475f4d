import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL18, TL33, X19: once a year at least; other surveys follow the same rhythm. */
export const surveyInterval = policy({
  key: 'survey.interval',
  rules: ['TL18', 'TL33', 'X19'],
  title: text('满意度调查的间隔', 'A satisfaction survey at least every'),
  schema: z.int().min(1).max(12),
  default: 12,
  unit: text('个月', 'months'),
  clauses: ['S09-5.3a', 'S13-5.2a'],
  basis: 'procedure',
})

/** S09: up to how many customers all are asked; the text gives no number. */
export const censusCustomers = policy({
  key: 'survey.census_max_customers',
  rules: [],
  title: text('客户不超过多少家时全部调查（超过则抽样）', 'All customers are asked up to (else a sample)'),
  schema: z.int().min(1).max(10_000),
  default: 50,
  unit: text('家', 'customers'),
  clauses: ['S09-5.3a'],
  basis: 'ours',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [surveyInterval, censusCustomers]

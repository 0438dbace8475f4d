import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** Within how many working days a signal is decided; nothing outside sets a number. */
export const decisionDays = policy({
  key: 'signal.decision_d',
  title: text('质量信号应在几个工作日内决定', 'A signal is decided within'),
  schema: z.int().min(1).max(20),
  default: 5,
  unit: text('个工作日', 'working days'),
  clauses: ['XH-decision'],
  basis: 'ours',
})

/** Fewer complaints than this in the points that break a rule open no signal: chance looks like that too. */
export const leastComplaints = policy({
  key: 'signal.least_complaints',
  title: text('失控点合计达到几起投诉才开立信号', 'Complaints in the points below which no signal opens'),
  schema: z.int().min(1).max(20),
  default: 3,
  unit: text('起', 'cases'),
  clauses: ['XH-watch'],
  basis: 'ours',
})

/** How many months the control chart covers. */
export const chartMonths = policy({
  key: 'signal.chart_months',
  title: text('控制图覆盖的月数', 'Months of the control chart'),
  schema: z.int().min(8).max(36),
  default: 12,
  unit: text('个月', 'months'),
  clauses: ['XH-watch'],
  basis: 'ours',
})

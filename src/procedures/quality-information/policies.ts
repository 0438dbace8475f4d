import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL53: on the day it happens. */
export const accidentReport = policy({
  key: 'accident.report',
  rules: ['TL53'],
  title: text(
    '质量事故上报质量管理部（重大事故并报总经理）',
    'An accident is reported to quality (grave ones to the general manager)',
  ),
  schema: z.enum(['same-day', 'at-once']),
  default: 'same-day',
  options: {
    'same-day': text('当日', 'on the same day'),
    'at-once': text('立即', 'at once'),
  },
  clauses: ['S27-6.1a', 'S27-6.1b'],
  basis: 'procedure',
})

/** TL54, X37: two days, counted from the receipt of the report. */
export const writtenDays = policy({
  key: 'accident.written_d',
  rules: ['TL54', 'X37'],
  title: text('质量事故书面汇报总经理的时限', 'Written report of an accident within'),
  schema: z.int().min(1).max(2),
  default: 2,
  unit: text('天', 'd'),
  clauses: ['S27-6.7a'],
  basis: 'procedure',
})

/** TL58: the text leaves the rhythm to the company. */
export const archiveInterval = policy({
  key: 'archive.interval',
  rules: ['TL58'],
  title: text('质量档案归档的间隔', 'Quality files are archived every'),
  schema: z.int().min(1).max(24),
  default: 12,
  unit: text('个月', 'months'),
  clauses: ['S27-5a'],
  basis: 'ours',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [accidentReport, writtenDays, archiveInterval]

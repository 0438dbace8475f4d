import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL17: how often equipment and lifts are inspected; the procedure says "periodically". */
export const inspectInterval = policy({
  key: 'vendor.inspect_interval',
  rules: ['TL17'],
  title: text('设备、电梯定期检查周期', 'Interval of inspections of equipment and lifts'),
  schema: z.enum(['month', 'quarter', 'half-year', 'year']),
  default: 'month',
  options: {
    month: text('每月', 'every month'),
    quarter: text('每季度', 'every quarter'),
    'half-year': text('每半年', 'every half-year'),
    year: text('每年', 'every year'),
  },
  clauses: ['S03-D1a', 'S03-W2a'],
  basis: 'ours',
})

/** Working days until something found at an inspection is mended. */
export const mendWorkdays = policy({
  key: 'equipment.mend_wd',
  title: text('检查问题处理时限', 'Limit for mending what an inspection finds'),
  schema: z.int().min(1).max(30),
  default: 3,
  unit: text('个工作日', 'working days'),
  clauses: ['EQ-mended'],
  basis: 'ours',
})

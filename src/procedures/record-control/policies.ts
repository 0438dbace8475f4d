import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

export { entryWindowHours } from '../../kernel/entry-window.ts'
export { naToken } from '../../vocabulary/na-token.ts'
export { defaultRetentionYears } from '../../vocabulary/retention.ts'

/** How many records of a department are looked at in one half-year's check. */
export const sampleSize = policy({
  key: 'record.check_sample',
  title: text('半年检查每部门抽查记录数', 'Records drawn for one department in a half-year’s check'),
  schema: z.int().min(1).max(50),
  default: 8,
  unit: text('条', 'records'),
  clauses: ['S11-4.1b'],
  basis: 'ours',
})

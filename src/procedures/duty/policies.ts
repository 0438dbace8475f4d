import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** How many days ahead recurring work is planned; periods are planned when they begin within these days. */
export const planAheadDays = policy({
  key: 'duty.plan_ahead_d',
  title: text('定期工作提前排定天数', 'Days for which recurring work is planned ahead'),
  schema: z.int().min(4).max(62),
  default: 14,
  unit: text('天', 'd'),
  clauses: ['DU-planned'],
  basis: 'ours',
})

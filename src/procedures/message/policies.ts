import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** No rule says how long a letter may lie; those that do have a clock of their own on the record that it belongs to. */
export const deliveryHours = policy({
  key: 'message.delivery_h',
  title: text('函件送达时限', 'Letter delivered within'),
  schema: z.int().min(1).max(168),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['HJ-reached'],
  basis: 'ours',
})

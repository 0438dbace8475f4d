import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL04: time within which everyone is told that held goods are free. Stop-sale lists it among its policies. */
export const releaseHours = policy({
  key: 'hold.release_notice_h',
  title: text('解除停售告知的时限', 'Told that a hold is lifted within'),
  schema: z.int().min(1).max(24),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['S01-4.5a'],
  basis: 'procedure',
})

import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** X44: the procedure gives normal requests no time limit; the company may set itself that of complaints. */
export const requestClock = policy({
  key: 'case.request_clock',
  rules: ['X44'],
  title: text('咨询与请求的首次联系时限', 'Contact clock of inquiries and requests'),
  schema: z.enum(['same', 'none']),
  default: 'same',
  options: {
    same: text('与投诉相同（公司目标）', 'as for complaints (company target)'),
    none: text('不计时', 'none'),
  },
  clauses: ['S28-4.4a'],
  basis: 'ours',
})

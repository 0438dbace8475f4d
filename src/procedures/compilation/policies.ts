import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL19: the day of the next month by which the month is compiled; the text says "monthly". */
export const compileDay = policy({
  key: 'batch_record.compile_day',
  rules: ['TL19'],
  title: text('月度记录汇编期限（次月几日前）', 'Day of the next month by which a month is compiled'),
  schema: z.int().min(1).max(28),
  default: 5,
  unit: text('日', 'th day'),
  clauses: ['S11-5.1.1i'],
  basis: 'ours',
})

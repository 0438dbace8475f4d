import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { whyLimits } from '../exchange-rate.ts'
import { returnCommand } from '../return-command.ts'
import { seekApproval } from '../route.ts'
import { AFTER_SALES } from '../taxonomy.ts'

/** S02-4.2.3e: a special case beyond the limits goes to the company's leadership, and to nobody else. */
export const askSpecial = returnCommand('ask-special', {
  title: text('报总经理特批', 'Put the special case to the general manager'),
  about: text(
    '超比例或超期原则上一律驳回；确属特殊情况才报公司领导。',
    'Beyond the limits the rule is refusal; only a special case goes to the leadership.',
  ),
  fulfils: ['S02-4.2.3e'],
  from: ['over-limits'],
  to: 'approving',
  by: AFTER_SALES,
  input: z.object({ reason: paragraph(text('特殊情况理由', 'Why the case is special')) }),
  change: ({ record, input, policy }) => ({
    set: { special: true, specialReason: input.reason },
    seek: seekApproval({ ...record, special: true }, policy),
  }),
  tell: ({ input }) =>
    text(`报总经理特批：${input.reason}`, `put the special case to the general manager: ${input.reason}`),
  remark: ({ record }) => (record.limits ? whyLimits(record.limits) : null),
  rank: 20,
})

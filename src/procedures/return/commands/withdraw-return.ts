import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'
import { BEFORE_GOODS } from '../states.ts'
import { AFTER_SALES } from '../taxonomy.ts'

/** The customer takes the request back, or it was entered in error; possible until the goods are with us. */
export const withdrawReturn = returnCommand('withdraw', {
  title: text('撤回申请', 'Withdraw the request'),
  fulfils: ['S02-3.3a'],
  from: BEFORE_GOODS,
  to: 'withdrawn',
  by: AFTER_SALES,
  input: z.object({ reason: paragraph(text('撤回原因', 'Reason')) }),
  sign: { meaning: text('撤回该退货申请，原因属实', 'I withdraw this request for the reason given') },
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ input }) => text(`撤回申请：${input.reason}`, `withdrew the request: ${input.reason}`),
  rank: 90,
  place: 'menu',
})

import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { inquiryCommand } from '../inquiry-command.ts'

/** An entry made in error is voided with a reason; it keeps its number and stays in the ledger. */
export const voidInquiry = inquiryCommand('void', {
  title: text('作废', 'Void'),
  about: text('仅用于登记错误；编号和记录保留。', 'Only for entries made in error; number and record stay.'),
  fulfils: ['S01-3b', 'S28-4.3a'],
  from: ['registered', 'forwarded', 'handled'],
  to: 'voided',
  by: ['service-head', 'quality-head'],
  input: z.object({ reason: paragraph(text('作废原因', 'Reason')) }),
  sign: { meaning: text('本件登记有误，我同意作废', 'This entry was made in error; I agree to void it') },
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ record, input }) =>
    text(`作废 ${record.number}：${input.reason}`, `voided ${record.number}: ${input.reason}`),
  rank: 95,
  place: 'menu',
})

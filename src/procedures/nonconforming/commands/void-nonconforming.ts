import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'

/** A report made in error is voided with a reason; it keeps its number and stays in the ledger. */
export const voidNonconforming = nonconformingCommand('void', {
  title: text('作废', 'Void'),
  about: text(
    '仅用于登记错误，移库前可作废；货物有疑问的应复查，不应作废。',
    'Only for reports made in error, before the goods are moved. Doubtful goods are re-checked, not voided.',
  ),
  fulfils: ['GMP-87'],
  from: ['reported', 'cleared', 'confirmed', 'to-move'],
  to: 'voided',
  by: ['quality-head'],
  input: z.object({ reason: reasonField }),
  sign: { meaning: text('本件登记有误，我同意作废', 'This report was made in error; I agree to void it') },
  change: ({ input }) => ({ set: { endReason: input.reason, quantityHere: 0 } }),
  tell: ({ record, input }) =>
    text(`作废 ${record.number}：${input.reason}`, `voided ${record.number}: ${input.reason}`),
  rank: 95,
  place: 'menu',
})

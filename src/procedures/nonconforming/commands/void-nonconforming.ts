import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { nonconformingCommand } from '../nonconforming-command.ts'

/** A report made in error is voided with a reason; it keeps its number and stays in the ledger. */
export const voidNonconforming = nonconformingCommand('void', {
  title: text('作废', 'Void'),
  about: text(
    '仅用于登记错误，尚无处理意见时可作废；货物有疑问的应复查，不应作废。判定不合格的，须由判定人以外的质量负责人作废。',
    'Only for reports made in error, before anything is decided. Doubtful goods are re-checked, not voided; what was found nonconforming is voided by a head of quality who did not judge it.',
  ),
  fulfils: ['GMP-87'],
  from: ['reported', 'cleared', 'confirmed', 'to-move', 'isolated'],
  to: 'voided',
  by: ['quality-head'],
  input: z.object({ reason: reasonField }),
  guard: ({ record, actor }) => [
    record.recheckResult === 'nonconforming' &&
      record.recheckedById === actor.id &&
      refuse(
        'judged-by-same-person',
        text(
          `${record.number} 由您判定不合格，请由另一位质量负责人（或其受托人）作废。`,
          `You found the goods of ${record.number} nonconforming: another head of quality, or a deputy, voids it.`,
        ),
        { kind: 'forbidden', clause: 'GMP-87' },
      ),
  ],
  sign: { meaning: text('本件登记有误，我同意作废', 'This report was made in error; I agree to void it') },
  change: ({ input }) => ({ set: { endReason: input.reason, quantityHere: 0 } }),
  tell: ({ record, input }) =>
    text(`作废 ${record.number}：${input.reason}`, `voided ${record.number}: ${input.reason}`),
  rank: 95,
  place: 'menu',
})

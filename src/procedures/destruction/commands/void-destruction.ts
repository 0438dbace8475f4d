import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { destructionCommand } from '../destruction-command.ts'

/** A list that is not followed is voided with a reason; its goods wait for the next list. */
export const voidDestruction = destructionCommand('void', {
  title: text('作废清单', 'Void the list'),
  about: text('货物回到待列清单；编号和记录保留。', 'The goods wait for the next list; number and record stay.'),
  fulfils: ['S26-5a'],
  from: ['listed'],
  to: 'voided',
  by: ['warehouse-head', 'quality-head'],
  input: z.object({ reason: reasonField }),
  sign: { meaning: text('同意作废这份销毁清单', 'I agree to void this list') },
  change: ({ input }) => ({ set: { endReason: input.reason } }),
  tell: ({ record, input }) =>
    text(`作废 ${record.number}：${input.reason}`, `voided ${record.number}: ${input.reason}`),
  rank: 95,
  place: 'menu',
})

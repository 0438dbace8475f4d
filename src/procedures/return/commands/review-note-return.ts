import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'

/** S02-3.7a, 4.2.9a: the clerk reviews the return note once the statistics are done. */
export const reviewNote = returnCommand('review-note', {
  title: text('审核退货单', 'Review the return note'),
  fulfils: ['S02-3.7a', 'S02-4.2.9a'],
  from: ['totalled'],
  to: 'note-reviewed',
  by: ['sales-clerk'],
  input: z.object({ note: paragraph(text('审核意见', 'Note')).optional() }),
  sign: { meaning: text('退货单与统计一致，审核无误', 'The return note agrees with the statistics') },
  change: ({ now, actor }) => ({ set: { noteReviewedAt: now, noteReviewedByName: actor.name } }),
  tell: ({ input }) =>
    text(
      `审核退货单${input.note ? `：${input.note}` : ''}`,
      `reviewed the return note${input.note ? `: ${input.note}` : ''}`,
    ),
  rank: 10,
})

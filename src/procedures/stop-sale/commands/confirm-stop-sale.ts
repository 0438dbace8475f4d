import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { stopSaleCommand } from '../stop-sale-command.ts'

/** S01-4.7a: quality signs that the goods are bad; thereby the quality head is told, whose signature follows. */
export const confirmStopSale = stopSaleCommand('confirm', {
  title: text('确认停售（质量部签字）', 'Confirm the stop (quality signs)'),
  about: text(
    '签字后即报质量负责人；其会签后通知其余购货方停售。',
    'The quality head signs next; then the other buyers are told.',
  ),
  fulfils: ['S01-4.7a', 'S01-4.7b', 'S01-4.7d'],
  from: ['confirming'],
  by: ['quality'],
  input: z.object({ note: paragraph(text('确认意见', 'Opinion')) }),
  sign: {
    meaning: text('复查不合格，我确认停售', 'The goods are bad; I confirm the stop'),
    chain: 'confirmation',
    step: 1,
  },
  change: ({ now, actor }) => ({
    set: { headToldAt: now, confirmedByName: actor.name },
    meet: [{ deadline: 'head' }],
  }),
  tell: ({ input }) =>
    text(`确认停售并报质量负责人：${input.note}`, `confirmed the stop and told the quality head: ${input.note}`),
  fill: ({ record }) => ({ ...(record.findingNote && { note: record.findingNote }) }),
  rank: 15,
})

import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'

/** SG06: until the goods are booked in, quality may take its agreement back, and they are inspected again. */
export const vetoStockIn = returnCommand('veto-stock-in', {
  title: text('否决入库', 'Veto the stock-in'),
  about: text(
    '三方签字后、入库前发现质量疑问的，质管可否决：退回重新检验，检验后重新三方签字。',
    'A doubt that comes up after the three signatures: the goods are inspected again, and all three sign anew.',
  ),
  fulfils: ['S02-4.2.6a', 'S02-4.2.6f', 'S02-4.2.7b'],
  from: ['to-stock-in'],
  to: 'inspecting',
  by: ['quality', 'quality-head'],
  input: z.object({ reason: paragraph(text('否决理由', 'Why')) }),
  sign: { meaning: text('我否决该批退货入库', 'I veto the stock-in of these goods') },
  change: ({ now }) => ({ open: [{ deadline: 'inspection', from: now }] }),
  tell: ({ input }) => text(`否决入库，退回重检：${input.reason}`, `vetoed the stock-in: ${input.reason}`),
  rank: 40,
  place: 'menu',
})

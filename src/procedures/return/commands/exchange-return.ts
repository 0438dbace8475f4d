import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { line, paragraph, yesNo } from '../../../vocabulary/entry-field.ts'
import { returnCommand } from '../return-command.ts'
import { stillThere } from '../settled.ts'

/** S02-4.2.7c, d: the customer gets the same product in exchange; the order of the replacement is named. */
export const exchangeReturn = returnCommand('exchange', {
  title: text('换货', 'Exchange'),
  about: text(
    '以原品种换货，写明换货的出库单或订单号。',
    'Like for like; name the order or delivery of the replacement.',
  ),
  fulfils: ['S02-4.2.7c', 'S02-4.2.7d'],
  from: ['stocked-in', 'on-site'],
  to: 'settled',
  by: ['warehouse', 'warehouse-head', 'sales-clerk'],
  input: z.object({
    replacementOrderNo: line(text('换货单号', 'Replacement order')),
    sameProduct: yesNo(text('与退回品种相同', 'Same product as came back')).default(true),
    note: paragraph(text('换货说明', 'Note'), {
      hint: text('客户原要求退款而改为换货的，写明原因', 'why, when the customer had asked for a refund'),
    }).optional(),
  }),
  facts: ['openNonconforming'],
  guard: stillThere,
  check: ({ record, input }) => [
    record.reason === 'unsaleable' &&
      !input.sameProduct &&
      refuse(
        'like-for-like',
        text(
          '不适销品只能以原品种换货，请换开原品种。',
          'Unsaleable goods are exchanged like for like: send the same product.',
        ),
        { field: 'sameProduct', clause: 'S02-4.2.7c' },
      ),
    (record.wish !== 'exchange' || !input.sameProduct) &&
      !input.note &&
      refuse(
        'change-unexplained',
        text('与客户要求或原品种不同，请写明原因。', 'It differs from the wish or the product: say why.'),
        { field: 'note', clause: 'S02-4.2.7d' },
      ),
  ],
  change: ({ input, now, actor }) => ({
    set: {
      settledAs: 'exchange' as const,
      settledAt: now,
      settledByName: actor.name,
      replacementOrderNo: input.replacementOrderNo,
      settlementNote: input.note ?? null,
    },
    open: [{ deadline: 'statistics', from: now }],
  }),
  tell: ({ input }) =>
    text(`换货，单号 ${input.replacementOrderNo}`, `exchanged the goods by ${input.replacementOrderNo}`),
  rank: 10,
})

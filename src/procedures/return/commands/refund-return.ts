import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { yuan } from '../exchange-rate.ts'
import { returnCommand } from '../return-command.ts'
import { stillThere } from '../settled.ts'
import { FINANCE } from '../taxonomy.ts'

/** S02-4.2.7d: the customer gets the money back. */
export const refundReturn = returnCommand('refund', {
  title: text('退款', 'Refund'),
  fulfils: ['S02-4.2.7d', 'S12-5.8.2d'],
  from: ['stocked-in', 'on-site'],
  to: 'settled',
  by: FINANCE,
  input: z.object({
    amount: field(z.int().min(0).max(100_000_000_000), {
      title: text('退款金额', 'Refund'),
      widget: 'number',
      of: 'fen',
    }),
    note: paragraph(text('退款说明', 'Note'), {
      hint: text(
        '与明细金额或客户要求不同的，写明原因；明细没有单价的，写明金额依据',
        'why, when it differs from the list or the wish; where the amount comes from, when the list has no prices',
      ),
    }).optional(),
  }),
  facts: ['openNonconforming'],
  guard: situation => [
    ...stillThere(situation),
    situation.record.route === 'dealer' &&
      situation.record.reason === 'unsaleable' &&
      refuse(
        'unsaleable-is-exchanged',
        text(
          '经销商不适销品只能换货，请仓库办理换货。',
          'Unsaleable goods of dealers are exchanged: the warehouse does it.',
        ),
        { clause: 'S02-4.2.7c' },
      ),
  ],
  check: ({ record, input }) => [
    record.amount !== null &&
      input.amount > record.amount &&
      refuse(
        'more-than-paid',
        text(
          `退款不能多于明细金额 ${yuan(record.amount)} 元，请核对。`,
          `The refund cannot be more than the goods cost, ${yuan(record.amount)} yuan: check it.`,
        ),
        { field: 'amount' },
      ),
    record.amount === null &&
      !input.note &&
      refuse(
        'price-unknown',
        text(
          '明细缺单价，退款金额无从核对：请在退款说明中写明依据（如发票号、合同单价）。',
          'The list has lines without a price, so the amount cannot be checked: say in the note where it comes from, such as an invoice.',
        ),
        { field: 'note', clause: 'S02-4.2.7d' },
      ),
    (record.wish !== 'refund' || (record.amount !== null && input.amount !== record.amount)) &&
      !input.note &&
      refuse(
        'change-unexplained',
        text('与客户要求或明细金额不同，请写明原因。', 'It differs from the wish or from the list: say why.'),
        { field: 'note', clause: 'S02-4.2.7d' },
      ),
  ],
  sign: { meaning: text('我核准该笔退款', 'I release this refund') },
  change: ({ input, now, actor }) => ({
    set: {
      settledAs: 'refund' as const,
      settledAt: now,
      settledByName: actor.name,
      refundAmount: input.amount,
      settlementNote: input.note ?? null,
    },
    open: [{ deadline: 'statistics', from: now }],
  }),
  tell: ({ input }) => text(`退款 ${yuan(input.amount)} 元`, `refunded ${yuan(input.amount)} yuan`),
  fill: ({ record }) => (record.amount === null ? {} : { amount: record.amount }),
  rank: 10,
})

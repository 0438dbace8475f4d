import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { paragraph } from '../../../vocabulary/entry-field.ts'
import { whyLimits, withinLimits } from '../exchange-rate.ts'
import { judged } from '../judged.ts'
import { returnCommand } from '../return-command.ts'
import { seekApproval } from '../route.ts'
import { AFTER_SALES, FINANCE } from '../taxonomy.ts'

/**
 * S02-4.2.3a: after-sales and finance review an unsaleable request at the same time. Finance may give the purchases of the
 * period from the books, so that the rate goes by amount. The second signature decides which way it goes.
 */
export const reviewReturn = returnCommand('review', {
  title: text('会审不适销调换', 'Review the request'),
  about: text(
    '核对调换比例与期限；财务可填同期进货额，改按金额计算。',
    'Check rate and period; finance may enter the purchases, then the rate goes by amount.',
  ),
  fulfils: ['S02-4.2.3a', 'S02-4.2.3b', 'S02-4.2.3d', 'S02-3.8b', 'S02-4.2.11b'],
  from: ['reviewing'],
  by: [...AFTER_SALES, ...FINANCE],
  input: z.object({
    opinion: paragraph(text('评审意见', 'Opinion')),
    purchaseAmount: field(z.int().min(0).max(100_000_000_000), {
      title: text('同期进货额（由财务填写）', 'Purchases of the period (by finance)'),
      widget: 'number',
      of: 'fen',
    }).optional(),
  }),
  facts: ['lines'],
  find: ['trade'],
  check: ({ input, signing }) => [
    input.purchaseAmount !== undefined &&
      signing?.key !== 'finance' &&
      refuse(
        'amount-by-finance',
        text(
          '同期进货额以财务账为准，请留空，由财务会审时填写。',
          'The purchases come from the books: leave them to finance.',
        ),
        { field: 'purchaseAmount', clause: 'S02-3.8b' },
      ),
  ],
  sign: { chain: 'review', step: 'waiting' },
  change: ({ record, input, facts, found, signing, policy, now, zone }) => {
    const purchaseAmount = input.purchaseAmount ?? record.purchaseAmount
    const limits = found.trade
      ? judged(record, facts.lines, found.trade, purchaseAmount, { policy, now, zone })
      : record.limits
    const kept = limits !== null && withinLimits(limits)
    const set = { purchaseAmount, limits, withinLimits: kept }
    if (!signing?.last) return { set, note: input.opinion }
    if (!kept) return { to: 'over-limits', set, note: input.opinion }
    return { to: 'approving', set, note: input.opinion, seek: seekApproval(record, policy) }
  },
  tell: ({ record, input }) => {
    const why = record.limits ? whyLimits(record.limits) : text('', '')
    return text(`会审意见：${input.opinion}。${why.zh}`, `reviewed: ${input.opinion}. ${why.en}`)
  },
  remark: ({ record }) => (record.limits ? whyLimits(record.limits) : null),
  rank: 10,
})

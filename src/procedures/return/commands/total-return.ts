import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { alertOf } from '../alert.ts'
import { limitsFor, share, yuan } from '../exchange-rate.ts'
import { unitsOf, verdictsInForce } from '../lines.ts'
import { accountingMonths, exchangePeriod, exchangeRate, exchangeRules } from '../policies.ts'
import { returnCommand } from '../return-command.ts'

/**
 * S02-3.6a, 4.2.8b: quantity and amount are totalled and entered. With it the exchange rate of the customer is computed
 * (3.8b); beyond the limit sales and leadership are told at once (3.8c).
 */
export const totalReturn = returnCommand('total', {
  title: text('统计数量金额', 'Total quantity and amount'),
  fulfils: ['S02-3.6a', 'S02-4.2.8b', 'S02-3.8a', 'S02-3.8b', 'S02-3.8c'],
  from: ['settled'],
  to: 'totalled',
  by: ['sales-statistician'],
  input: z.object({
    quantity: field(z.int().min(0).max(100_000_000), { title: text('数量合计', 'Quantity'), widget: 'number' }),
    amount: field(z.int().min(0).max(100_000_000_000), {
      title: text('金额合计', 'Amount'),
      widget: 'number',
      of: 'fen',
    }),
  }),
  facts: ['lines', 'verdicts'],
  find: ['trade'],
  check: ({ record, input, facts }) => {
    const taken = takenUnits(record.way, facts)
    return [
      input.quantity !== taken &&
        refuse(
          'other-quantity',
          text(
            `入库（或就地销毁）的数量是 ${taken}，请核对后再录入，保证账实一致。`,
            `${taken} were stocked in (or destroyed on site): check the quantity so that the books agree.`,
          ),
          { field: 'quantity', clause: 'S02-4.2.8b' },
        ),
    ]
  },
  change: ({ record, input, facts, found, policy, now, actor }) => {
    const trade = found.trade?.within(policy(accountingMonths))
    const exchanged = (trade?.exchangedPieces ?? 0) + (record.reason === 'unsaleable' ? input.quantity : 0)
    const rate = trade ? share(exchanged, trade.purchasedPieces) : null
    const { partyId, province, city } = record
    const limit = limitsFor(
      { partyId, province, city, classes: facts.lines.map(line => line.deviceClass) },
      { ratePct: policy(exchangeRate), periodDays: policy(exchangePeriod) },
      policy(exchangeRules),
    ).ratePct
    const over = record.reason === 'unsaleable' && rate !== null && rate > limit
    const alert = `${record.partyName}的调换率为 ${rate}%，超过规定的 ${limit}%（按件数，近 ${policy(accountingMonths)} 个月）。`
    const raised = over ? alertOf(alert, now) : null
    return {
      set: {
        totalledAt: now,
        totalledByName: actor.name,
        totalQuantity: input.quantity,
        totalAmount: input.amount,
        customerRatePct: rate,
        ...raised?.set,
      },
      meet: [{ deadline: 'statistics' }],
      open: [{ deadline: 'return-note', from: now }, ...(raised?.open ?? [])],
      seek: raised?.seek ?? [],
    }
  },
  tell: ({ record, input }) =>
    text(
      `统计：数量 ${input.quantity}，金额 ${yuan(input.amount)} 元，客户调换率 ${record.customerRatePct ?? '—'}%`,
      `totalled ${input.quantity} pieces, ${yuan(input.amount)} yuan; exchange rate of the customer ${record.customerRatePct ?? '—'}%`,
    ),
  fill: ({ record, facts }) => ({
    quantity: takenUnits(record.way, facts),
    ...(record.amount !== null && takenUnits(record.way, facts) === record.quantity && { amount: record.amount }),
  }),
  rank: 10,
})

/** Units that did come back or are destroyed on site. */
function takenUnits(
  way: string | null,
  facts: {
    readonly lines: readonly { readonly quantity: number }[]
    readonly verdicts: Parameters<typeof verdictsInForce>[0]
  },
): number {
  return way === 'on-site'
    ? unitsOf(facts.lines)
    : unitsOf(verdictsInForce(facts.verdicts).filter(item => item.takenIn))
}

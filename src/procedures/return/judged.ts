import type { PolicyBook } from '../../kernel/policy.ts'
import { dayOf, type Instant, type Zone } from '../../kernel/time.ts'
import { judgeLimits, type LimitsResult, limitsFor } from './exchange-rate.ts'
import { accountingMonths, exchangeBase, exchangePeriod, exchangeRate, exchangeRules } from './policies.ts'
import type { FoundTrade } from './queries.ts'
import type { ReturnRow } from './return.ts'
import type { ReturnLine } from './return-rows.ts'

/** The request against the limits in force. `purchaseAmount` in fen comes from the books of finance. */
export function judged(
  record: Pick<ReturnRow, 'partyId' | 'province' | 'city'>,
  lines: readonly Pick<ReturnLine, 'lotNo' | 'quantity' | 'unitPrice' | 'deliveredOn' | 'deviceClass'>[],
  trade: FoundTrade,
  purchaseAmount: number | null,
  { policy, now, zone }: { readonly policy: PolicyBook; readonly now: Instant; readonly zone: Zone },
): LimitsResult {
  const months = policy(accountingMonths)
  const { partyId, province, city } = record
  return judgeLimits({
    lines,
    trade: { ...trade.within(months), purchasedAmount: purchaseAmount },
    limits: limitsFor(
      { partyId, province, city, classes: lines.map(line => line.deviceClass) },
      { ratePct: policy(exchangeRate), periodDays: policy(exchangePeriod) },
      policy(exchangeRules),
    ),
    base: policy(exchangeBase),
    from: trade.from(months),
    today: dayOf(now, zone),
  })
}

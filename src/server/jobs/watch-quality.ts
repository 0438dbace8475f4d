import { execute } from '../../kernel/execute.ts'
import { policyBook } from '../../kernel/policy.ts'
import { Refused } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { dayOf, dayOfLaterMonth } from '../../kernel/time.ts'
import { rateChartOf } from '../../procedures/signal/chart-of-rate.ts'
import { chartMonths, leastComplaints } from '../../procedures/signal/policies.ts'
import { monthlyCounts, type RateSubject } from '../../vocabulary/quality-rates.ts'
import { monthsUpTo } from '../../vocabulary/report-period.ts'
import type { ServerParts } from '../parts.ts'
import { systemAt } from './file-report.ts'

/**
 * Looks at the complaint rates of every product and supplier up to the month that ended last, and opens a signal for each that is out
 * of control: two queries for all of them; only candidates are counted again under their lock. Safe to repeat: one point opens no
 * second signal. Answers how many were opened.
 */
export async function watchQuality({ kernel, pool }: Pick<ServerParts, 'kernel' | 'pool'>): Promise<number> {
  const { rows } = await pool.query<{ id: string }>('select id from site order by created_at, id limit 1')
  const siteId = rows[0]?.id
  if (!siteId) return 0
  const { policies } = await kernel.settings()
  const now = kernel.clock.now()
  const policy = policyBook(policies, now)
  const count = policy(chartMonths)
  const month = dayOfLaterMonth(dayOf(now, kernel.zone), -1, 1)
  const period = monthsUpTo(month, count, kernel.zone, text('', ''))
  let opened = 0
  for (const subject of ['product', 'supplier'] as const satisfies readonly RateSubject[]) {
    const all = await monthlyCounts(kernel.db, period, kernel.zone, subject)
    for (const [id, own] of Map.groupBy(all, row => row.id)) {
      if (!id) continue
      const { breaks } = rateChartOf(period.months, own, subject, id)
      const complaintsAt = (i: number) => own.find(row => row.month === period.months[i])?.count ?? 0
      const least = policy(leastComplaints)
      if (!breaks.some(item => item.points.reduce((sum, i) => sum + complaintsAt(i), 0) >= least)) continue
      try {
        await execute(kernel, { command: 'signal.raise', input: { subject, subjectId: id, month } }, systemAt(siteId))
        opened += 1
      } catch (fault) {
        // opened before, by an earlier turn or another server
        if (!(fault instanceof Refused)) throw fault
      }
    }
  }
  return opened
}

import type { Day } from '../../kernel/time.ts'
import { COUNTED_COMPLAINTS, type MonthlyCount, type RateSubject } from '../../vocabulary/quality-rates.ts'
import { type RateChart, rateChart } from '../../vocabulary/rate-chart.ts'

const GRAVITY = ['beyond-limit', 'two-of-three', 'run-of-eight']

/**
 * Charts the rates of one subject over whole months; its breaks are those at the last of them, upwards, the gravest first. A rate
 * that is lower than it was opens no signal: good news needs no decision.
 */
export function rateChartOf(
  months: readonly Day[],
  rates: readonly MonthlyCount[],
  subject: RateSubject,
  id: string,
): RateChart {
  const { points, breaks, chart } = rateChart(months, rates, {
    state: COUNTED_COMPLAINTS,
    [subject === 'product' ? 'productId' : 'manufacturerId']: id,
  })
  const above = breaks.filter(item => item.side === 'above')
  return {
    points,
    breaks: above
      .filter(item => item.points.at(-1) === months.length - 1)
      .toSorted((one, other) => GRAVITY.indexOf(one.rule) - GRAVITY.indexOf(other.rule)),
    chart: { ...chart, marked: [...new Set(above.flatMap(item => item.points))] },
  }
}

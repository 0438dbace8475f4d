import type { Chart } from '../../kernel/report.ts'
import { text } from '../../kernel/text.ts'
import { type Day, dayOfLaterMonth } from '../../kernel/time.ts'
import { COUNTED_COMPLAINTS, type MonthlyCount, type RateSubject } from '../../vocabulary/quality-rates.ts'
import { controlChart } from '../../vocabulary/report-chart.ts'
import { monthTitle } from '../../vocabulary/report-period.ts'
import { breaksOf, type ControlBreak, type ControlPoint, uChart } from '../../vocabulary/statistics.ts'

/** The control chart of one subject and what it breaks at its last month. */
export interface RateChart {
  readonly points: readonly ControlPoint[]
  /** Rules that break at the last month, upwards; the gravest first. */
  readonly breaks: readonly ControlBreak[]
  readonly chart: Chart
}

const GRAVITY = ['beyond-limit', 'two-of-three', 'run-of-eight']

/**
 * Charts the rates of one subject over whole months, and says which rules break at the last of them. A rate that is lower than it
 * was opens no signal: good news needs no decision.
 */
export function rateChartOf(
  months: readonly Day[],
  counts: ReadonlyMap<Day, MonthlyCount>,
  subject: RateSubject,
  id: string,
): RateChart {
  const points = uChart(
    months.map(month => ({ count: counts.get(month)?.count ?? 0, area: (counts.get(month)?.units ?? 0) / 1000 })),
  )
  const last = months.length - 1
  const all = breaksOf(points).filter(item => item.side === 'above')
  const breaks = all
    .filter(item => item.points.at(-1) === last)
    .toSorted((one, other) => GRAVITY.indexOf(one.rule) - GRAVITY.indexOf(other.rule))
  const filter = { state: COUNTED_COMPLAINTS, [subject === 'product' ? 'productId' : 'manufacturerId']: id }
  return {
    points,
    breaks,
    chart: controlChart({
      name: 'rate',
      title: text('每千件投诉率控制图', 'Complaints per 1,000 units, control chart'),
      value: text('每千件', 'Per 1,000'),
      unit: text('起', 'cases'),
      categories: months.map(monthTitle),
      points,
      marked: [...new Set(all.flatMap(item => item.points))],
      opens: { procedure: 'complaint' },
      drill: months.map(month => ({ ...filter, from: month, to: dayOfLaterMonth(month, 0, 31) })),
    }),
  }
}

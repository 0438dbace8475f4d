import type { Chart } from '../kernel/report.ts'
import { text } from '../kernel/text.ts'
import { type Day, dayOfLaterMonth } from '../kernel/time.ts'
import type { MonthlyCount } from './quality-rates.ts'
import { controlChart, type Drill } from './report-chart.ts'
import { monthTitle } from './report-period.ts'
import { breaksOf, type ControlBreak, type ControlPoint, uChart } from './statistics.ts'

/** A control chart with what it was drawn from. */
export interface RateChart {
  readonly points: readonly ControlPoint[]
  readonly breaks: readonly ControlBreak[]
  readonly chart: Chart
}

/**
 * Complaints per 1,000 units delivered over months, as a u chart; each month leads to its complaints.
 * @param filter of the complaint ledger, besides the month
 * @param today the month in which it lies is not over, and later ones have not begun: their rate says nothing yet. Absent: all are over.
 */
export function rateChart(
  months: readonly Day[],
  rates: readonly MonthlyCount[],
  filter: Drill,
  today?: Day,
): RateChart {
  const known = new Map(rates.map(row => [row.month, row]))
  const isOver = (month: Day): boolean => today === undefined || month.slice(0, 7) < today.slice(0, 7)
  const points = uChart(
    months.map(month => ({
      count: known.get(month)?.count ?? 0,
      area: isOver(month) ? (known.get(month)?.units ?? 0) / 1000 : null,
    })),
  )
  const breaks = breaksOf(points)
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
      marked: [...new Set(breaks.flatMap(item => item.points))],
      opens: { procedure: 'complaint' },
      drill: months.map(month => monthDrill(month, filter, today)),
    }),
  }
}

/** Leads to what was received in a month; nowhere, where the month has not begun. */
export const monthDrill = (month: Day, filter: Drill, today?: Day): Drill | null =>
  today !== undefined && month > today ? null : { ...filter, from: month, to: dayOfLaterMonth(month, 0, 31) }

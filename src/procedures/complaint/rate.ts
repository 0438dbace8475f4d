import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, read } from '../../kernel/queries.ts'
import type { Chart } from '../../kernel/report.ts'
import { text } from '../../kernel/text.ts'
import { dayOf, dayOfLaterMonth } from '../../kernel/time.ts'
import { monthsFrom, type Period } from '../../vocabulary/report-period.ts'
import { complaintsByMonth } from './reports/figures.ts'

const MONTHS = 12

/** Complaints and thousands of units of one month. */
export interface MonthlyRate {
  readonly count: number
  readonly thousands: number
}

/** Complaints for each thousand units, to two decimals; null where nothing was delivered. */
const rateOf = ({ count, thousands }: MonthlyRate): number | null =>
  thousands > 0 ? Math.round((count / thousands) * 100) / 100 : null

/**
 * Upper control limit of a u-chart over the months, at their mean number of units: mean + 3·√(mean ÷ units). A month above
 * it is more than chance. Null with fewer than three months that have deliveries, where chance cannot be told.
 */
export function upperLimit(months: readonly MonthlyRate[]): number | null {
  const delivered = months.filter(month => month.thousands > 0)
  if (delivered.length < 3) return null
  const thousands = delivered.reduce((total, month) => total + month.thousands, 0)
  const mean = delivered.reduce((total, month) => total + month.count, 0) / thousands
  return Math.round((mean + 3 * Math.sqrt(mean / (thousands / delivered.length))) * 100) / 100
}

/** Units delivered by month, `YYYY-MM-01`. */
async function unitsByMonth(db: AnyDatabase, period: Period): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ month: string; units: number }>`
    select to_char(delivered_on, 'YYYY-MM-01') as month, sum(quantity)::int as units from delivery
    where delivered_on between ${period.firstDay}::date and ${period.lastDay}::date group by 1`.execute(db)
  return new Map(rows.map(row => [row.month, row.units]))
}

/** The workbench's small chart: complaints per 1,000 units delivered in the last twelve months (S01 4.4g, by month). */
export const rateRead = read({
  title: text('每千件投诉率', 'Complaints per 1,000 units'),
  by: [],
  params: z.strictObject({}),
  run: async (db, _, { now, zone }): Promise<Chart> => {
    const first = dayOfLaterMonth(dayOf(now, zone), 1 - MONTHS, 1)
    const title = text('近 12 月每千件投诉率', 'Complaints per 1,000 units, last 12 months')
    const period = monthsFrom(Number(first.slice(0, 4)), Number(first.slice(5, 7)), MONTHS, zone, title)
    const [counts, units] = await Promise.all([complaintsByMonth(db, period, zone), unitsByMonth(db, period)])
    const months = period.months.map(day => ({
      count: counts.get(day) ?? 0,
      thousands: (units.get(day) ?? 0) / 1000,
    }))
    const limit = upperLimit(months)
    return {
      name: 'rate',
      title,
      kind: 'line',
      categories: period.months.map(day => text(`${Number(day.slice(5, 7))} 月`, day.slice(0, 7))),
      series: [{ title: text('每千件', 'Per 1,000'), values: months.map(rateOf) }],
      ...(limit !== null && { limit: { value: limit, title: text('控制上限', 'upper limit') } }),
    }
  },
})

import { z } from 'zod'
import { read } from '../../kernel/queries.ts'
import type { Chart } from '../../kernel/report.ts'
import { text } from '../../kernel/text.ts'
import { dayOf, dayOfLaterMonth } from '../../kernel/time.ts'
import { COUNTED_COMPLAINTS, monthlyCounts } from '../../vocabulary/quality-rates.ts'
import { rateChart } from '../../vocabulary/rate-chart.ts'
import { monthsUpTo } from '../../vocabulary/report-period.ts'

/** The workbench's small chart: complaints per 1,000 units delivered in the last twelve months that are over (S01 4.4g, by month). */
export const rateRead = read({
  title: text('每千件投诉率', 'Complaints per 1,000 units'),
  by: [],
  params: z.strictObject({}),
  run: async (db, _, { now, zone }): Promise<Chart> => {
    const title = text('近 12 月每千件投诉率', 'Complaints per 1,000 units, last 12 months')
    const period = monthsUpTo(dayOfLaterMonth(dayOf(now, zone), -1, 1), 12, zone, title)
    const rates = await monthlyCounts(db, period, zone, 'all')
    return { ...rateChart(period.months, rates, { state: COUNTED_COMPLAINTS }).chart, title }
  },
})

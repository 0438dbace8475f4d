import { sql } from 'kysely'
import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, dayOfLaterMonth } from '../../../kernel/time.ts'
import { logWindows } from '../policies.ts'
import { windowOn } from '../windows.ts'

interface StoreMonth {
  readonly warehouseId: string
  readonly name: string
  readonly since: string
  readonly readings: number
  readonly inRange: number
  readonly late: number
  readonly explained: number
  readonly served: number
  readonly temperatureLow: number | null
  readonly temperatureMean: number | null
  readonly temperatureHigh: number | null
  readonly humidityLow: number | null
  readonly humidityMean: number | null
  readonly humidityHigh: number | null
  readonly excursions: number
}

/** 温湿度月汇总: each store's lowest, mean and highest values, the share in range, and the windows that were missed. */
export const monthSummary = report({
  name: 'month-summary',
  title: text('库房温湿度月汇总', 'Conditions of stores, month by month'),
  fulfils: ['S25-2.2a', 'S25-2.3a'],
  by: [],
  params: z.strictObject({
    month: field(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), {
      title: text('月份', 'Month'),
      hint: text('如 2026-11', 'e.g. 2026-11'),
      widget: 'line',
    }),
  }),
  fill: async (db, { month }, { actor, now, zone, policy }): Promise<ReportContent> => {
    const first = `${month}-01`
    const last = addDays(dayOfLaterMonth(first, 1, 1), -1)
    const { rows } = await sql<StoreMonth>`
      select w.id as warehouse_id, w.name, (w.created_at at time zone ${zone})::date::text as since,
        count(c.id) filter (where c.kind = 'reading')::int as readings,
        count(c.id) filter (where c.kind = 'reading' and c.state = 'in-range')::int as in_range,
        count(c.id) filter (where c.timing = 'late')::int as late,
        count(c.id) filter (where c.kind = 'missed')::int as explained,
        count(c.id) filter (where c.kind = 'reading' and c.window_from is not null)::int as served,
        count(c.id) filter (where c.kind in ('reading', 'excursion') and c.state <> 'in-range')::int as excursions,
        min(c.temperature) as temperature_low, round(avg(c.temperature)::numeric, 1)::float as temperature_mean,
        max(c.temperature) as temperature_high, min(c.humidity) as humidity_low,
        round(avg(c.humidity)::numeric, 1)::float as humidity_mean, max(c.humidity) as humidity_high
      from warehouse w left join storage_condition c on c.warehouse_id = w.id and c.state <> 'voided'
        and c.kind in ('reading', 'missed', 'excursion') and c.log_day between ${first} and ${last}
      where w.state = 'active' and w.site_id = ${actor.siteId}
      group by w.id order by w.is_main desc, w.created_at, w.id`.execute(db)
    const windows = policy(logWindows)
    const until = [last, dayOf(now, zone)].sort()[0] ?? last
    const asked = ({ since }: StoreMonth): number => {
      let count = 0
      for (let day = first > since ? first : since; day <= until; day = addDays(day, 1))
        count += windows.filter(window => windowOn(day, window, zone).to < now).length
      return count
    }
    const list = rows.map(row => {
      const due = asked(row)
      const share = row.readings === 0 ? null : Math.round((row.inRange / row.readings) * 1000) / 10
      return { ...row, due, missed: Math.max(0, due - row.served), share }
    })
    const sum = (of: (row: (typeof list)[number]) => number) => list.reduce((total, row) => total + of(row), 0)
    const readings = sum(row => row.readings)
    const missed = sum(row => row.missed)
    const excursions = sum(row => row.excursions)
    const names = list.map(row => row.name)
    return {
      title: text('库房温湿度月汇总', 'Conditions of stores'),
      period: text(month, month),
      figures: [
        { title: text('人工记录', 'Readings'), value: readings },
        {
          title: text('在范围内', 'In range'),
          value: readings === 0 ? null : Math.round((sum(row => row.inRange) / readings) * 1000) / 10,
          unit: text('%', '%'),
        },
        { title: text('漏记时段', 'Missed windows'), value: missed, ...(missed > 0 && { tone: 'warn' as const }) },
        { title: text('迟记', 'Late'), value: sum(row => row.late) },
        {
          title: text('超范围', 'Out of range'),
          value: excursions,
          ...(excursions > 0 && { tone: 'late' as const }),
        },
      ],
      charts: [
        {
          name: 'temperature',
          title: text('各库房温度', 'Temperature by store'),
          kind: 'bar',
          unit: text('℃', '°C'),
          categories: names,
          series: [
            { title: text('最低', 'Lowest'), values: list.map(row => row.temperatureLow) },
            { title: text('平均', 'Mean'), values: list.map(row => row.temperatureMean) },
            { title: text('最高', 'Highest'), values: list.map(row => row.temperatureHigh) },
          ],
          drill: list.map(row => ({ warehouseId: row.warehouseId })),
        },
        {
          name: 'humidity',
          title: text('各库房相对湿度', 'Relative humidity by store'),
          kind: 'bar',
          unit: text('%RH', '%RH'),
          categories: names,
          series: [
            { title: text('最低', 'Lowest'), values: list.map(row => row.humidityLow) },
            { title: text('平均', 'Mean'), values: list.map(row => row.humidityMean) },
            { title: text('最高', 'Highest'), values: list.map(row => row.humidityHigh) },
          ],
          drill: list.map(row => ({ warehouseId: row.warehouseId })),
        },
      ],
      tables: [
        {
          title: text('各库房', 'Stores'),
          columns: [
            column('name', text('库房', 'Store'), 'line', 22),
            column('due', text('应记时段', 'Windows'), 'number', 9),
            column('readings', text('记录', 'Readings'), 'number', 8),
            column('missed', text('漏记', 'Missed'), 'number', 8),
            column('explained', text('已说明', 'Explained'), 'number', 8),
            column('late', text('迟记', 'Late'), 'number', 8),
            column('share', text('在范围内 %', 'In range %'), 'number', 10),
            column('temperatureLow', text('最低 ℃', 'Lowest °C'), 'number', 9),
            column('temperatureMean', text('平均 ℃', 'Mean °C'), 'number', 9),
            column('temperatureHigh', text('最高 ℃', 'Highest °C'), 'number', 9),
            column('humidityLow', text('最低 %RH', 'Lowest %RH'), 'number', 9),
            column('humidityMean', text('平均 %RH', 'Mean %RH'), 'number', 9),
            column('humidityHigh', text('最高 %RH', 'Highest %RH'), 'number', 9),
            column('excursions', text('超范围', 'Out of range'), 'number', 9),
          ],
          rows: list.map(row => ({ ...row })),
        },
      ],
      notes: [
        text(
          '温湿度按人工记录计算；作废的记录不计。应记时段按现行时段数和已过的日子计算。',
          'Figures are those of readings by hand; voided ones are left out. Windows are counted by those in force and the days past.',
        ),
      ],
    }
  },
})

import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { BLANK } from '../../../kernel/ledger.ts'
import { type Chart, type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { type Day, dayOf, dayOfLaterMonth } from '../../../kernel/time.ts'
import { barChart, NOT_STATED, named, paretoChart } from '../../../vocabulary/report-chart.ts'
import { monthTitle, type Period, wholeOf } from '../../../vocabulary/report-period.ts'
import { percent, perThousand } from '../../../vocabulary/statistics.ts'
import { clockTitles } from '../deadlines.ts'
import { causes, kinds } from '../taxonomy.ts'
import { clockShares, onTimeChart } from './clocks.ts'
import {
  COUNTED,
  complaintsBy,
  complaintsByLot,
  complaintsByMonth,
  complaintsByProduct,
  type Group,
  unitsDelivered,
} from './figures.ts'

const COUNT = text('起数', 'Complaints')
const CASES = text('起', 'cases')

const sum = (groups: readonly Group[], key: 'count' | 'confirmed' | 'unfounded'): number =>
  groups.reduce((total, group) => total + group[key], 0)

/** 顾客投诉查询商品质量记录表 (S01-4.4g, R03): the quarter's complaints by product, lot, cause, region and month. */
export const quarterlySheet = report({
  name: 'quarterly',
  title: text('顾客投诉查询商品质量记录表', 'Quarterly sheet of complaints and product quality'),
  fulfils: ['S01-4.4g', 'S01-5a', 'S10-1a'],
  by: [],
  periodic: {
    duty: 'quarterly-sheet',
    params: ({ year, part }) => ({ year, quarter: part }),
    authors: ['quality'],
    signers: ['quality-head'],
    sections: ['situation', 'causes', 'measures'],
    readers: ['quality-head', 'general-manager', 'sales-head', 'service-head'],
  },
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
    quarter: field(z.int().min(1).max(4), { title: text('季度', 'Quarter'), widget: 'number' }),
  }),
  fill: async (db, { year, quarter }, { now, zone }): Promise<ReportContent> => {
    const period = wholeOf('quarter', year, quarter, zone)
    const [products, lots, byCause, provinces, byKind, months, clocks, delivered] = await Promise.all([
      complaintsByProduct(db, period),
      complaintsByLot(db, period),
      complaintsBy(db, period, 'cause'),
      complaintsBy(db, period, 'province'),
      complaintsBy(db, period, 'kind'),
      complaintsByMonth(db, period, zone),
      clockShares(db, period, now),
      unitsDelivered(db, period),
    ])
    const total = sum(byKind, 'count')
    const due = clocks.reduce((all, clock) => all + clock.due, 0)
    const onTime = clocks.reduce((all, clock) => all + clock.onTime, 0)
    const late = clocks.reduce((all, clock) => all + clock.late, 0)
    const share = percent(onTime, due)
    return {
      title: quarterlySheet.title,
      period: period.title,
      figures: [
        { title: text('投诉与查询', 'Complaints and queries'), value: total, unit: text('起', 'cases') },
        { title: text('查实', 'Confirmed'), value: sum(byKind, 'confirmed'), unit: text('起', 'cases') },
        { title: text('不成立', 'Unfounded'), value: sum(byKind, 'unfounded'), unit: text('起', 'cases') },
        {
          title: text('时限按时率', 'Clocks on time'),
          value: share,
          unit: text('%', '%'),
          tone: share === null || share >= 95 ? 'ok' : share >= 80 ? 'warn' : 'late',
        },
        { title: text('超期', 'Late'), value: late, unit: text('项', 'clocks'), tone: late > 0 ? 'late' : 'ok' },
        {
          title: text('每千件投诉', 'Per 1,000 units delivered'),
          value: perThousand(total, delivered),
          unit: text('起', 'cases'),
        },
      ],
      charts: [
        byMonth(period, months, dayOf(now, zone)),
        paretoChart({
          name: 'product',
          title: text('按产品', 'By product'),
          groups: products,
          label: group => group.key ?? NOT_STATED,
          ...counts,
          drill: group => (group.productId ? { ...COUNTED, productId: group.productId } : null),
        }),
        paretoChart({
          name: 'cause',
          title: text('按原因', 'By cause'),
          groups: byCause,
          label: group => (group.key ? (causes[group.key as keyof typeof causes] ?? group.key) : NOT_STATED),
          ...counts,
          drill: group => ({ ...COUNTED, causeCategory: group.key ?? BLANK }),
        }),
        barChart({
          name: 'lot',
          title: text('按批号', 'By lot'),
          groups: lots,
          label: group => group.key ?? group.lotNo,
          ...counts,
          drill: group => (group.productId ? { ...COUNTED, productId: group.productId, lotNo: group.lotNo } : null),
        }),
        barChart({
          name: 'region',
          title: text('按地区', 'By region'),
          groups: provinces,
          label: group => group.key ?? NOT_STATED,
          ...counts,
          drill: group => ({ ...COUNTED, province: group.key ?? BLANK }),
        }),
        onTimeChart(clocks, COUNTED),
      ],
      tables: [
        {
          title: text('商品质量', 'Products'),
          columns: [
            column('product', text('产品', 'Product'), 'line', 26),
            column('count', text('起数', 'Cases'), 'number', 8),
            column('confirmed', text('查实', 'Confirmed'), 'number', 8),
            column('unfounded', text('不成立', 'Unfounded'), 'number', 8),
            column('delivered', text('同期发货', 'Delivered'), 'number', 10),
            column('rate', text('每千件', 'Per 1,000'), 'number', 10),
          ],
          rows: products.map(group => ({
            product: group.key,
            count: group.count,
            confirmed: group.confirmed,
            unfounded: group.unfounded,
            delivered: group.delivered,
            rate: perThousand(group.count, group.delivered),
          })),
        },
        {
          title: text('类别', 'Kinds'),
          columns: [
            column('kind', text('类别', 'Kind'), 'choice', 20, { options: named(kinds) }),
            column('count', text('起数', 'Cases'), 'number', 8),
            column('confirmed', text('查实', 'Confirmed'), 'number', 8),
            column('unfounded', text('不成立', 'Unfounded'), 'number', 8),
          ],
          rows: byKind.map(group => ({
            kind: group.key,
            count: group.count,
            confirmed: group.confirmed,
            unfounded: group.unfounded,
          })),
        },
        {
          title: text('时限', 'Clocks'),
          columns: [
            column('clock', text('时限', 'Clock'), 'choice', 20, { options: named(clockTitles) }),
            column('due', text('应完成', 'Due'), 'number', 8),
            column('onTime', text('按时', 'On time'), 'number', 8),
            column('late', text('超期', 'Late'), 'number', 8),
            column('share', text('按时率 %', 'On time %'), 'number', 10),
          ],
          rows: clocks.map(clock => ({
            clock: clock.name,
            due: clock.due,
            onTime: clock.onTime,
            late: clock.late,
            share: percent(clock.onTime, clock.due),
          })),
        },
      ],
      notes: [
        text(
          '按接到时间统计；已合并、作废和判定不属投诉的不计。每千件 = 起数 ÷ 同期发货件数 × 1000。',
          'Counted by receipt; merged, voided and non-complaints are left out. Per 1,000 = cases ÷ units delivered in the period × 1000.',
        ),
      ],
    }
  },
})

/** Months that have not begun have no number, not a zero. */
const byMonth = (period: Period, months: ReadonlyMap<string, number>, today: Day): Chart => ({
  name: 'month',
  title: text('按月', 'By month'),
  kind: 'line',
  categories: period.months.map(monthTitle),
  series: [{ title: COUNT, values: period.months.map(day => (day > today ? null : (months.get(day) ?? 0))) }],
  unit: CASES,
  drill: period.months.map(day => (day > today ? null : { ...COUNTED, from: day, to: dayOfLaterMonth(day, 0, 31) })),
})

const counts = { value: (group: Group) => group.count, counted: COUNT, unit: CASES }

import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type Chart, type ReportContent, report } from '../../../kernel/report.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { type Day, dayOf } from '../../../kernel/time.ts'
import type { Column } from '../../../kernel/view.ts'
import { clockTitles } from '../deadlines.ts'
import { causes, kinds } from '../taxonomy.ts'
import {
  complaintsBy,
  complaintsByMonth,
  complaintsByProduct,
  type Group,
  type Punctuality,
  punctuality,
  unitsDelivered,
} from './figures.ts'
import { type Period, quarterOf } from './period.ts'

const COUNT = text('起数', 'Complaints')
const NOT_STATED = text('未填写', 'Not stated')
const MOST = 15

/** Complaints for each thousand units delivered, to two decimals; null where nothing was delivered. */
export const perThousand = (count: number, delivered: number): number | null =>
  delivered > 0 ? Math.round((count / delivered) * 100_000) / 100 : null

/** Share in percent, to one decimal; null where there is nothing to share. */
export const percent = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 1000) / 10 : null

const sum = (groups: readonly Group[], key: 'count' | 'confirmed' | 'unfounded'): number =>
  groups.reduce((total, group) => total + group[key], 0)

const named = (titles: Readonly<Record<string, Text>>): Column['options'] =>
  Object.fromEntries(Object.entries(titles).map(([key, title]) => [key, { title }]))

/** 顾客投诉查询商品质量记录表 (S01-4.4g, R03): the quarter's complaints by product, lot, cause, region and month. */
export const quarterlySheet = report({
  name: 'quarterly',
  title: text('顾客投诉查询商品质量记录表', 'Quarterly sheet of complaints and product quality'),
  fulfils: ['S01-4.4g', 'S01-5a', 'S10-1a'],
  by: [],
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
    quarter: field(z.int().min(1).max(4), { title: text('季度', 'Quarter'), widget: 'number' }),
  }),
  fill: async (db, { year, quarter }, { now, zone }): Promise<ReportContent> => {
    const period = quarterOf(year, quarter, zone)
    const [products, lots, byCause, provinces, byKind, months, clocks, delivered] = await Promise.all([
      complaintsByProduct(db, period),
      complaintsBy(db, period, 'lot'),
      complaintsBy(db, period, 'cause'),
      complaintsBy(db, period, 'province'),
      complaintsBy(db, period, 'kind'),
      complaintsByMonth(db, period, zone),
      punctuality(db, period, now),
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
        pareto(
          'product',
          text('按产品', 'By product'),
          products,
          group => group.key ?? NOT_STATED,
          group => (group.productId ? { productId: group.productId } : null),
        ),
        pareto(
          'cause',
          text('按原因', 'By cause'),
          byCause,
          group => (group.key ? (causes[group.key as keyof typeof causes] ?? group.key) : NOT_STATED),
          group => (group.key ? { causeCategory: group.key } : null),
        ),
        bars(
          'lot',
          text('按批号', 'By lot'),
          lots.filter(group => group.key),
          group => group.key ?? '',
        ),
        bars(
          'region',
          text('按地区', 'By region'),
          provinces,
          group => group.key ?? NOT_STATED,
          group => (group.key ? { province: group.key } : null),
        ),
        onTimeChart(clocks),
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
  categories: period.months.map(day => text(`${Number(day.slice(5, 7))} 月`, day.slice(0, 7))),
  series: [{ title: COUNT, values: period.months.map(day => (day > today ? null : (months.get(day) ?? 0))) }],
  unit: text('起', 'cases'),
})

type Drill<G> = (group: G) => Readonly<Record<string, string>> | null

function bars<G extends Group>(
  name: string,
  title: Text,
  groups: readonly G[],
  label: (group: G) => Text | string,
  drill?: Drill<G>,
): Chart {
  const shown = groups.slice(0, MOST)
  return {
    name,
    title,
    kind: 'bar',
    categories: shown.map(label),
    series: [{ title: COUNT, values: shown.map(group => group.count) }],
    unit: text('起', 'cases'),
    ...(drill && { drill: shown.map(drill) }),
  }
}

/** The most frequent first; the screen and the print draw the cumulated share. */
const pareto = <G extends Group>(
  name: string,
  title: Text,
  groups: readonly G[],
  label: (group: G) => Text | string,
  drill?: Drill<G>,
): Chart => ({
  ...bars(name, title, groups, label, drill),
  kind: 'pareto',
})

const onTimeChart = (clocks: readonly Punctuality[]): Chart => ({
  name: 'on-time',
  title: text('各时限按时率', 'On time by clock'),
  kind: 'bar',
  categories: clocks.map(clock => clockTitles[clock.name] ?? clock.name),
  series: [{ title: text('按时率', 'On time'), values: clocks.map(clock => percent(clock.onTime, clock.due)) }],
  unit: text('%', '%'),
  limit: { value: 95, title: text('目标 95%', 'target 95%') },
})

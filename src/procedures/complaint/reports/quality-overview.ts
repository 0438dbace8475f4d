import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import { type Chart, type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, dayOf, dayOfLaterMonth, endOfDay, startOfDay } from '../../../kernel/time.ts'
import { COUNTED_COMPLAINTS, monthlyCounts } from '../../../vocabulary/quality-rates.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import {
  barChart,
  boxChart,
  controlChart,
  type Drill,
  leadsNowhere,
  NOT_STATED,
  named,
  paretoChart,
} from '../../../vocabulary/report-chart.ts'
import { monthsFrom, monthTitle, type Period } from '../../../vocabulary/report-period.ts'
import { breaksOf, percent, perThousand, trendOf, uChart, vitalFew } from '../../../vocabulary/statistics.ts'
import { states } from '../complaint.ts'
import { clockTitles } from '../deadlines.ts'
import { causes, responsibilities } from '../taxonomy.ts'
import {
  type ClockShare,
  clocksOf,
  foundByMonth,
  groupedBy,
  groupedByLot,
  type LotRate,
  nonconformingBySupplier,
  type OverviewFilter,
  type OverviewGroup,
} from './overview-figures.ts'
import { MEASURED, type Phase, phasesOf } from './phases.ts'

const COUNT = text('起数', 'Complaints')
const CASES = text('起', 'cases')
/** The control chart needs as many months, whatever the period of the report. */
const MONTHS = 12

const params = z.strictObject({
  from: field(daySchema, { title: text('自', 'From'), widget: 'day' }),
  to: field(daySchema, { title: text('至', 'To'), widget: 'day' }),
  productId: field(z.uuid().optional(), { title: text('产品', 'Product'), widget: 'product' }),
  partyId: field(z.uuid().optional(), { title: text('客户', 'Customer'), widget: 'party' }),
})

/** 质量统计: rate with control limits, trend, Pareto by product, lot, supplier, customer, cause and responsibility, clocks, phases. */
export const qualityOverview = report({
  name: 'quality-overview',
  title: text('质量统计', 'Quality statistics'),
  fulfils: ['S01-4.4g', 'S02-4.3.4b', 'S10-1a'],
  by: [],
  params,
  fill: async (db, { from, to, ...filter }, { now, zone }): Promise<ReportContent> => {
    const [first, last] = from <= to ? [from, to] : [to, from]
    const period: Period = {
      title: text(`${first} 至 ${last}`, `${first} to ${last}`),
      from: startOfDay(first, zone),
      to: endOfDay(last, zone),
      firstDay: first,
      lastDay: last,
      months: [],
    }
    const start = dayOfLaterMonth(last, 1 - MONTHS, 1)
    const wide = monthsFrom(Number(start.slice(0, 4)), Number(start.slice(5, 7)), MONTHS, zone, period.title)
    const today = dayOf(now, zone)
    const [rates, found, products, suppliers, customers, byCause, byRole, lots, clocks, phases, goods, sent] =
      await Promise.all([
        monthlyCounts(db, wide, zone, 'all', filter),
        foundByMonth(db, wide, filter, zone),
        groupedBy(db, period, filter, 'product'),
        groupedBy(db, period, filter, 'supplier'),
        groupedBy(db, period, filter, 'customer'),
        groupedBy(db, period, filter, 'cause'),
        groupedBy(db, period, filter, 'responsibility'),
        groupedByLot(db, period, filter),
        clocksOf(db, period, filter, now),
        phasesOf(db, period, filter),
        nonconformingBySupplier(db, period, filter),
        unitsOf(db, period, filter),
      ])
    const total = byRole.reduce((all, group) => all + group.count, 0)
    const due = clocks.shares.reduce((all, clock) => all + clock.due, 0)
    const onTime = percent(
      clocks.shares.reduce((all, clock) => all + clock.onTime, 0),
      due,
    )
    const own: Drill = {
      state: COUNTED_COMPLAINTS,
      ...(filter.productId && { productId: filter.productId }),
      ...(filter.partyId && { partyId: filter.partyId }),
    }
    const by = (key: string) => (group: OverviewGroup) => (group.id === null ? null : { ...own, [key]: group.id })
    const counts = { value: (group: OverviewGroup) => group.count, counted: COUNT, unit: CASES }
    const label = (group: OverviewGroup) => group.name ?? NOT_STATED
    return {
      title: qualityOverview.title,
      period: period.title,
      figures: [
        { title: text('投诉与查询', 'Complaints and queries'), value: total, unit: CASES },
        {
          title: text('查实', 'Confirmed'),
          value: byRole.reduce((all, group) => all + group.confirmed, 0),
          unit: CASES,
        },
        { title: text('发货', 'Delivered'), value: sent, unit: text('件', 'units') },
        { title: text('每千件投诉', 'Per 1,000 units'), value: perThousand(total, sent), unit: CASES },
        {
          title: text('时限按时率', 'Clocks on time'),
          value: onTime,
          unit: text('%', '%'),
          tone: onTime === null || onTime >= 95 ? 'ok' : onTime >= 80 ? 'warn' : 'late',
        },
        {
          title: text('不合格品', 'Nonconforming goods'),
          value: goods.reduce((all, group) => all + group.count, 0),
          unit: CASES,
        },
      ],
      charts: [
        rateChart(wide, rates, today, own),
        trendChart(wide, found, today, own),
        paretoChart({
          name: 'product',
          title: text('按产品', 'By product'),
          groups: products,
          label,
          ...counts,
          drill: by('productId'),
          ...few(products),
        }),
        paretoChart({
          name: 'cause',
          title: text('按原因', 'By cause'),
          groups: byCause,
          label: group => (group.id ? (causes[group.id as keyof typeof causes] ?? group.id) : NOT_STATED),
          ...counts,
          drill: by('causeCategory'),
        }),
        paretoChart({
          name: 'lot',
          title: text('按批号', 'By lot'),
          groups: lots,
          label: (group: LotRate) => group.name ?? group.lotNo,
          value: (group: LotRate) => group.count,
          counted: COUNT,
          unit: CASES,
          drill: (group: LotRate) => ({ ...own, productId: group.productId, lotNo: group.lotNo }),
        }),
        paretoChart({
          name: 'supplier',
          title: text('按供货者（生产企业）', 'By supplier (maker)'),
          groups: suppliers,
          label,
          ...counts,
          drill: by('manufacturerId'),
        }),
        paretoChart({
          name: 'customer',
          title: text('按客户', 'By customer'),
          groups: customers,
          label,
          ...counts,
          drill: by('partyId'),
        }),
        barChart({
          name: 'responsibility',
          title: text('按责任', 'By responsibility'),
          groups: byRole,
          label: group =>
            group.id ? (responsibilities[group.id as keyof typeof responsibilities] ?? group.id) : NOT_STATED,
          ...counts,
          drill: by('decidedResponsibility'),
        }),
        onTimeChart(clocks.shares),
        phaseChart(phases),
        paretoChart({
          name: 'nonconforming',
          title: text('不合格品按供货者', 'Nonconforming goods by supplier'),
          groups: goods,
          label,
          ...counts,
          opens: { procedure: 'nonconforming' },
          drill: group =>
            group.id === null
              ? null
              : { supplierId: group.id, state: FINDINGS, ...(filter.productId && { productId: filter.productId }) },
        }),
      ],
      tables: [
        {
          title: text('批号', 'Lots'),
          columns: [
            column('lot', text('产品与批号', 'Product and lot'), 'line', 32),
            column('count', COUNT, 'number', 8),
            column('confirmed', text('查实', 'Confirmed'), 'number', 8),
            column('delivered', text('该批累计发货', 'Delivered of the lot'), 'number', 12),
            column('rate', text('每千件', 'Per 1,000'), 'number', 10),
          ],
          rows: lots.map(group => ({
            lot: group.name,
            count: group.count,
            confirmed: group.confirmed,
            delivered: group.delivered,
            rate: perThousand(group.count, group.delivered),
          })),
        },
        {
          title: text('超期的时限', 'Clocks that ran out'),
          columns: [
            column('number', text('编号', 'No.'), 'code', 15),
            column('clock', text('时限', 'Clock'), 'choice', 22, { options: named(clockTitles) }),
            column('dueAt', text('应于', 'Due'), 'instant', 16),
            column('metAt', text('完成', 'Done'), 'instant', 16),
            column('hours', text('超期小时', 'Hours late'), 'number', 10),
          ],
          rows: clocks.late.map(item => ({ ...item })),
        },
      ],
      notes: [
        leadsNowhere(text('各时限按时率', 'On time by clock'), text('各阶段用时', 'Time spent by phase')),
        text(
          '按接到时间统计；已合并、作废和判定不属投诉的不计。每千件 = 起数 ÷ 同期发货件数 × 1000。',
          'Counted by receipt; merged, voided and non-complaints are left out. Per 1,000 = cases ÷ units delivered in the period × 1000.',
        ),
        text(
          `控制图为 u 图：每月的界限按当月发货量计算，ū ± 3·√(ū ÷ n)；判异：一点超出 3σ、连续八点在同一侧、三点中两点超出 2σ（上侧）。图示截至期末的 ${MONTHS} 个月。`,
          `The control chart is a u chart: each month has limits by its own deliveries, ū ± 3·√(ū ÷ n). Out of control: one point beyond 3σ, eight in a row on one side, two of three beyond 2σ (upper side). It covers the ${MONTHS} months up to the end of the period.`,
        ),
        text(
          `阶段用时取自操作轨迹，按期间内最近 ${MEASURED} 起计算，仍在进行的阶段不计。`,
          `Time in each phase comes from the trail, of at most the ${MEASURED} youngest cases; phases that still last are left out.`,
        ),
      ],
    }
  },
})

/** States of nonconforming goods that count: all but those entered in error. */
const FINDINGS = 'reported,cleared,confirmed,to-move,isolated,disposing,awaiting-destruction,destroyed,filed,released'

/** Units delivered in a period, of the product and to the customer that were chosen. */
async function unitsOf(db: AnyDatabase, period: Period, { productId, partyId }: OverviewFilter): Promise<number> {
  const row = await db
    .selectFrom('delivery')
    .select(eb => eb.fn.coalesce(eb.fn.sum<number>('quantity'), eb.lit(0)).as('units'))
    .where('deliveredOn', '>=', period.firstDay)
    .where('deliveredOn', '<=', period.lastDay)
    .$if(productId !== undefined, query => query.where('productId', '=', productId))
    .$if(partyId !== undefined, query => query.where('partyId', '=', partyId))
    .executeTakeFirst()
  return Number(row?.units ?? 0)
}

const monthDrill = (day: string, today: string, own: Drill): Drill | null =>
  day > today ? null : { ...own, from: day, to: dayOfLaterMonth(day, 0, 31) }

function rateChart(
  { months }: Period,
  rates: Awaited<ReturnType<typeof monthlyCounts>>,
  today: string,
  own: Drill,
): Chart {
  const known = new Map(rates.map(row => [row.month, row]))
  // the month that runs is not over: its rate says nothing yet
  const over = (day: string): boolean => addDays(dayOfLaterMonth(day, 0, 31), 1) <= today
  const points = uChart(
    months.map(day => ({
      count: known.get(day)?.count ?? 0,
      area: over(day) ? (known.get(day)?.units ?? 0) / 1000 : null,
    })),
  )
  return controlChart({
    name: 'rate',
    title: text('每千件投诉率控制图', 'Complaints per 1,000 units, control chart'),
    value: text('每千件', 'Per 1,000'),
    unit: CASES,
    categories: months.map(monthTitle),
    points,
    marked: [...new Set(breaksOf(points).map(item => item.points.at(-1) ?? 0))],
    drill: months.map(day => monthDrill(day, today, own)),
  })
}

function trendChart(
  { months }: Period,
  found: Awaited<ReturnType<typeof foundByMonth>>,
  today: string,
  own: Drill,
): Chart {
  const shown = (key: 'confirmed' | 'unfounded' | 'open') =>
    months.map(day => (day > today ? null : (found.get(day)?.[key] ?? 0)))
  const sums = months
    .filter(day => day.slice(0, 7) < today.slice(0, 7))
    .map(day => {
      const one = found.get(day)
      return one ? one.confirmed + one.unfounded + one.open : 0
    })
  const words = {
    rising: text('呈上升趋势', 'rising'),
    falling: text('呈下降趋势', 'falling'),
    none: text('无明显趋势', 'without a clear trend'),
  }[trendOf(sums)]
  const whole = sums.reduce((all, value) => all + value, 0)
  return {
    name: 'trend',
    title: text('按月趋势', 'Trend by month'),
    kind: 'stacked',
    categories: months.map(monthTitle),
    series: [
      { title: text('查实', 'Confirmed'), values: shown('confirmed') },
      { title: text('不成立', 'Unfounded'), values: shown('unfounded') },
      { title: text('未定', 'Not decided'), values: shown('open') },
    ],
    unit: CASES,
    finding: text(
      `已结束的 ${sums.length} 个月共 ${whole} 起，${words.zh}（Mann–Kendall 检验，5%）。`,
      `${whole} cases in the ${sums.length} months that are over, ${words.en} (Mann–Kendall test at 5%).`,
    ),
    drill: months.map(day => monthDrill(day, today, own)),
  }
}

/** The vital few of a Pareto chart in words; nothing to say of less than three groups. */
function few(groups: readonly OverviewGroup[]): Pick<Chart, 'finding'> {
  const count = vitalFew(groups.map(group => group.count))
  return groups.length < 3
    ? {}
    : {
        finding: text(
          `${groups.length} 项中前 ${count} 项合计占八成；最多的是${groups[0]?.name ?? '未填写'}，${groups[0]?.count ?? 0} 起。`,
          `The first ${count} of ${groups.length} make up 80%; most are of ${groups[0]?.name ?? 'none stated'}, ${groups[0]?.count ?? 0}.`,
        ),
      }
}

const onTimeChart = (clocks: readonly ClockShare[]): Chart =>
  barChart({
    name: 'on-time',
    title: text('各时限按时率', 'On time by clock'),
    groups: clocks,
    label: clock => clockTitles[clock.name] ?? clock.name,
    value: clock => percent(clock.onTime, clock.due),
    counted: text('按时率', 'On time'),
    unit: text('%', '%'),
    limit: { value: 95, title: text('目标 95%', 'target 95%') },
  })

const phaseChart = (phases: readonly Phase[]): Chart =>
  boxChart({
    name: 'phases',
    title: text('各阶段用时', 'Time spent by phase'),
    unit: text('小时', 'hours'),
    boxes: Object.entries(states).flatMap(([state, { title }]) => {
      const phase = phases.find(item => item.state === state)
      return phase ? [{ label: title, numbers: phase.numbers }] : []
    }),
  })

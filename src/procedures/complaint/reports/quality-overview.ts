import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf, endOfDay, startOfDay } from '../../../kernel/time.ts'
import { COUNTED_COMPLAINTS, monthlyCounts } from '../../../vocabulary/quality-rates.ts'
import { rateChart } from '../../../vocabulary/rate-chart.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { type Drill, named } from '../../../vocabulary/report-chart.ts'
import { monthsUpTo, type Period } from '../../../vocabulary/report-period.ts'
import { percent, perThousand } from '../../../vocabulary/statistics.ts'
import { clockTitles } from '../deadlines.ts'
import { clockShares, lateClocks, onTimeChart } from './clocks.ts'
import { unitsDelivered } from './figures.ts'
import { CASES, COUNT, groupCharts, nonconformingChart, trendChart } from './overview-charts.ts'
import { foundByMonth, groupedBy, groupedByLot, nonconformingBySupplier } from './overview-figures.ts'
import { MEASURED, phaseChart, phasesOf } from './phases.ts'

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
    const wide = monthsUpTo(last, MONTHS, zone, period.title)
    const today = dayOf(now, zone)
    const [rates, found, products, suppliers, customers, byCause, byRole, lots, shares, late, phases, goods, sent] =
      await Promise.all([
        monthlyCounts(db, wide, zone, 'all', filter),
        foundByMonth(db, wide, filter, zone),
        groupedBy(db, period, filter, 'product'),
        groupedBy(db, period, filter, 'supplier'),
        groupedBy(db, period, filter, 'customer'),
        groupedBy(db, period, filter, 'cause'),
        groupedBy(db, period, filter, 'responsibility'),
        groupedByLot(db, period, filter),
        clockShares(db, period, now, filter),
        lateClocks(db, period, now, filter),
        phasesOf(db, period, zone, filter),
        nonconformingBySupplier(db, period, filter),
        unitsDelivered(db, period, filter),
      ])
    const total = byRole.reduce((all, group) => all + group.count, 0)
    const due = shares.reduce((all, clock) => all + clock.due, 0)
    const onTime = percent(
      shares.reduce((all, clock) => all + clock.onTime, 0),
      due,
    )
    const own: Drill = {
      state: COUNTED_COMPLAINTS,
      ...(filter.productId && { productId: filter.productId }),
      ...(filter.partyId && { partyId: filter.partyId }),
    }
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
          value: goods[0]?.whole ?? 0,
          unit: CASES,
        },
      ],
      charts: [
        rateChart(wide.months, rates, own, today).chart,
        trendChart(wide, found, today, own),
        ...groupCharts({ products, byCause, lots, suppliers, customers, byRole }, own),
        onTimeChart(shares, own),
        phaseChart(phases, own),
        nonconformingChart(goods, filter),
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
          rows: late.map(item => ({ ...item })),
        },
      ],
      notes: [
        text(
          '按接到时间统计；已合并、作废和判定不属投诉的不计。每千件 = 起数 ÷ 同期发货件数 × 1000。',
          'Counted by receipt; merged, voided and non-complaints are left out. Per 1,000 = cases ÷ units delivered in the period × 1000.',
        ),
        text(
          `控制图为 u 图：每月的界限按当月发货量计算，ū ± 3·√(ū ÷ n)；判异：一点超出 3σ、连续八点在同一侧、三点中两点超出 2σ（上侧）。图示截至期末的 ${MONTHS} 个月。`,
          `The control chart is a u chart: each month has limits by its own deliveries, ū ± 3·√(ū ÷ n). Out of control: one point beyond 3σ, eight in a row on one side, two of three beyond 2σ (upper side). It covers the ${MONTHS} months up to the end of the period.`,
        ),
        text(
          '时限按投诉计：一件投诉同一时限多次计时的，只要有一次超期即计为超期；尚未到期的不计。',
          'Clocks are counted by complaint: one that ran several times counts as late if it was late once; those not yet due are left out.',
        ),
        text(
          `阶段用时取自操作轨迹，按 ${phases.since} 起接到的投诉计算（期间内最近的，不超过 ${MEASURED} 起），仍在进行的阶段不计。`,
          `Time in each phase comes from the trail, of the complaints received since ${phases.since} (the youngest of the period, at most ${MEASURED}); phases that still last are left out.`,
        ),
      ],
    }
  },
})

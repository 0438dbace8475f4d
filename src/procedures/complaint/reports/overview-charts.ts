import { BLANK } from '../../../kernel/ledger.ts'
import type { Chart } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import type { Day } from '../../../kernel/time.ts'
import { monthDrill } from '../../../vocabulary/rate-chart.ts'
import { barChart, type Drill, NOT_STATED, paretoChart } from '../../../vocabulary/report-chart.ts'
import { monthTitle, type Period } from '../../../vocabulary/report-period.ts'
import { trendOf, vitalFew } from '../../../vocabulary/statistics.ts'
import { causes, responsibilities } from '../taxonomy.ts'
import type { ComplaintFilter } from './figures.ts'
import type { LotRate, MonthFound, OverviewGroup } from './overview-figures.ts'

export const COUNT = text('起数', 'Complaints')
export const CASES = text('起', 'cases')

/** The groups of the overview. */
export interface Groups {
  readonly products: readonly OverviewGroup[]
  readonly byCause: readonly OverviewGroup[]
  readonly lots: readonly LotRate[]
  readonly suppliers: readonly OverviewGroup[]
  readonly customers: readonly OverviewGroup[]
  readonly byRole: readonly OverviewGroup[]
}

const of = <Group extends OverviewGroup>(groups: readonly Group[]) => ({ groups, whole: groups[0]?.whole ?? 0 })
const counts = { value: (group: OverviewGroup) => group.count, counted: COUNT, unit: CASES }
const label = (group: OverviewGroup) => group.name ?? NOT_STATED

/** Pareto charts by what complaints have in common; a bar leads to them, that of no value to those where it is blank. */
export function groupCharts({ products, byCause, lots, suppliers, customers, byRole }: Groups, own: Drill): Chart[] {
  const by = (column: string) => (group: OverviewGroup) => ({ ...own, [column]: group.id ?? BLANK })
  return [
    paretoChart({
      name: 'product',
      title: text('按产品', 'By product'),
      ...of(products),
      label,
      ...counts,
      drill: by('productId'),
      ...few(products),
    }),
    paretoChart({
      name: 'cause',
      title: text('按原因', 'By cause'),
      ...of(byCause),
      label: group => (group.id ? (causes[group.id as keyof typeof causes] ?? group.id) : NOT_STATED),
      ...counts,
      drill: by('causeCategory'),
    }),
    paretoChart({
      name: 'lot',
      title: text('按批号', 'By lot'),
      ...of(lots),
      label: group => group.name ?? group.lotNo,
      ...counts,
      drill: group => ({ ...own, productId: group.productId, lotNo: group.lotNo }),
    }),
    paretoChart({
      name: 'supplier',
      title: text('按供货者（生产企业）', 'By supplier (maker)'),
      ...of(suppliers),
      label,
      ...counts,
      drill: by('manufacturerId'),
    }),
    paretoChart({
      name: 'customer',
      title: text('按客户', 'By customer'),
      ...of(customers),
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
  ]
}

/** States of nonconforming goods that count: all but those entered in error. */
const FINDINGS = 'reported,cleared,confirmed,to-move,isolated,disposing,awaiting-destruction,destroyed,filed,released'

/** Nonconforming goods by supplier, of the product that was chosen. */
export const nonconformingChart = (goods: readonly OverviewGroup[], { productId }: ComplaintFilter): Chart =>
  paretoChart({
    name: 'nonconforming',
    title: text('不合格品按供货者', 'Nonconforming goods by supplier'),
    ...of(goods),
    label,
    ...counts,
    opens: { procedure: 'nonconforming' },
    drill: group => (group.id ? { supplierId: group.id, state: FINDINGS, ...(productId && { productId }) } : null),
  })

/** Complaints by month and by what was found, and whether they rise. */
export function trendChart({ months }: Period, found: ReadonlyMap<string, MonthFound>, today: Day, own: Drill): Chart {
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
    drill: months.map(day => monthDrill(day, own, today)),
  }
}

/** The vital few of a Pareto chart in words; nothing to say of less than three groups, or where those read are not enough. */
function few(groups: readonly OverviewGroup[]): Pick<Chart, 'finding'> {
  const whole = groups[0]?.whole ?? 0
  const values = groups.map(group => group.count)
  const most = groups.find(group => group.name !== null)
  const sum = values.reduce((all, value) => all + value, 0)
  if (groups.length < 3 || !most || sum < whole * 0.8) return {}
  const count = vitalFew(values, 0.8, whole)
  return {
    finding: text(
      `前 ${count} 项合计占八成；最多的是${most.name}，${most.count} 起。`,
      `The first ${count} make up 80%; most are of ${most.name}, ${most.count}.`,
    ),
  }
}

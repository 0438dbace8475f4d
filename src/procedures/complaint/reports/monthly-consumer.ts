import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type ReportContent, report } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { barChart, leadsNowhere, NOT_STATED, paretoChart } from '../../../vocabulary/report-chart.ts'
import { monthsFrom, monthTitle, wholeOf } from '../../../vocabulary/report-period.ts'
import { percent, perThousand } from '../../../vocabulary/statistics.ts'
import { causes, remedies } from '../taxonomy.ts'
import { complaintsBy, complaintsByMonth, complaintsByProduct, type Group, unitsDelivered } from './figures.ts'

const MONTHS_BEFORE = 5

/** 消费者投诉月度分析 (S02-4.3.4): numbers and rates of the month beside the five before. */
export const monthlyConsumerAnalysis = report({
  name: 'monthly-consumer',
  title: text('消费者投诉月度分析', 'Monthly analysis of consumer complaints'),
  fulfils: ['S02-4.3.4a', 'S02-4.3.4b'],
  by: [],
  periodic: {
    duty: 'monthly-consumer-analysis',
    params: ({ year, part }) => ({ year, month: part }),
    authors: ['after-sales-head'],
    signers: ['quality-head'],
    sections: ['situation', 'causes', 'measures'],
    readers: ['quality-head', 'service-head', 'sales-head'],
  },
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
    month: field(z.int().min(1).max(12), { title: text('月', 'Month'), widget: 'number' }),
  }),
  fill: async (db, { year, month }, { zone }): Promise<ReportContent> => {
    const period = wholeOf('month', year, month, zone)
    const first = month - MONTHS_BEFORE
    const wider = monthsFrom(
      first < 1 ? year - 1 : year,
      first < 1 ? first + 12 : first,
      MONTHS_BEFORE + 1,
      zone,
      period.title,
    )
    const [products, byCause, byRemedy, byKind, months, delivered] = await Promise.all([
      complaintsByProduct(db, period, 'consumer'),
      complaintsBy(db, period, 'cause', 'consumer'),
      complaintsBy(db, period, 'remedy', 'consumer'),
      complaintsBy(db, period, 'kind', 'consumer'),
      complaintsByMonth(db, wider, zone, 'consumer'),
      unitsDelivered(db, period),
    ])
    const total = byKind.reduce((all, group) => all + group.count, 0)
    const established = byKind.reduce((all, group) => all + group.confirmed, 0)
    const before = months.get(wider.months.at(-2) ?? '') ?? 0
    const cases = text('起', 'cases')
    const counts = { value: (group: Group) => group.count, counted: text('起数', 'Complaints'), unit: cases }
    return {
      title: monthlyConsumerAnalysis.title,
      period: period.title,
      figures: [
        { title: text('消费者投诉', 'Consumer complaints'), value: total, unit: cases },
        { title: text('上月', 'Month before'), value: before, unit: cases, tone: total > before ? 'warn' : 'ok' },
        { title: text('成立', 'Established'), value: established, unit: cases },
        { title: text('成立率', 'Share established'), value: percent(established, total), unit: text('%', '%') },
        { title: text('每千件投诉', 'Per 1,000 units delivered'), value: perThousand(total, delivered), unit: cases },
      ],
      charts: [
        {
          name: 'month',
          title: text('近六个月', 'Last six months'),
          kind: 'line',
          categories: wider.months.map(monthTitle),
          series: [{ title: text('起数', 'Complaints'), values: wider.months.map(day => months.get(day) ?? 0) }],
          unit: cases,
        },
        paretoChart({
          name: 'cause',
          title: text('按原因', 'By cause'),
          groups: byCause,
          label: group => (group.key ? (causes[group.key as keyof typeof causes] ?? group.key) : NOT_STATED),
          ...counts,
        }),
        barChart({
          name: 'remedy',
          title: text('按处理方案', 'By remedy'),
          groups: byRemedy,
          label: group =>
            group.key ? (remedies[group.key as keyof typeof remedies] ?? group.key) : text('未协商', 'None yet'),
          ...counts,
        }),
      ],
      tables: [
        {
          title: text('产品', 'Products'),
          columns: [
            column('product', text('产品', 'Product'), 'line', 26),
            column('count', text('起数', 'Cases'), 'number', 8),
            column('confirmed', text('成立', 'Established'), 'number', 8),
            column('rate', text('每千件', 'Per 1,000'), 'number', 10),
          ],
          rows: products.map(group => ({
            product: group.key ?? '',
            count: group.count,
            confirmed: group.confirmed,
            rate: perThousand(group.count, group.delivered),
          })),
        },
      ],
      notes: [
        leadsNowhere(text('近六个月', 'Last six months'), text('按原因', 'By cause'), text('按处理方案', 'By remedy')),
        text(
          '含消费者退换诉求和个人消费者的其他投诉。改进办法请在相应投诉上用“要求纠正或预防措施”提出。',
          'Covers returns asked for by consumers and their other complaints. Propose improvements as actions on the complaints concerned.',
        ),
      ],
    }
  },
})

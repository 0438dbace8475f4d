import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type Chart, type ReportContent, report } from '../../../kernel/report.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { addLocalMonths, dayOf } from '../../../kernel/time.ts'
import { barChart, type Drill, leadsNowhere, paretoChart } from '../../../vocabulary/report-chart.ts'
import { wholeOf } from '../../../vocabulary/report-period.ts'
import { share, yuan } from '../exchange-rate.ts'
import { accountingMonths, exchangeRate } from '../policies.ts'
import { verdicts } from '../taxonomy.ts'
import { byCustomer, byProduct, byVerdict, type CustomerFigures, refusedOnes, TAKEN } from './figures.ts'

const PIECES = text('件', 'pieces')
const pieces = { counted: text('数量', 'Quantity'), unit: PIECES }

/** Customers whose exchanged share is over the general limit. */
export const overLimit = (customers: readonly CustomerFigures[], limitPct: number): readonly CustomerFigures[] =>
  customers.filter(
    item => item.unsaleable > 0 && (share(item.exchanged, item.purchased) ?? Number.POSITIVE_INFINITY) > limitPct,
  )

const sum = (list: readonly CustomerFigures[], key: 'returns' | 'quantity' | 'amount' | 'complaints'): number =>
  list.reduce((total, item) => total + item[key], 0)

/** 调退货统计与售后客户信息月报 (S02-3.3c–d, 3.8a–b, 4.2.11b, 4.4a; R13, R24): a month by customer, product and verdict. */
export const monthlyReturns = report({
  name: 'monthly',
  title: text('调退货统计与售后客户信息月报', 'Monthly returns and after-sales information'),
  fulfils: ['S02-3.3c', 'S02-3.3d', 'S02-3.6a', 'S02-3.8a', 'S02-3.8b', 'S02-4.2.11a', 'S02-4.2.11b', 'S02-4.4a'],
  by: [],
  periodic: {
    duty: 'monthly-customer-information',
    params: ({ year, part }) => ({ year, month: part }),
    authors: ['after-sales-head'],
    signers: ['sales-head'],
    sections: ['situation', 'causes', 'measures'],
    readers: ['sales-head', 'quality-head'],
  },
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
    month: field(z.int().min(1).max(12), { title: text('月', 'Month'), widget: 'number' }),
  }),
  fill: async (db, params, { zone, policy }): Promise<ReportContent> => {
    const month = wholeOf('month', params.year, params.month, zone)
    const months = policy(accountingMonths)
    const limit = policy(exchangeRate)
    const since = dayOf(addLocalMonths(month.to, -months, zone), zone)
    const [customers, products, found, refused] = await Promise.all([
      byCustomer(db, month, since),
      byProduct(db, month),
      byVerdict(db, month),
      refusedOnes(db, month),
    ])
    const over = overLimit(customers, limit)
    return {
      title: monthlyReturns.title,
      period: month.title,
      figures: [
        { title: text('退货单', 'Returns'), value: sum(customers, 'returns'), unit: text('单', 'notes') },
        { title: text('退货数量', 'Quantity'), value: sum(customers, 'quantity'), unit: PIECES },
        {
          title: text('退货金额', 'Amount'),
          value: Math.round(sum(customers, 'amount') / 100),
          unit: text('元', 'yuan'),
        },
        {
          title: text('超调换率客户', 'Customers over the rate'),
          value: over.length,
          unit: text('家', 'customers'),
          tone: over.length > 0 ? 'late' : 'ok',
        },
        { title: text('驳回与拒签', 'Refused'), value: refused.length, unit: text('单', 'notes') },
        { title: text('同期投诉', 'Complaints'), value: sum(customers, 'complaints'), unit: text('起', 'cases') },
      ],
      charts: [
        rates(customers, limit, { reason: 'unsaleable', from: since, to: month.lastDay }),
        barChart({
          name: 'customer',
          title: text('各客户退货数量', 'Returned by customer'),
          groups: customers,
          label: item => item.partyName,
          value: item => item.quantity,
          ...pieces,
          drill: item => ({ ...TAKEN, partyId: item.partyId }),
        }),
        paretoChart({
          name: 'product',
          title: text('按产品', 'By product'),
          groups: products,
          label: item => item.key,
          value: item => item.quantity,
          ...pieces,
        }),
        barChart({
          name: 'verdict',
          title: text('检验结论', 'Verdicts'),
          groups: found,
          label: item => titleOf(item.key),
          value: item => item.quantity,
          ...pieces,
        }),
      ],
      tables: [
        {
          title: text('各客户退货与调换率', 'Returns and exchange rate by customer'),
          columns: [
            column('party', text('客户', 'Customer'), 'line', 26),
            column('returns', text('退货单', 'Returns'), 'number', 8),
            column('quantity', text('数量', 'Quantity'), 'number', 8),
            column('amount', text('金额（元）', 'Amount (yuan)'), 'line', 12),
            column('unsaleable', text('其中不适销', 'Unsaleable'), 'number', 8),
            column('exchanged', text('核算期调换', 'Exchanged'), 'number', 10),
            column('purchased', text('核算期进货', 'Bought'), 'number', 10),
            column('rate', text('调换率 %', 'Rate, %'), 'number', 8),
            column('over', text('超限', 'Over'), 'yes-no', 8),
            column('complaints', text('投诉', 'Complaints'), 'number', 8),
          ],
          rows: customers.map(item => ({
            party: item.partyName,
            returns: item.returns,
            quantity: item.quantity,
            amount: yuan(item.amount),
            unsaleable: item.unsaleable,
            exchanged: item.exchanged,
            purchased: item.purchased,
            rate: share(item.exchanged, item.purchased),
            over: over.includes(item),
            complaints: item.complaints,
          })),
        },
        {
          title: text('驳回与拒签', 'Refused'),
          columns: [
            column('number', text('编号', 'No.'), 'code', 15),
            column('party', text('客户', 'Customer'), 'line', 24),
            column('quantity', text('数量', 'Quantity'), 'number', 8),
            column('reason', text('理由', 'Reason'), 'line', 50),
          ],
          rows: refused.map(item => ({
            number: item.number,
            party: item.partyName,
            quantity: item.quantity,
            reason: item.reason,
          })),
        },
      ],
      notes: [
        leadsNowhere(text('按产品', 'By product'), text('检验结论', 'Verdicts')),
        text(
          `按申请时间统计，未接收的不计。调换率 = 月末前 ${months} 个月不适销调换件数 ÷ 同期进货件数；统一比例 ${limit}%。`,
          `Counted by request, without what was not taken back. Rate = pieces exchanged as unsaleable ÷ pieces bought in the ${months} months before the end of the month; the general limit is ${limit}%.`,
        ),
      ],
    }
  },
})

const titleOf = (key: string): Text | string => verdicts[key as keyof typeof verdicts] ?? key

const rates = (customers: readonly CustomerFigures[], limit: number, counted: Drill): Chart =>
  barChart({
    name: 'rate',
    title: text('各客户调换率', 'Exchange rate by customer'),
    groups: customers.filter(item => item.unsaleable > 0),
    label: item => item.partyName,
    value: item => share(item.exchanged, item.purchased),
    counted: text('调换率', 'Rate'),
    unit: text('%', '%'),
    limit: { value: limit, title: text(`统一比例 ${limit}%`, `limit ${limit}%`) },
    drill: item => ({ ...TAKEN, ...counted, partyId: item.partyId }),
  })

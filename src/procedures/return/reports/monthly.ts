import { z } from 'zod'
import { column } from '../../../kernel/column.ts'
import { field } from '../../../kernel/field.ts'
import { type Chart, type ReportContent, report } from '../../../kernel/report.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { addLocalMonths, dayOf } from '../../../kernel/time.ts'
import { share, yuan } from '../exchange-rate.ts'
import { accountingMonths, exchangeRate } from '../policies.ts'
import { verdicts } from '../taxonomy.ts'
import { byCustomer, byProduct, byVerdict, type CustomerFigures, refusedOnes, type Units } from './figures.ts'
import { monthOf } from './month.ts'

const MOST = 15
const PIECES = text('件', 'pieces')

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
  params: z.strictObject({
    year: field(z.int().min(2019).max(2100), { title: text('年', 'Year'), widget: 'number' }),
    month: field(z.int().min(1).max(12), { title: text('月', 'Month'), widget: 'number' }),
  }),
  fill: async (db, params, { zone, policy }): Promise<ReportContent> => {
    const month = monthOf(params.year, params.month, zone)
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
        rates(customers, limit),
        bars(
          'customer',
          text('各客户退货数量', 'Returned by customer'),
          customers,
          item => item.partyName,
          item => item.quantity,
        ),
        pareto(products),
        bars(
          'verdict',
          text('检验结论', 'Verdicts'),
          found,
          item => titleOf(item.key),
          item => item.quantity,
        ),
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
        text(
          `按申请时间统计，未接收的不计。调换率 = 月末前 ${months} 个月不适销调换件数 ÷ 同期进货件数；统一比例 ${limit}%。`,
          `Counted by request, without what was not taken back. Rate = pieces exchanged as unsaleable ÷ pieces bought in the ${months} months before the end of the month; the general limit is ${limit}%.`,
        ),
      ],
    }
  },
})

const titleOf = (key: string): Text | string => verdicts[key as keyof typeof verdicts] ?? key

const rates = (customers: readonly CustomerFigures[], limit: number): Chart => {
  const exchanging = customers.filter(item => item.unsaleable > 0).slice(0, MOST)
  return {
    name: 'rate',
    title: text('各客户调换率', 'Exchange rate by customer'),
    kind: 'bar',
    categories: exchanging.map(item => item.partyName),
    series: [{ title: text('调换率', 'Rate'), values: exchanging.map(item => share(item.exchanged, item.purchased)) }],
    unit: text('%', '%'),
    limit: { value: limit, title: text(`统一比例 ${limit}%`, `limit ${limit}%`) },
    drill: exchanging.map(item => ({ partyId: item.partyId })),
  }
}

const bars = <Item>(
  name: string,
  title: Text,
  list: readonly Item[],
  label: (item: Item) => Text | string,
  value: (item: Item) => number,
): Chart => {
  const shown = list.slice(0, MOST)
  return {
    name,
    title,
    kind: 'bar',
    categories: shown.map(label),
    series: [{ title: text('数量', 'Quantity'), values: shown.map(value) }],
    unit: PIECES,
  }
}

const pareto = (products: readonly Units[]): Chart => ({
  name: 'product',
  title: text('按产品', 'By product'),
  kind: 'pareto',
  categories: products.slice(0, MOST).map(item => item.key),
  series: [{ title: text('数量', 'Quantity'), values: products.slice(0, MOST).map(item => item.quantity) }],
  unit: PIECES,
})

import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import { isClock } from '../../kernel/time.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { deviceClasses } from '../../vocabulary/product.ts'
import { type Approver, approvers } from './taxonomy.ts'

const percent = z.number().min(0).max(100)
const days = z.int().min(1).max(1825)

/** TL07: share of a customer's purchases that he may exchange as unsaleable; the text leaves the number to the company. */
export const exchangeRate = policy({
  key: 'exchange.rate_pct',
  rules: ['TL07'],
  title: text('不适销品统一调换比例', 'Unsaleable goods: general exchange rate'),
  schema: percent,
  default: 5,
  unit: text('%', '%'),
  clauses: ['S02-4.1b', 'S02-4.2.3b'],
  basis: 'ours',
})

/** TL07: days after delivery in which unsaleable goods may be exchanged. */
export const exchangePeriod = policy({
  key: 'exchange.period_days',
  rules: ['TL07'],
  title: text('不适销品调换期限（自发货日）', 'Unsaleable goods: exchanged within (from delivery)'),
  schema: days,
  default: 180,
  unit: text('天', 'd'),
  clauses: ['S02-4.2.3b'],
  basis: 'ours',
})

const rule = z
  .strictObject({
    customer: field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party', of: 'customer' }).optional(),
    region: field(z.string().trim().min(1).max(40), { title: text('省或市', 'Province or city') }).optional(),
    deviceClass: field(z.enum(keysOf(deviceClasses)), {
      title: text('管理类别', 'Device class'),
      options: deviceClasses,
    }).optional(),
    ratePct: field(percent, { title: text('调换比例 %', 'Exchange rate, %') }),
    periodDays: field(days, { title: text('调换期限（天）', 'Period, days') }),
  })
  .refine(
    item => item.customer || item.region || item.deviceClass,
    'a rule names a customer, a region or a device class',
  )

/** S02-4.1b: rates and periods of their own for customers, regions and product classes. */
export const exchangeRules = policy<z.infer<typeof rule>[]>({
  key: 'exchange.rules',
  title: text('分客户、分地区、分类别的调换比例与期限', 'Exchange limits by customer, region or class'),
  schema: z.array(rule).max(500),
  default: [],
  clauses: ['S02-4.1b', 'S02-4.2.3b'],
  basis: 'ours',
})

/** What the exchange rate is a share of: the reading of 占总进货的比例. */
export const exchangeBase = policy({
  key: 'exchange.base',
  title: text('调换率按金额还是件数计算', 'Exchange rate by amount or by pieces'),
  schema: z.enum(['amount', 'pieces']),
  default: 'amount',
  options: {
    amount: text('按金额（金额不全时按件数）', 'by amount (by pieces where amounts are missing)'),
    pieces: text('按件数', 'by pieces'),
  },
  clauses: ['S02-4.2.11b'],
  basis: 'ours',
})

/** How far back purchases and exchanges count. */
export const accountingMonths = policy({
  key: 'exchange.accounting_m',
  title: text('调换率的核算期（往前推）', 'Accounting period of the exchange rate (backwards)'),
  schema: z.int().min(1).max(36),
  default: 12,
  unit: text('个月', 'months'),
  clauses: ['S02-3.8b', 'S02-4.2.11b'],
  basis: 'ours',
})

const signatures = field(
  z
    .array(z.enum(keysOf(approvers)))
    .min(1)
    .max(6),
  {
    title: text('签字人', 'Signatures'),
    widget: 'choices',
    options: approvers,
  },
)
const routed = (zh: string, en: string) =>
  field(signatures, { title: text(zh, en), widget: 'choices', options: approvers })

type MatrixRow = 'unsaleable' | 'quality' | 'contract' | 'contractBulk' | 'goodwill' | 'recall'

/** X08: who signs a return, by route. The order of signing is fixed: quality, after-sales, sales, general manager. */
export const approvalMatrix = policy<Record<MatrixRow, Approver[]>>({
  key: 'return.approval_matrix',
  rules: ['X08'],
  title: text('退货审批路线', 'Approval of returns by route'),
  schema: z.strictObject({
    unsaleable: routed('经销商不适销（未超限）', 'Dealer, unsaleable, within limits'),
    quality: routed('经销商质量原因', 'Dealer, quality'),
    contract: routed('合同客户', 'Contract customer'),
    contractBulk: routed('合同客户批量', 'Contract customer, bulk'),
    goodwill: routed('善意退货', 'Goodwill'),
    recall: routed('召回退回', 'Recall'),
  }),
  default: {
    unsaleable: ['after-sales', 'sales-head'],
    quality: ['after-sales-head', 'sales-head'],
    contract: ['sales-head'],
    contractBulk: ['sales-head', 'general-manager'],
    goodwill: ['sales-head'],
    recall: ['quality', 'sales-head'],
  },
  clauses: ['S02-4.2.3b', 'S02-4.2.4a', 'S12-5.8.1b', 'S12-5.8.1c'],
  basis: 'procedure',
})

/** X07: on the quality route sales signs before the customer is asked to send the goods. */
export const qualityNeedsSalesHead = policy({
  key: 'return.quality_requires_sales_head',
  rules: ['X07'],
  title: text('质量退货须业务部负责人签字', 'Quality returns need the head of sales'),
  schema: z.boolean(),
  default: true,
  clauses: ['S02-4.2.4a'],
  basis: 'ours',
})

/** X09: whether the retained sample is tested before a contract customer's quality return is decided. */
export const retainedSampleTest = policy({
  key: 'return.retained_sample_test',
  rules: ['X09'],
  title: text('质量退货前检测留样', 'Retained sample is tested first'),
  schema: z.enum(['if_available', 'always', 'never']),
  default: 'if_available',
  options: {
    if_available: text('有留样就检测', 'when a sample was kept'),
    always: text('必须检测', 'always'),
    never: text('不检测', 'never'),
  },
  clauses: ['S12-5.8.2a'],
  basis: 'procedure',
})

/** X32: whose good goods may come back when the customer insists. Customer-caused damage always needs the general manager. */
export const goodwillProfile = policy({
  key: 'return.goodwill_profile',
  rules: ['X32'],
  title: text('质量合格但客户坚持退货时可善意退货的客户', 'Good goods may come back from'),
  schema: z.enum(['contract', 'all', 'none']),
  default: 'contract',
  options: {
    contract: text('仅合同客户', 'contract customers alone'),
    all: text('全部客户', 'all customers'),
    none: text('一律不退', 'nobody'),
  },
  clauses: ['S12-5.8.2c'],
  basis: 'ours',
})

/** S01-4.6a says nothing of lots that are expired. */
export const expiredBatch = policy({
  key: 'return.expired_batch',
  title: text('已过有效期批次的质量退货', 'Quality returns of expired lots'),
  schema: z.enum(['quality_head', 'refuse']),
  default: 'quality_head',
  options: {
    quality_head: text('由质量负责人决定', 'the enterprise quality head decides'),
    refuse: text('不办理', 'not accepted'),
  },
  clauses: ['S01-4.6a'],
  basis: 'ours',
})

/** S12-5.8.1c: from how many pieces on a return is bulk. */
export const bulkQuantity = policy({
  key: 'return.bulk_quantity',
  title: text('批量退货的数量标准', 'A return is bulk from'),
  schema: z.int().min(1).max(1_000_000),
  default: 500,
  unit: text('件', 'pieces'),
  clauses: ['S12-5.8.1c'],
  basis: 'ours',
})

/** S12-5.8.1c: from which amount on a return is bulk. */
export const bulkAmount = policy({
  key: 'return.bulk_amount_yuan',
  title: text('批量退货的金额标准', 'A return is bulk from the amount of'),
  schema: z.int().min(1).max(100_000_000),
  default: 20_000,
  unit: text('元', 'yuan'),
  clauses: ['S12-5.8.1c'],
  basis: 'ours',
})

/** TL06: until when on the next day the customer has the return note. */
export const noteCutoff = policy({
  key: 'return_note.cutoff',
  rules: ['TL06'],
  title: text('退货单次日发给客户的时刻', 'Return note with the customer on the next day by'),
  schema: z.string().refine(isClock, 'a clock time such as 12:00'),
  default: '12:00',
  clauses: ['S02-4.2.9b'],
  basis: 'procedure',
})

/** S02-3.8c: "at once" as a number of hours. */
export const alertHours = policy({
  key: 'return.alert_h',
  title: text('调换率预警的签收时限（公司目标）', 'Alert about the exchange rate is signed within (company target)'),
  schema: z.int().min(1).max(72),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['S02-3.8c'],
  basis: 'ours',
})

/** After how many hours a signature that a return waits for is late. */
export const signatureHours = policy({
  key: 'return.signature_h',
  title: text('退货签字的提醒时限', 'Signatures on returns are late after'),
  schema: z.int().min(1).max(240),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['S02-4.2.3a', 'S02-4.2.7a'],
  basis: 'ours',
})

/** S02-4.4a, TL09: due day of the monthly summary; the text gives none. */
export const monthlyDay = policy({
  key: 'return.monthly_due_day',
  title: text('售后客户信息月报的完成日', 'Monthly customer information: due on day'),
  schema: z.int().min(1).max(28),
  default: 5,
  unit: text('日', 'of the month'),
  clauses: ['S02-4.4a'],
  basis: 'ours',
})

/** Everything that a company may set about returns. */
export const policies = [
  exchangeRate,
  exchangePeriod,
  exchangeRules,
  exchangeBase,
  accountingMonths,
  approvalMatrix,
  qualityNeedsSalesHead,
  retainedSampleTest,
  goodwillProfile,
  expiredBatch,
  bulkQuantity,
  bulkAmount,
  noteCutoff,
  alertHours,
  signatureHours,
  monthlyDay,
] as unknown as readonly Policy[]

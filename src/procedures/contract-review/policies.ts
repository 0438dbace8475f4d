import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

const departments = {
  production: text('生产', 'Production'),
  technology: text('技术', 'Technology'),
  quality: text('质量管理', 'Quality'),
  purchasing: text('采购', 'Purchasing'),
  planning: text('计划物控', 'Planning'),
  sales: text('业务', 'Sales'),
  'sales-rep': text('业务员', 'Salesperson'),
  'sales-head': text('业务负责人', 'Head of sales'),
  'general-manager': text('总经理', 'General manager'),
} as const
type Reviewer = keyof typeof departments
type Case = 'special' | 'irregular' | 'noStock' | 'inStock' | 'small'

const reviewers = (zh: string, en: string) =>
  field(z.array(z.enum(Object.keys(departments) as [Reviewer, ...Reviewer[]])).min(1), {
    title: text(zh, en),
    widget: 'choices',
    options: departments,
  })
const reviewer = (zh: string, en: string) =>
  field(z.enum(Object.keys(departments) as [Reviewer, ...Reviewer[]]), { title: text(zh, en), options: departments })

/** TL21: two to three months ahead. */
export const capacityMonths = policy({
  key: 'capacity.horizon_m',
  rules: ['TL21'],
  title: text('产能展望的期间', 'Capacity is looked ahead'),
  schema: z.int().min(2).max(12),
  default: 3,
  unit: text('个月', 'months'),
  clauses: ['S12-5.3.3.4b'],
  basis: 'procedure',
})

/** TL22, TL23, X16: five days still count as small; more is confirmed in writing. */
export const phoneShiftDays = policy({
  key: 'delivery.phone_max_d',
  rules: ['TL22', 'TL23', 'X16'],
  title: text(
    '交期变动不超过多少天可电话联系（超过须书面确认）',
    'Shifts up to this are settled by telephone (more in writing)',
  ),
  schema: z.int().min(0).max(5),
  default: 5,
  unit: text('天', 'd'),
  clauses: ['S12-5.5.2c', 'S12-5.5.2e'],
  basis: 'procedure',
})

/** TL28: the text gives no limit. */
export const formalContractDays = policy({
  key: 'contract.formal_due_d',
  rules: ['TL28'],
  title: text('临时合同后补签正式合同的期限', 'Formal contract after a temporary one within'),
  schema: z.int().min(1).max(180),
  default: 30,
  unit: text('天', 'd'),
  clauses: ['S12-5.4.3a'],
  basis: 'ours',
})

/** TL25, TL26: the texts name five and three years, not from when they count. */
export const retentionStart = policy({
  key: 'retention.start',
  rules: ['TL25', 'TL26'],
  title: text('评审、订单、变更与退货单保存年限的起算', 'Years of retention count from'),
  schema: z.enum(['closed', 'made']),
  default: 'closed',
  options: {
    closed: text('记录关闭之日', 'the day the record is closed'),
    made: text('记录形成之日', 'the day the record is made'),
  },
  clauses: ['S12-6a', 'S12-6b'],
  basis: 'ours',
})

/** X15: whose review rules hold; the strictest may be chosen. */
export const reviewProfile = policy({
  key: 'contract.profile',
  rules: ['X15'],
  title: text('合同评审采用的程序', 'Rules of contract review'),
  schema: z.enum(['S12', 'S04', 'S07', 'strictest']),
  default: 'S12',
  options: {
    S12: text('合同评审控制程序（S12）', 'contract review (S12)'),
    S04: text('与顾客有关的过程（S04）', 'customer-related processes (S04)'),
    S07: text('服务控制（S07）', 'service control (S07)'),
    strictest: text('取最严', 'the strictest of all'),
  },
  clauses: ['S12-5.3.3.2a', 'S04-4.3a', 'S07-4.3a'],
  basis: 'procedure',
})

/** X15: who reviews, by kind of contract; the first row that fits holds. */
export const reviewRoute = policy<Record<Case, Reviewer[]>>({
  key: 'contract.review_route',
  rules: ['X15'],
  title: text('合同评审路线（依次判断）', 'Review by kind of contract, in this order'),
  schema: z.strictObject({
    special: reviewers('特殊或大额（联合评审）', 'Special or large (jointly)'),
    irregular: reviewers('非常规（联合评审）', 'Not regular (jointly)'),
    noStock: reviewers('常规、无库存（会签）', 'Regular, not in stock (circulated)'),
    inStock: reviewers('常规、有库存', 'Regular, in stock'),
    small: reviewers('零星小额', 'Small'),
  }),
  default: {
    special: ['production', 'technology', 'quality', 'purchasing', 'planning', 'sales-head', 'general-manager'],
    irregular: ['production', 'technology', 'quality', 'purchasing', 'planning', 'sales-head', 'general-manager'],
    noStock: ['production', 'technology', 'quality', 'purchasing', 'planning', 'sales-head'],
    inStock: ['sales', 'sales-head'],
    small: ['sales-rep'],
  },
  clauses: ['S04-4.3a', 'S04-4.4a', 'S04-4.5a', 'S12-5.3.3.2a', 'S12-5.3.3.3a'],
  basis: 'ours',
})

/** S04: up to which amount an order is small; with 0 every order goes the larger way. */
export const smallOrderYuan = policy({
  key: 'contract.small_order_max_amount',
  rules: [],
  title: text('小额订单的金额上限（0 为一律按大额）', 'Small orders up to (0: none is small)'),
  schema: z.int().min(0).max(10_000_000),
  default: 0,
  unit: text('元', 'yuan'),
  clauses: ['S04-4.3a'],
  basis: 'ours',
})

/** X31: who signs contracts. */
export const contractSigner = policy({
  key: 'contract.signer',
  rules: ['X31'],
  title: text('合同由谁签署', 'Contracts are signed by'),
  schema: z.enum(['general-manager', 'sales']),
  default: 'general-manager',
  options: {
    'general-manager': text('总经理或其授权人', 'the general manager or a deputy'),
    sales: text('业务部', 'sales'),
  },
  clauses: ['S12-4.3a', 'S04-4.6a'],
  basis: 'procedure',
})

/** X43: who organises the review and who leads it. */
export const reviewLead = policy<Record<'organiser' | 'lead' | 'reviewer', Reviewer>>({
  key: 'review.raci',
  rules: ['X43'],
  title: text('评审的组织、主评与参加', 'Organiser, lead and reviewer of a review'),
  schema: z.strictObject({
    organiser: reviewer('组织', 'Organises'),
    lead: reviewer('主评', 'Leads'),
    reviewer: reviewer('采购可行性评审', 'Judges the purchasing'),
  }),
  default: { organiser: 'sales', lead: 'technology', reviewer: 'purchasing' },
  clauses: ['S12-5.2.1a', 'S12-5.2.2a', 'S05-3.1a', 'S05-3.4a'],
  basis: 'ours',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [
  capacityMonths,
  phoneShiftDays,
  formalContractDays,
  retentionStart,
  reviewProfile,
  reviewRoute,
  smallOrderYuan,
  contractSigner,
  reviewLead,
]

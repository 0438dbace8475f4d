import { z } from 'zod'
import { field } from '../kernel/field.ts'
import { type PolicyBook, policy } from '../kernel/policy.ts'
import type { Procedure } from '../kernel/procedure.ts'
import type { Retention, RetentionRule } from '../kernel/retention.ts'
import { text } from '../kernel/text.ts'
import { type RoleId, roles } from './role.ts'

/** The longest that a kind of record can be asked to be kept, other than for ever. */
const MOST_YEARS = 50

/** X23: years for which a record is kept that neither its procedure nor the law keeps longer. */
export const defaultRetentionYears = policy({
  key: 'retention.default_y',
  rules: ['X23'],
  title: text('记录保存年限（程序和法规未规定更长的）', 'Years of retention where procedure and law ask for no more'),
  schema: z.int().min(5).max(MOST_YEARS),
  default: 5,
  unit: text('年', 'y'),
  clauses: ['S11-4.1a'],
  basis: 'ours',
})

/** A kind of record by the number of its form, or the prefix of the record's own numbers. */
export const kindCode = z.string().min(1).max(40)

/** Years for one kind of record. */
export const longerKept = (code: typeof kindCode) =>
  z.strictObject({
    code,
    years: field(z.int().min(5).max(MOST_YEARS), { title: text('保存年限（年）', 'Years kept') }),
  })

/** S11-4.1a: kinds of record that the company keeps longer than the others; what procedure and law ask for holds all the same. */
export const retentionByCode = policy({
  key: 'retention.by_code',
  title: text('个别记录延长的保存年限', 'Longer retention of single kinds of record'),
  schema: z.array(longerKept(kindCode)).max(200),
  default: [],
  clauses: ['S11-4.1a'],
  basis: 'ours',
})

/** Years for which the company itself keeps the records of a procedure: its default, or longer for one of their forms. */
export function companyYears(
  { record, forms }: Pick<Procedure, 'record' | 'forms'>,
  policyInForce: PolicyBook,
): number {
  const codes = new Set([record.series.prefix, ...forms.map(form => form.code)])
  const own = policyInForce(retentionByCode).filter(({ code }) => codes.has(code))
  return Math.max(policyInForce(defaultRetentionYears), ...own.map(({ years }) => years))
}

/** Departments that keep records, each named by the role that answers for them. */
const CUSTODIANS = [
  'quality',
  'after-sales',
  'sales',
  'warehouse',
  'purchasing',
  'finance',
  'equipment-manager',
  'technician',
  'administrator',
  'computer-room',
] as const satisfies readonly RoleId[]
export type Custodian = (typeof CUSTODIANS)[number]

/** What the departments that keep records are called. */
export const custodians = Object.fromEntries(CUSTODIANS.map(role => [role, roles[role].title])) as Record<
  Custodian,
  (typeof roles)[Custodian]['title']
>

const company: RetentionRule = {
  basis: 'company',
  anchor: text('公司记录保存期限表（综合办）', 'the company’s retention schedule (general office)'),
  years: 'default',
  from: 'record-closed',
}

/** The company keeps whatever concerns an implant for ever, also where the law asks it of some of the records alone. */
const implants: RetentionRule = {
  basis: 'company',
  anchor: text('植入类产品的记录一律永久保存', 'records about implants are kept for ever'),
  years: 'permanent',
  from: 'record-closed',
  onlyFor: 'implant',
}

const law = (zh: string, en: string, rule: Pick<RetentionRule, 'years' | 'from' | 'onlyFor'>): RetentionRule => ({
  basis: 'law',
  anchor: text(zh, en),
  confidence: 'verified-text',
  ...rule,
})

const GSP = [
  '经营质量管理规范第23条；经营监督管理办法第32、38条',
  'GSP (2023 No. 153) art. 23; Order 54 art. 32, 38',
] as const

/** Incoming inspection, sales: two years after expiry, five without one, implants for ever. */
export const goodsRecords: readonly RetentionRule[] = [
  law(...GSP, { years: 2, from: 'device-expiry' }),
  law(...GSP, { years: 5, from: 'record-closed', onlyFor: 'no-expiry' }),
  law(...GSP, { years: 'permanent', from: 'record-closed', onlyFor: 'implant' }),
]

const AE = ['不良事件监测和再评价管理办法第22条', 'Order 1 on adverse events, art. 22'] as const

/** What may be or become the record of an adverse event. */
export const adverseEventRecords: readonly RetentionRule[] = [
  law(...AE, { years: 2, from: 'device-expiry' }),
  law(...AE, { years: 5, from: 'record-closed', onlyFor: 'no-expiry' }),
  law(...AE, { years: 'permanent', from: 'record-closed', onlyFor: 'implant' }),
]

const RECALL = ['医疗器械召回管理办法第21条', 'Order 29 on recalls, art. 21'] as const

/** Recall and what is done with recalled goods: five years after the certificate ends; class I five years. */
export const recallRecords: readonly RetentionRule[] = [
  law(...RECALL, { years: 5, from: 'certificate-expiry' }),
  law(...RECALL, { years: 5, from: 'record-closed' }),
]

/** S12-6b: return notes three years. */
export const returnNotes: readonly RetentionRule[] = [
  {
    basis: 'procedure',
    anchor: text('S12 6.0/8.0 退货单', 'S12 6.0/8.0, return note'),
    confidence: 'verified-text',
    years: 3,
    from: 'record-closed',
  },
]

/**
 * Retention of a record type: the company's schedule, implants for ever, and what procedure and law ask beyond.
 *
 *     retention: retained('warehouse', goodsRecords)
 */
export const retained = (custodian: Custodian, ...more: readonly (readonly RetentionRule[])[]): Retention => ({
  custodian,
  medium: 'electronic',
  rules: [company, implants, ...more.flat()],
})

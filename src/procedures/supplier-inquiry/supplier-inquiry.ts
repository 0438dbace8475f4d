import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { answerWays, effects, letterStates, liabilities, verdicts } from './wording.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const words = (zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  titled(z.string().nullable(), zh, en, more)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)).nullable(), zh, en, { options })

/** States of a supplier inquiry and what they mean. */
export const states = {
  sent: {
    title: text('待答复', 'Waits for the answer'),
    meaning: text('已向供货单位发函，等待答复', 'The supplier was written to and has not answered'),
    tone: 'info',
  },
  answered: {
    title: text('待评价', 'Answered'),
    meaning: text('供货单位已答复，等待质量管理部评价', 'The supplier answered; quality is to judge the answer'),
    tone: 'warn',
  },
  evaluated: {
    title: text('已评价', 'Evaluated'),
    meaning: text('已评价并记入供货单位档案，等待关闭', 'Judged and on the supplier’s record; to be closed'),
    tone: 'info',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text('措施已落实，查询办结', 'What was promised is done'),
    final: true,
    tone: 'ok',
  },
  voided: {
    title: text('已作废', 'Voided'),
    meaning: text('发出有误，已说明原因作废', 'Sent in error; voided with a reason'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

/** States in which the work goes on. */
export const OPEN = ['sent', 'answered', 'evaluated'] as const

export const supplierInquiryRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  title: titled(z.string().min(1), '标题', 'Title'),
  partyId: titled(z.uuid(), '供货单位', 'Supplier'),
  partyName: titled(z.string(), '供货单位', 'Supplier'),
  contactPerson: words('联系人', 'Contact person', { personal: true }),
  email: words('电子邮箱', 'E-mail', { personal: true }),
  productId: titled(z.uuid(), '产品', 'Product'),
  productName: titled(z.string(), '产品名称', 'Device'),
  model: words('规格型号', 'Model'),
  registrationNo: words('注册证/备案编号', 'Registration'),
  lotId: titled(z.uuid().nullable(), '批号', 'Lot'),
  lotNo: words('批号', 'Lot'),
  causeId: titled(z.uuid().nullable(), '来源记录', 'Came from'),
  causeNumber: words('来源记录', 'Came from'),
  question: titled(z.string(), '查询内容', 'Question'),
  dueOn: titled(daySchema, '答复期限', 'Answer due on'),
  sentAt: titled(instantSchema, '发出时间', 'Sent at'),
  sentByName: titled(z.string(), '发出人', 'Sent by'),
  letterState: titled(z.enum(keysOf(letterStates)), '函件', 'Letter', { options: letterStates }),
  letterAt: at('送达时间', 'Delivered at'),
  linkUntil: titled(instantSchema, '链接有效期至', 'Link valid until'),
  reminders: titled(z.int().nonnegative(), '催复次数', 'Reminders'),
  remindedAt: at('最近催复', 'Last reminded'),
  /** Counts the times that the supplier was asked, from 1. */
  round: titled(z.int().positive(), '第几次查询', 'Round'),
  answeredAt: at('答复时间', 'Answered at'),
  answeredBy: words('答复人', 'Answered by', { personal: true }),
  answerWay: oneOf(answerWays, '答复方式', 'How'),
  answer: words('答复内容', 'Answer'),
  cause: words('原因', 'Cause'),
  measures: words('纠正措施', 'Measures'),
  verdict: oneOf(verdicts, '评价', 'Verdict'),
  liability: oneOf(liabilities, '责任方', 'Liable'),
  effect: oneOf(effects, '对供货单位档案的影响', 'Effect on the supplier’s record'),
  evaluation: words('评价说明', 'Evaluation'),
  evaluatedAt: at('评价时间', 'Evaluated at'),
  evaluatedByName: words('评价人', 'Evaluated by'),
  closedAt: at('关闭时间', 'Closed at'),
  closedByName: words('关闭人', 'Closed by'),
  closingNote: words('关闭说明', 'Closing note'),
  endReason: words('作废原因', 'Why it was voided'),
})
export type SupplierInquiryRow = z.infer<typeof supplierInquiryRow>

/** An answer of the supplier; a later one replaces nothing. */
export const supplierInquiryAnswer = z.object({
  id: z.uuid(),
  supplierInquiryId: z.uuid(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
  round: z.int().positive(),
  question: z.string(),
  answeredAt: instantSchema,
  answeredBy: z.string(),
  way: z.enum(keysOf(answerWays)),
  answer: z.string(),
  cause: z.string().nullable(),
  measures: z.string().nullable(),
  verdict: z.enum(keysOf(verdicts)).nullable(),
  evaluation: z.string().nullable(),
})
export type SupplierInquiryAnswer = z.infer<typeof supplierInquiryAnswer>

/** The supplier inquiry as the kernel knows it. */
export const SupplierInquiry = recordType<SupplierInquiryRow, keyof typeof states>({
  name: 'supplier-inquiry',
  title: text('质量查询', 'Supplier inquiry'),
  table: 'supplier_inquiry',
  row: supplierInquiryRow,
  states,
  series: { prefix: 'CX', digits: 5 },
  retention: retained('quality'),
  searchText: row =>
    [row.number, row.partyName, row.productName, row.model, row.lotNo, row.causeNumber, row.question.slice(0, 300)]
      .filter(Boolean)
      .join(' '),
  traced: [{ table: 'supplier_inquiry', record: 'id', lot: 'lot_id', product: 'product_id', party: 'party_id' }],
  children: {
    answer: { table: 'supplier_inquiry_answer', row: supplierInquiryAnswer, parent: 'supplierInquiryId' },
  },
})

import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { type Text, text } from '../../kernel/text.ts'
import { contactWays, departments, keysOf, satisfactions } from '../../vocabulary/intake.ts'
import { instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { intake } from './fields.ts'
import { inquiryAssignment, inquiryContact, inquirySupervision } from './inquiry-rows.ts'

const titled = <S extends z.ZodType>(schema: S, zh: string, en: string, more: Omit<FieldMeta, 'title'> = {}) =>
  field(schema, { title: text(zh, en), ...more })
const words = (zh: string, en: string) => titled(z.string().nullable(), zh, en)
const at = (zh: string, en: string) => titled(instantSchema.nullable(), zh, en)
const oneOf = <K extends string>(options: Readonly<Record<K, Text>>, zh: string, en: string) =>
  titled(z.enum(keysOf(options)).nullable(), zh, en, { options })

/** States of an inquiry and what they mean. */
export const states = {
  registered: {
    title: text('已登记', 'Registered'),
    meaning: text('已登记，等待转交部门', 'Written down; waits to be forwarded to a department'),
    tone: 'info',
  },
  forwarded: {
    title: text('办理中', 'Being handled'),
    meaning: text('已转交部门，等待办理并填回记录', 'With the department, which handles it and fills in the record'),
    tone: 'info',
  },
  handled: {
    title: text('已办理', 'Handled'),
    meaning: text(
      '部门已填回记录，等待监督核对并答复客户',
      'The department returned the record; the customer is to be told',
    ),
    tone: 'info',
  },
  answered: {
    title: text('已答复', 'Answered'),
    meaning: text('已把结果告知客户，等待关闭', 'The customer knows the result; waits to be closed'),
    tone: 'info',
  },
  closed: {
    title: text('已关闭', 'Closed'),
    meaning: text('客户已知、已问满意度、无未了事项', 'Customer told, satisfaction asked, nothing open'),
    final: true,
    tone: 'ok',
  },
  'became-complaint': {
    title: text('已转投诉', 'Became a complaint'),
    meaning: text('判定属于投诉，已登记为投诉办理', 'Turned out to be a complaint and goes on as one'),
    final: true,
    tone: 'plain',
  },
  voided: {
    title: text('已作废', 'Voided'),
    meaning: text('登记有误，已说明原因作废', 'Registered in error; voided with a reason'),
    final: true,
    tone: 'plain',
  },
} as const satisfies Record<string, StateMeaning>

/** States in which the work on an inquiry goes on. */
export const OPEN = ['registered', 'forwarded', 'handled', 'answered'] as const

export const inquiryRow = z.object({
  ...recordColumns,
  state: z.enum(keysOf(states)),
  receivedAt: intake.receivedAt,
  channel: intake.channel,
  kind: intake.kind,
  partyId: intake.partyId.nullable(),
  partyName: intake.partyName,
  contactPerson: intake.contactPerson.nullable(),
  phone: intake.phone.nullable(),
  fax: intake.fax.nullable(),
  email: intake.email.nullable(),
  productId: intake.productId.nullable(),
  productName: intake.productName.nullable(),
  lotNo: intake.lotNo.nullable(),
  title: intake.title,
  description: intake.description,
  request: intake.request.nullable(),
  expectation: intake.expectation.nullable(),
  urgency: intake.urgency,
  receivedByName: words('受理人', 'Received by'),
  originComplaintId: titled(z.uuid().nullable(), '源自投诉', 'From the complaint'),
  originNumber: words('源自', 'Came from'),
  originReason: words('不属投诉的理由', 'Why it is no complaint'),
  assignedDepartment: oneOf(departments, '办理部门', 'Department'),
  handlerId: titled(z.uuid().nullable(), '办理人', 'Handler'),
  handlerName: words('办理人', 'Handler'),
  forwardedAt: at('转交时间', 'Forwarded at'),
  forwardedByName: words('转交人', 'Forwarded by'),
  understoodAt: at('确认理解时间', 'Understanding confirmed at'),
  expectedAt: at('预计办结时间', 'Expected to be done'),
  plannedMeasures: words('拟采取措施', 'Planned measures'),
  planCount: titled(z.int().nonnegative(), '计划次数', 'Plans'),
  firstContactAt: at('首次联系时间', 'First contact'),
  lastContactAt: at('最近联系时间', 'Latest contact'),
  handledAt: at('办理时间', 'Handled at'),
  handledByName: words('填报人', 'Filled in by'),
  measures: words('办理措施', 'Measures taken'),
  result: words('办理结果', 'Result'),
  supervisedAt: at('监督时间', 'Supervised at'),
  supervisedByName: words('监督人', 'Supervised by'),
  supervisionNote: words('监督意见', 'Note of the supervision'),
  toldAt: at('告知时间', 'Told at'),
  toldByName: words('告知人', 'Told by'),
  toldTo: words('告知对象', 'Told to'),
  toldHow: oneOf(contactWays, '告知方式', 'Told how'),
  answer: words('答复内容', 'Answer'),
  satisfaction: oneOf(satisfactions, '满意度', 'Satisfaction'),
  satisfactionNote: words('客户评价', 'Comment of the customer'),
  closedAt: at('关闭时间', 'Closed at'),
  closedByName: words('关闭人', 'Closed by'),
  noSatisfactionReason: words('未询问满意度的原因', 'Why satisfaction was not asked'),
  endReason: words('终止原因', 'Reason of the ending'),
})

/** One inquiry. */
export type InquiryRow = z.infer<typeof inquiryRow>

const parent = 'inquiryId'

/** The inquiry as the kernel knows it. The number of the complaint that it came from finds it too. */
export const Inquiry = recordType<InquiryRow, keyof typeof states>({
  name: 'inquiry',
  title: text('咨询', 'Inquiry'),
  table: 'inquiry',
  row: inquiryRow,
  states,
  series: { prefix: 'ZX', digits: 5 },
  retention: retained('after-sales'),
  searchText: row =>
    [
      row.number,
      row.originNumber,
      row.title,
      row.partyName,
      row.contactPerson,
      row.productName,
      row.lotNo,
      row.description.slice(0, 500),
    ]
      .filter(Boolean)
      .join(' '),
  traced: [{ table: 'inquiry', record: 'id', product: 'product_id', party: 'party_id' }],
  children: {
    contact: { table: 'inquiry_contact', row: inquiryContact, parent },
    assignment: { table: 'inquiry_assignment', row: inquiryAssignment, parent },
    supervision: { table: 'inquiry_supervision', row: inquirySupervision, parent },
  },
})

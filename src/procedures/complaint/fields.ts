import { z } from 'zod'
import { type FieldMeta, field } from '../../kernel/field.ts'
import { type Text, text } from '../../kernel/text.ts'
import { choice, line, moment, paragraph, telephone } from '../../vocabulary/entry-field.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import { answers, channels, keysOf, kinds, localities, urgencies } from './taxonomy.ts'

type More = Omit<FieldMeta, 'title' | 'options'>

/** Yes, no or not known. */
export const yesNoUnknown = (title: Text, more: More = {}) =>
  field(z.enum(keysOf(answers)), { title, widget: 'yes-no-unknown', options: answers, ...more })

/** A calendar day. */
export const day = (title: Text, more: More = {}) => field(daySchema, { title, widget: 'day', ...more })

/** What most events follow. */
export const RECEIPT = text('接到投诉的时间', 'the receipt of the complaint')

/** What is written down about a complaint when it comes in; the same schemas serve intake, correction and the record. */
export const intake = {
  receivedAt: moment(text('接到时间', 'Received at'), {
    hint: text('客户来电或来函的时间，不晚于现在', 'When the customer called or wrote; not in the future'),
  }),
  occurredAt: moment(text('问题发生时间', 'Happened at')),
  channel: choice(text('渠道', 'Channel'), channels),
  kind: choice(text('类别', 'Kind'), kinds),
  partyId: field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party', of: 'customer' }),
  partyName: line(text('客户名称', 'Name of the customer')),
  locality: choice(text('本地/外地', 'Local or out of town'), localities),
  province: line(text('省', 'Province')),
  city: line(text('市', 'City')),
  address: line(text('地址', 'Address')),
  customerDepartment: line(text('科室', 'Department of the customer')),
  contactPerson: line(text('联系人', 'Contact person'), { personal: true }),
  phone: telephone(text('联系电话', 'Telephone')),
  fax: line(text('传真', 'Fax')),
  email: field(z.email().max(200), { title: text('电子邮箱', 'E-mail'), widget: 'line', personal: true }),
  productId: field(z.uuid(), { title: text('产品', 'Product'), widget: 'product' }),
  productName: line(text('产品名称', 'Name of the product')),
  model: line(text('型号', 'Model')),
  spec: line(text('规格', 'Specification')),
  registrationNo: line(text('注册证号', 'Registration no.')),
  lotId: field(z.uuid(), { title: text('批次', 'Lot'), widget: 'lot' }),
  lotNo: line(text('批号', 'Lot no.')),
  serial: line(text('序列号', 'Serial no.')),
  udi: field(z.string().trim().min(1).max(400), { title: text('UDI', 'UDI'), widget: 'udi' }),
  producedOn: day(text('生产日期', 'Produced on')),
  expiresOn: day(text('有效期至', 'Expires on')),
  purchasedOn: day(text('购进日期', 'Purchased on')),
  deliveryNote: line(text('随货同行单号', 'Delivery note')),
  quantityAffected: field(z.int().min(1).max(1_000_000), {
    title: text('涉及数量', 'Quantity affected'),
    widget: 'number',
  }),
  stillInUse: yesNoUnknown(text('是否仍在使用', 'Still in use')),
  title: line(text('标题', 'Title')),
  description: paragraph(text('问题描述', 'Description')),
  request: paragraph(text('客户请求', 'Request of the customer')),
  expectation: paragraph(text('客户期望', 'Expectation of the customer')),
  urgency: choice(text('急迫程度', 'Urgency'), urgencies, {
    hint: text('重要特性或功能无法使用即为紧迫', 'Urgent when a key feature or function is unusable'),
  }),
  harmHappened: yesNoUnknown(text('是否已造成死亡或严重伤害', 'Has somebody died or been seriously injured?')),
  couldHarm: yesNoUnknown(
    text('若再次发生，是否可能致死亡或严重伤害', 'Could somebody die or be seriously injured if it happened again?'),
  ),
  treatmentAffected: yesNoUnknown(
    text('是否影响了诊断或治疗', 'Was a treatment or diagnosis delayed, stopped or wrong?'),
  ),
  functionLost: yesNoUnknown(text('重要特性或功能是否无法使用', 'Is a key feature or function unusable?')),
} as const

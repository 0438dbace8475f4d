import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { choice, line, moment, paragraph, telephone } from '../../vocabulary/entry-field.ts'
import { channels, urgencies } from '../../vocabulary/intake.ts'
import { kinds } from './taxonomy.ts'

/** What is written down when a request comes in; the same schemas serve intake, correction and the record. */
export const intake = {
  receivedAt: moment(text('接到时间', 'Received at'), {
    hint: text('客户来电或来函的时间，不晚于现在', 'When the customer called or wrote; not in the future'),
  }),
  channel: choice(text('渠道', 'Channel'), channels),
  kind: choice(text('类别', 'Kind'), kinds),
  partyId: field(z.uuid(), { title: text('客户', 'Customer'), widget: 'party', of: 'customer' }),
  partyName: line(text('客户名称', 'Name of the customer')),
  contactPerson: line(text('联系人', 'Contact person'), { personal: true }),
  phone: telephone(text('联系电话', 'Telephone')),
  fax: line(text('传真', 'Fax')),
  email: field(z.email().max(200), { title: text('电子邮箱', 'E-mail'), widget: 'line', personal: true }),
  productId: field(z.uuid(), { title: text('产品', 'Product'), widget: 'product' }),
  productName: line(text('产品名称', 'Name of the product')),
  lotNo: line(text('批号', 'Lot no.')),
  title: line(text('标题', 'Title')),
  description: paragraph(text('咨询内容', 'What is asked')),
  request: paragraph(text('客户请求', 'Request of the customer')),
  expectation: paragraph(text('客户期望', 'Expectation of the customer')),
  urgency: choice(text('急迫程度', 'Urgency'), urgencies, {
    hint: text('重要特性或功能无法使用即为紧迫', 'Urgent when a key feature or function is unusable'),
  }),
} as const

/** What every event of an inquiry follows. */
export const RECEIPT = text('接到咨询的时间', 'the receipt of the inquiry')

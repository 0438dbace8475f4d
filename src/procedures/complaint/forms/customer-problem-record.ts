import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, instant, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { channels, contactWays, satisfactions } from '../taxonomy.ts'
import { allSignatures, type ComplaintView, correctionsOf, doneBy, signatureAt } from './view.ts'
import { apologies, problemTypes, urgencyBoxes } from './wording.ts'

/** What the template of 客户问题记录 reads. */
const customerProblemRecordSchema = z.strictObject({
  titles: z.strictObject({
    customer: saidSchema,
    problem: saidSchema,
    plan: saidSchema,
    handling: saidSchema,
    result: saidSchema,
  }),
  receivedAt: cellSchema,
  receivedBy: cellSchema,
  channel: cellSchema,
  organisation: cellSchema,
  contact: cellSchema,
  telephone: cellSchema,
  fax: cellSchema,
  email: cellSchema,
  address: cellSchema,
  product: cellSchema,
  lot: cellSchema,
  description: cellSchema,
  request: cellSchema,
  attachments: cellSchema,
  type: cellSchema,
  urgency: cellSchema,
  apology: cellSchema,
  department: cellSchema,
  handler: cellSchema,
  expectedAt: cellSchema,
  plannedMeasures: cellSchema,
  contacts: tableSchema,
  handledAt: cellSchema,
  measures: cellSchema,
  result: cellSchema,
  toldTo: cellSchema,
  toldAt: cellSchema,
  told: cellSchema,
  satisfaction: cellSchema,
  satisfactionAsked: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})
export type CustomerProblemRecord = Readonly<z.infer<typeof customerProblemRecordSchema>>

/** Lays a complaint out on 客户问题记录. */
function fromComplaint(view: ComplaintView): CustomerProblemRecord {
  const { customer, product, assignment, handling, reply, satisfaction } = view
  const corrected = (...fields: readonly string[]) => ({ corrections: correctionsOf(view, ...fields) })
  return {
    titles: {
      customer: text('一、客户基本情况', '1  Customer'),
      problem: text('二、问题受理', '2  Problem'),
      plan: text('三、预计解决时间和措施', '3  Expected time and measures'),
      handling: text('四、办理时间和措施', '4  Handling time and measures'),
      result: text('五、结果告知与满意情况', '5  Result and satisfaction'),
    },
    receivedAt: cell(text('受理时间', 'Received'), instant(view.receivedAt), corrected('receivedAt')),
    receivedBy: cell(text('受理专员', 'Received by'), view.receivedBy),
    channel: choice(text('受理渠道', 'Channel'), channels, view.channel, corrected('channel')),
    organisation: cell(text('单　位', 'Organisation'), customer.name, corrected('customer.name')),
    contact: cell(text('联系人', 'Contact'), customer.contact, corrected('customer.contact')),
    telephone: cell(text('电　话', 'Telephone'), customer.telephone, corrected('customer.telephone')),
    fax: cell(text('传　真', 'Fax'), customer.fax, corrected('customer.fax')),
    email: cell(text('电子邮件', 'E-mail'), customer.email, corrected('customer.email')),
    address: cell(text('地　址', 'Address'), customer.address, corrected('customer.address')),
    product: cell(text('产品型号', 'Device, model'), [[product.name, product.model].filter(Boolean).join('　')], {
      ...corrected('product.name', 'product.model'),
    }),
    lot: cell(
      text('批号序列号', 'Lot, serial'),
      [[product.lot, product.serial].filter(Boolean).join(' / ')],
      corrected('product.lot', 'product.serial'),
    ),
    description: cell(text('问题描述', 'Problem'), view.description, corrected('description')),
    request: cell(text('请求与期望', 'Request and expectation'), view.request, corrected('request')),
    attachments: cell(text('附　件', 'Attachments'), view.attachments.length > 0 ? view.attachments.join('；') : null),
    type: choice(text('问题类型', 'Type'), problemTypes, view.problemType, corrected('problemType')),
    urgency: choice(text('急迫程度', 'Urgency'), urgencyBoxes, view.urgency, corrected('urgency')),
    apology: choice(text('致　歉', 'Apology'), apologies, view.apology.at === null ? null : 'given', {
      signature: doneBy(text('致歉人', 'Apologised by'), view.apology),
    }),
    department: cell(text('办理部门', 'Department'), assignment.department, corrected('assignment.department')),
    handler: cell(text('问题办理人', 'Handler'), assignment.handler, corrected('assignment.handler')),
    expectedAt: cell(
      text('预计时间', 'Expected by'),
      instant(assignment.expectedAt),
      corrected('assignment.expectedAt'),
    ),
    plannedMeasures: cell(text('预计措施', 'Measures'), assignment.measures, corrected('assignment.measures')),
    contacts: {
      title: text('客户联系记录', 'Contact log'),
      columns: [
        { label: text('时间', 'Time'), width: 2.2 },
        { label: text('方式', 'Channel'), width: 1.3 },
        { label: text('联系对象', 'With'), width: 1.8 },
        { label: text('内容', 'Content'), width: 6 },
        { label: text('联系人员', 'By'), width: 1.4 },
      ],
      rows: view.contacts.map(contact => [
        instant(contact.at),
        contact.channel === null ? null : contactWays[contact.channel],
        contact.with,
        contact.content,
        contact.by,
      ]),
    },
    handledAt: cell(text('办理时间', 'Handled at'), instant(handling.at), corrected('handling.at')),
    measures: cell(text('办理措施', 'Measures taken'), handling.measures, {
      ...corrected('handling.measures'),
      signature: signatureAt(view, 'handling', text('办理人', 'Handled by')),
    }),
    result: cell(text('办理结果', 'Result'), view.result, corrected('result')),
    toldTo: cell(text('告知对象', 'Told'), reply.to, corrected('reply.to')),
    toldAt: cell(text('告知时间', 'Told at'), instant(reply.at), corrected('reply.at')),
    told: cell(text('告知内容', 'Content'), reply.content, {
      ...corrected('reply.content'),
      signature: signatureAt(view, 'result', text('客服中心负责人', 'Head of customer service')),
    }),
    satisfaction: choice(
      text('满意情况', 'Satisfaction'),
      satisfactions,
      satisfaction.level,
      corrected('satisfaction.level'),
    ),
    satisfactionAsked: cell(text('客户意见', 'Comment'), satisfaction.comment, {
      ...corrected('satisfaction.comment'),
      signature: doneBy(text('受理专员', 'Asked by'), satisfaction),
    }),
    signatures: allSignatures(view),
  }
}

/** 客户问题记录 (S28; R07). */
export const customerProblemRecord = form<ComplaintView, CustomerProblemRecord>({
  id: 'customer-problem-record',
  code: 'QR-SH-02',
  revision: 'A/0',
  title: text('客户问题记录', 'Customer problem record'),
  template: new URL('./customer-problem-record.typ', import.meta.url),
  sample: new URL('./customer-problem-record.sample.json', import.meta.url),
  fulfils: ['S28-4.3a', 'S28-4.3b', 'S28-4.3c', 'S28-4.3e', 'S28-4.3f', 'S28-4.4b', 'S28-4.5e', 'S28-4.5j'],
  schema: customerProblemRecordSchema,
  data: fromComplaint,
})

import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import {
  cell,
  cellSchema,
  choice,
  day,
  instant,
  saidSchema,
  signatureSchema,
  tableSchema,
} from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { severities } from '../severity.ts'
import { adverseEventStates, channels, findings, kinds, localities } from '../taxonomy.ts'
import { allSignatures, type ComplaintView, correctionsOf, doneBy, signatureAt } from './view.ts'
import { urgencyBoxes } from './wording.ts'

/** What the template of 顾客质量投诉及处理记录 reads. */
const qualityComplaintRecordSchema = z.strictObject({
  titles: z.strictObject({
    intake: saidSchema,
    product: saidSchema,
    inquiry: saidSchema,
    disposition: saidSchema,
    closing: saidSchema,
  }),
  receivedAt: cellSchema,
  receivedBy: cellSchema,
  channel: cellSchema,
  kind: cellSchema,
  urgency: cellSchema,
  severity: cellSchema,
  buyer: cellSchema,
  locality: cellSchema,
  contact: cellSchema,
  telephone: cellSchema,
  product: cellSchema,
  model: cellSchema,
  registration: cellSchema,
  manufacturer: cellSchema,
  supplier: cellSchema,
  lot: cellSchema,
  serial: cellSchema,
  udi: cellSchema,
  madeOn: cellSchema,
  expiresOn: cellSchema,
  quantity: cellSchema,
  description: cellSchema,
  inspector: cellSchema,
  visitedAt: cellSchema,
  finding: cellSchema,
  findingNote: cellSchema,
  retainedSample: cellSchema,
  cause: cellSchema,
  responsibility: cellSchema,
  adverseEvent: cellSchema,
  opinion: cellSchema,
  measures: cellSchema,
  holds: cellSchema,
  registrantTold: cellSchema,
  supplierTold: cellSchema,
  notices: tableSchema,
  replyTo: cellSchema,
  replyAt: cellSchema,
  reply: cellSchema,
  followUp: cellSchema,
  result: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})
export type QualityComplaintRecord = Readonly<z.infer<typeof qualityComplaintRecordSchema>>

/** Lays a complaint out on 顾客质量投诉及处理记录. */
function fromComplaint(view: ComplaintView): QualityComplaintRecord {
  const { customer, product, verification, adverseEvent, opinion } = view
  const corrected = (...fields: readonly string[]) => ({ corrections: correctionsOf(view, ...fields) })
  return {
    titles: {
      intake: text('一、受理', '1  Intake'),
      product: text('二、产品与投诉内容', '2  Device and complaint'),
      inquiry: text('三、调查与核实', '3  Investigation and verification'),
      disposition: text('四、处置', '4  Disposition'),
      closing: text('五、反馈与结案', '5  Feedback and closing'),
    },
    receivedAt: cell(text('受理时间', 'Received'), instant(view.receivedAt), corrected('receivedAt')),
    receivedBy: cell(text('受理人', 'Received by'), view.receivedBy),
    channel: choice(text('受理方式', 'Channel'), channels, view.channel, corrected('channel')),
    kind: choice(text('类　别', 'Kind'), kinds, view.kind, corrected('kind')),
    urgency: choice(text('急迫程度', 'Urgency'), urgencyBoxes, view.urgency, corrected('urgency')),
    severity: choice(text('严重程度', 'Severity'), severities, view.severity, corrected('severity')),
    buyer: cell(text('购货单位', 'Buyer'), customer.name, corrected('customer.name')),
    locality: choice(text('地　域', 'Locality'), localities, customer.locality, corrected('customer.locality')),
    contact: cell(text('联系人', 'Contact'), customer.contact, corrected('customer.contact')),
    telephone: cell(text('联系电话', 'Telephone'), customer.telephone, corrected('customer.telephone')),
    product: cell(text('产品名称', 'Device'), product.name, corrected('product.name')),
    model: cell(text('规格型号', 'Model'), product.model, corrected('product.model')),
    registration: cell(text('注册证号', 'Registration'), product.registration, corrected('product.registration')),
    manufacturer: cell(text('生产企业', 'Manufacturer'), product.manufacturer, corrected('product.manufacturer')),
    supplier: cell(text('供货单位', 'Supplier'), product.supplier, corrected('product.supplier')),
    lot: cell(text('生产批号', 'Lot'), product.lot, corrected('product.lot')),
    serial: cell(text('序列号', 'Serial'), product.serial, corrected('product.serial')),
    udi: cell(text('UDI', 'UDI'), product.udi, corrected('product.udi')),
    madeOn: cell(text('生产日期', 'Made'), day(product.madeOn), corrected('product.madeOn')),
    expiresOn: cell(text('有效期至', 'Expires'), day(product.expiresOn), corrected('product.expiresOn')),
    quantity: cell(text('投诉数量', 'Quantity'), product.quantity, corrected('product.quantity')),
    description: cell(text('投诉内容', 'Complaint'), view.description, corrected('description')),
    inspector: cell(text('核实人员', 'Inspector'), verification.inspector, corrected('verification.inspector')),
    visitedAt: cell(text('核实时间', 'Visited'), instant(verification.visitedAt), corrected('verification.visitedAt')),
    finding: choice(text('核实结论', 'Finding'), findings, verification.finding, corrected('verification.finding')),
    findingNote: cell(text('核实情况', 'Verification'), verification.note, {
      ...corrected('verification.note'),
      signature: signatureAt(view, 'verification', text('核实人签名', 'Inspector')),
    }),
    retainedSample: cell(text('留样复验', 'Retained sample'), view.retainedSample.result, {
      ...corrected('retainedSample.result'),
      signature: doneBy(text('复验人', 'Tested by'), view.retainedSample),
    }),
    cause: cell(text('原因分析', 'Cause found'), view.cause, corrected('cause')),
    responsibility: cell(
      text('责任判定', 'Responsibility'),
      view.responsibility.decided ?? view.responsibility.proposed,
      corrected('responsibility.decided', 'responsibility.proposed'),
    ),
    adverseEvent: choice(text('不良事件判定', 'Adverse event'), adverseEventStates, adverseEvent.state, {
      ...corrected('adverseEvent.state', 'adverseEvent.rationale'),
      note: adverseEvent.rationale,
    }),
    opinion: cell(
      opinion.interim ? text('处置意见（临时）', 'Opinion (interim)') : text('处置意见', 'Disposition opinion'),
      opinion.text,
      {
        ...corrected('opinion.text'),
        signature: signatureAt(view, 'opinion', text('质量管理部负责人', 'Head of quality')),
      },
    ),
    measures: cell(text('处理措施', 'Measures taken'), view.handling.measures, {
      ...corrected('handling.measures'),
      signature: signatureAt(view, 'handling', text('处理人', 'Handled by')),
    }),
    holds: cell(text('停售编号', 'Stop-sale'), view.holds.length > 0 ? view.holds.join('  ') : null),
    registrantTold: cell(text('通知注册人', 'Registrant told'), instant(view.registrantToldAt)),
    supplierTold: cell(text('通知供货者', 'Supplier told'), instant(view.supplierToldAt)),
    notices: {
      title: text('通知发送', 'Notices sent'),
      columns: [
        { label: text('通知对象', 'Sent to'), width: 3 },
        { label: text('内容', 'Content'), width: 5 },
        { label: text('时间', 'Time'), width: 2.4 },
        { label: text('回执', 'Receipt'), width: 2 },
      ],
      rows: view.notices.map(notice => [notice.to, notice.content, instant(notice.at), notice.receipt]),
    },
    replyTo: cell(text('告知对象', 'Told'), view.reply.to, corrected('reply.to')),
    replyAt: cell(text('告知时间', 'Told at'), instant(view.reply.at), corrected('reply.at')),
    reply: cell(text('答复内容', 'Reply'), view.reply.content, {
      ...corrected('reply.content'),
      signature: signatureAt(view, 'result', text('告知人', 'Told by')),
    }),
    followUp: cell(text('事后跟踪', 'Follow-up'), view.followUp, corrected('followUp')),
    result: cell(text('处理结果', 'Result'), view.result, {
      ...corrected('result'),
      signature: signatureAt(view, 'closing', text('结案签名', 'Closed by')),
    }),
    signatures: allSignatures(view),
  }
}

/** 顾客质量投诉及处理记录 (S01; R01, with the parts that 54号令第40条 and GSP 第105条 ask of a complaint record). */
export const qualityComplaintRecord = form<ComplaintView, QualityComplaintRecord>({
  id: 'quality-complaint-record',
  code: 'QR-SH-01',
  revision: 'A/0',
  title: text('顾客质量投诉及处理记录', 'Customer quality complaint and handling record'),
  template: new URL('./quality-complaint-record.typ', import.meta.url),
  sample: new URL('./quality-complaint-record.sample.json', import.meta.url),
  fulfils: ['S01-4.2a', 'S01-4.4a', 'S01-4.4b', 'S01-4.4e', 'S01-5a'],
  schema: qualityComplaintRecordSchema,
  data: fromComplaint,
})

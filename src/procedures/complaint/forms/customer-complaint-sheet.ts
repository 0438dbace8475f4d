import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, day, instant, saidSchema, signatureSchema } from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { channels, remedies } from '../taxonomy.ts'
import { allSignatures, type ComplaintView, correctionsOf, type Decided, doneBy, signatureAt } from './view.ts'
import { apologies, demands, standing, yesNo } from './wording.ts'

/** What the template of 顾客投诉记录表 reads. */
const customerComplaintSheetSchema = z.strictObject({
  titles: z.strictObject({ complaint: saidSchema, judgement: saidSchema, solution: saidSchema }),
  receivedAt: cellSchema,
  receivedBy: cellSchema,
  channel: cellSchema,
  consumer: cellSchema,
  telephone: cellSchema,
  address: cellSchema,
  product: cellSchema,
  model: cellSchema,
  lot: cellSchema,
  expiresOn: cellSchema,
  description: cellSchema,
  demands: cellSchema,
  groundSufficient: cellSchema,
  demandReasonable: cellSchema,
  established: cellSchema,
  reason: cellSchema,
  apology: cellSchema,
  solution: cellSchema,
  replyAt: cellSchema,
  replyTo: cellSchema,
  reply: cellSchema,
  result: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})
export type CustomerComplaintSheet = Readonly<z.infer<typeof customerComplaintSheetSchema>>

/** Lays a complaint out on 顾客投诉记录表. */
function fromComplaint(view: ComplaintView): CustomerComplaintSheet {
  const { customer, product, judgement, reply } = view
  const corrected = (...fields: readonly string[]) => ({ corrections: correctionsOf(view, ...fields) })
  const decided = (label: Text, value: Decided, field: string, titles: typeof yesNo = yesNo) =>
    choice(label, titles, value === null ? null : value ? 'yes' : 'no', corrected(field))
  return {
    titles: {
      complaint: text('一、投诉内容', '1  Complaint'),
      judgement: text('二、投诉是否成立', '2  Does the complaint stand'),
      solution: text('三、协商与答复', '3  Solution and reply'),
    },
    receivedAt: cell(text('投诉时间', 'Received'), instant(view.receivedAt), corrected('receivedAt')),
    receivedBy: cell(text('记录人', 'Recorded by'), view.receivedBy),
    channel: choice(text('投诉方式', 'Channel'), channels, view.channel, corrected('channel')),
    consumer: cell(
      text('顾客姓名', 'Consumer'),
      [customer.name, customer.contact],
      corrected('customer.name', 'customer.contact'),
    ),
    telephone: cell(text('联系电话', 'Telephone'), customer.telephone, corrected('customer.telephone')),
    address: cell(text('地　址', 'Address'), customer.address, corrected('customer.address')),
    product: cell(text('产品名称', 'Device'), product.name, corrected('product.name')),
    model: cell(text('规格型号', 'Model'), product.model, corrected('product.model')),
    lot: cell(
      text('批号序列号', 'Lot, serial'),
      [[product.lot, product.serial].filter(Boolean).join(' / ')],
      corrected('product.lot', 'product.serial'),
    ),
    expiresOn: cell(text('有效期至', 'Expires'), day(product.expiresOn), corrected('product.expiresOn')),
    description: cell(text('投诉内容', 'Complaint'), view.description, corrected('description')),
    demands: choice(text('顾客要求', 'Demand'), demands, view.demands, {
      ...corrected('demands', 'demandNote'),
      note: view.demandNote,
    }),
    groundSufficient: decided(
      text('理由是否充足', 'Ground sufficient'),
      judgement.groundSufficient,
      'judgement.groundSufficient',
    ),
    demandReasonable: decided(
      text('要求是否合理', 'Demand reasonable'),
      judgement.demandReasonable,
      'judgement.demandReasonable',
    ),
    established: decided(
      text('投诉是否成立', 'Complaint stands'),
      judgement.established,
      'judgement.established',
      standing,
    ),
    reason: cell(text('判断依据', 'Grounds'), judgement.reason, {
      ...corrected('judgement.reason'),
      signature: doneBy(text('判断人', 'Judged by'), judgement),
    }),
    apology: choice(text('致　歉', 'Apology'), apologies, view.apology.at === null ? null : 'given', {
      signature: doneBy(text('致歉人', 'Apologised by'), view.apology),
    }),
    solution: choice(text('解决方案', 'Solution'), remedies, view.remedies, {
      ...corrected('remedies', 'handling.measures'),
      note: view.handling.measures,
      signature: signatureAt(view, 'handling', text('经办人', 'Handled by')),
    }),
    replyAt: cell(text('答复时间', 'Replied at'), instant(reply.at), corrected('reply.at')),
    replyTo: cell(text('答复对象', 'Replied to'), reply.to, corrected('reply.to')),
    reply: cell(text('答复内容', 'Reply'), reply.content, {
      ...corrected('reply.content'),
      signature: signatureAt(view, 'result', text('答复人', 'Replied by')),
    }),
    result: cell(text('处理结果', 'Result'), view.result, {
      ...corrected('result'),
      signature: signatureAt(view, 'closing', text('售后服务科负责人', 'Head of after-sales')),
    }),
    signatures: allSignatures(view),
  }
}

/** 顾客投诉记录表 (S02 4.3; R04). */
export const customerComplaintSheet = form<ComplaintView, CustomerComplaintSheet>({
  id: 'customer-complaint-sheet',
  code: 'QR-SH-03',
  revision: 'A/0',
  title: text('顾客投诉记录表', 'Consumer complaint record'),
  template: new URL('./customer-complaint-sheet.typ', import.meta.url),
  sample: new URL('./customer-complaint-sheet.sample.json', import.meta.url),
  fulfils: ['S02-4.3.1a', 'S02-4.3.1c', 'S02-4.3.1d', 'S02-4.3.2a', 'S02-4.3.2b', 'S02-4.3.2c'],
  schema: customerComplaintSheetSchema,
  data: fromComplaint,
})

import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { whyLimits } from '../exchange-rate.ts'
import { formWays, reasons, wishes } from '../taxonomy.ts'
import type { ReturnPaper } from './paper.ts'
import { amountBox, box, by, goods, goodsTable, momentBox, of, signaturesOf } from './parts.ts'

const schema = z.strictObject({
  titles: z.strictObject({ request: saidSchema, decision: saidSchema }),
  customer: cellSchema,
  requestedAt: cellSchema,
  contact: cellSchema,
  phone: cellSchema,
  reason: cellSchema,
  wish: cellSchema,
  way: cellSchema,
  faxNo: cellSchema,
  signedFor: cellSchema,
  goods: tableSchema,
  quantity: cellSchema,
  amount: cellSchema,
  remark: cellSchema,
  limits: cellSchema,
  special: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const laidOut = (paper: ReturnPaper): z.infer<typeof schema> => {
  const { record } = paper
  return {
    titles: { request: text('一、客户申请', '1  Request'), decision: text('二、评审与审批', '2  Review and approval') },
    customer: box('退货单位', 'Customer', paper, row => row.partyName),
    requestedAt: momentBox('申请时间', 'Requested', paper, row => row.requestedAt),
    contact: box('联系人', 'Contact', paper, row => row.contactPerson, 'contactPerson'),
    phone: box('联系电话', 'Telephone', paper, row => row.phone, 'phone'),
    reason: choice(
      text('调退原因', 'Reason'),
      reasons,
      of(paper, row => row.reason),
    ),
    wish: choice(
      text('客户要求', 'Wish'),
      wishes,
      of(paper, row => row.wish),
    ),
    way: choice(
      text('提交方式', 'Came by'),
      formWays,
      of(paper, row => row.formWay),
    ),
    faxNo: box('传真登记号', 'Fax no.', paper, row => row.faxRegisterNo),
    signedFor: cell(
      text('售后签收', 'Signed for'),
      of(paper, row => row.signedForByName),
      {
        signature: by(text('签收人', 'Signed for by'), record?.signedForByName ?? null, record?.signedForAt ?? null),
      },
    ),
    goods: goodsTable(
      text('调退货明细', 'Goods'),
      paper.lines,
      goods.no,
      goods.product,
      goods.model,
      goods.lot,
      goods.delivery,
      goods.quantity,
      goods.price,
      goods.amount,
    ),
    quantity: box('数量合计', 'Quantity', paper, row => String(row.quantity)),
    amount: amountBox('金额合计（元）', 'Amount (yuan)', paper, row => row.amount),
    remark: box('客户说明', 'Remark', paper, row => row.remark, 'remark'),
    limits: box('比例与期限', 'Rate and period', paper, row => row.limits && whyLimits(row.limits)),
    special: box('特批', 'Special case', paper, row => row.specialReason ?? row.goodwillReason),
    signatures: signaturesOf(
      paper,
      'return.sign-for',
      'return.review',
      'return.approve',
      'return.refuse',
      'return.sign-stock-in',
      'return.stock-in',
    ),
  }
}

/** 调退货明细表: the customer's itemised request, and with the signatures the slip for the stock-in (R20). */
export const itemisedRequest = form<ReturnPaper, z.infer<typeof schema>>({
  id: 'itemised-request',
  code: 'QR-TH-01',
  revision: 'A/0',
  title: text('调退货明细表', 'Itemised return request'),
  template: new URL('./itemised-request.typ', import.meta.url),
  sample: new URL('./itemised-request.sample.json', import.meta.url),
  fulfils: ['S02-4.2.1a', 'S02-4.2.7a', 'S12-5.8.1a', 'S01-4.6a'],
  schema,
  data: laidOut,
})

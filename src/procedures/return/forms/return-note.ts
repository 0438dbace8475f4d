import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { departments } from '../../../vocabulary/intake.ts'
import { reasons, ways, wishes } from '../taxonomy.ts'
import type { ReturnPaper } from './paper.ts'
import { amountBox, box, doneBox, goods, goodsTable, momentBox, of, signaturesOf, taken } from './parts.ts'

const schema = z.strictObject({
  titles: z.strictObject({ goods: saidSchema, result: saidSchema }),
  customer: cellSchema,
  requestedAt: cellSchema,
  reason: cellSchema,
  way: cellSchema,
  goods: tableSchema,
  result: cellSchema,
  replacement: cellSchema,
  refund: cellSchema,
  quantity: cellSchema,
  amount: cellSchema,
  passedOn: cellSchema,
  reviewed: cellSchema,
  sent: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const laidOut = (paper: ReturnPaper): z.infer<typeof schema> => {
  const { record } = paper
  const accepted = taken(paper)
  const passed = paper.notes.filter(item => item.kind === 'passed-on')
  return {
    titles: { goods: text('一、退货', '1  Return'), result: text('二、处理结果', '2  Result') },
    customer: box('客　户', 'Customer', paper, row => row.partyName),
    requestedAt: momentBox('申请时间', 'Requested', paper, row => row.requestedAt),
    reason: choice(
      text('原　因', 'Reason'),
      reasons,
      of(paper, row => row.reason),
    ),
    way: choice(
      text('运回与否', 'Shipped back'),
      ways,
      of(paper, row => row.way),
      { note: of(paper, row => row.wayReason) },
    ),
    goods: goodsTable(
      text('退货明细', 'Goods'),
      paper.lines,
      goods.no,
      goods.product,
      goods.model,
      goods.lot,
      goods.quantity,
      goods.counted,
      accepted.quantity,
      accepted.amount,
    ),
    result: choice(
      text('处理结果', 'Result'),
      wishes,
      of(paper, row => row.settledAs),
      {
        note: of(paper, row => row.settlementNote),
      },
    ),
    replacement: box('换货单号', 'Replacement', paper, row => row.replacementOrderNo, 'replacementOrderNo'),
    refund: amountBox('退款（元）', 'Refund (yuan)', paper, row => row.refundAmount),
    quantity: box('数量合计', 'Quantity', paper, row =>
      row.totalQuantity === null ? null : String(row.totalQuantity),
    ),
    amount: amountBox('金额合计（元）', 'Amount (yuan)', paper, row => row.totalAmount),
    passedOn: cell(
      text('送处理', 'Passed on'),
      passed.flatMap(item => [item.department ? departments[item.department] : null, item.content]),
    ),
    reviewed: doneBox('文员审核', 'Reviewed', record?.noteReviewedByName ?? null, record?.noteReviewedAt ?? null),
    sent: doneBox('发客户', 'Sent', record?.noteSentByName ?? null, record?.noteSentAt ?? null),
    signatures: signaturesOf(paper, 'return.approve', 'return.refund', 'return.review-note'),
  }
}

/** 退货单: what the customer gets when all is done; also goes along with goods that are passed on for rework (R23). */
export const returnNoteForm = form<ReturnPaper, z.infer<typeof schema>>({
  id: 'return-note',
  code: 'QR-TH-04',
  revision: 'A/0',
  title: text('退货单', 'Return note'),
  applies: ({ totalledAt }) => totalledAt !== null,
  template: new URL('./return-note.typ', import.meta.url),
  sample: new URL('./return-note.sample.json', import.meta.url),
  fulfils: ['S02-3.5c', 'S02-3.7a', 'S02-3.7b', 'S02-4.2.9a', 'S02-4.2.9b', 'S12-5.8.1a', 'S12-5.8.2c', 'S12-5.8.2d'],
  schema,
  data: laidOut,
})

import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, day, headings, signatureList } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { allSignatures, GOODS, goodsCells, goodsSchema, moment, type NonconformingView, signatureOf } from './view.ts'

const schema = z.strictObject({
  titles: headings('goods', 'notice', 'transport', 'receipt'),
  goods: goodsSchema,
  boxes: cells(
    'noticeNo',
    'to',
    'quantity',
    'serials',
    'basis',
    'reason',
    'driver',
    'leftAt',
    'transport',
    'received',
    'receiptNo',
    'settlement',
  ),
  signatures: signatureList,
})

/** 进货退出通知单 (S26 4; R74): tells transport what goes back to whom and why; the supplier signs for it. */
export const purchaseReturnNotice = form<NonconformingView, z.infer<typeof schema>>({
  id: 'purchase-return-notice',
  code: 'QR-BH-05',
  revision: 'A/0',
  title: text('进货退出通知单', 'Purchase-return notice'),
  applies: ({ supplierQuantity }) => Number(supplierQuantity) > 0,
  template: new URL('./purchase-return-notice.typ', import.meta.url),
  sample: new URL('./purchase-return-notice.sample.json', import.meta.url),
  fulfils: ['S26-4b', 'S26-1b'],
  schema,
  data: view => {
    const { record } = view
    const part = view.dispositions.findLast(item => item.kind === 'supplier' && item.noticeNo !== null)
    return {
      titles: {
        goods: GOODS,
        notice: text('一、通知', '1  Notice'),
        transport: text('二、运出', '2  Transport'),
        receipt: text('三、供货者签收', '3  Receipt of the supplier'),
      },
      goods: goodsCells(view),
      boxes: {
        noticeNo: cell(text('通知单号', 'Notice'), part?.noticeNo ?? null),
        to: cell(text('退往单位', 'To'), part?.partyName ?? null),
        quantity: cell(text('退出数量', 'Quantity'), part && record ? `${part.quantity} ${record.unit}` : null),
        serials: cell(text('退出序列号', 'Serials'), part?.serials.join('、') ?? null, {
          inapplicable: part?.serials.length === 0,
        }),
        basis: cell(text('责任依据', 'Grounds'), record?.basis ?? null),
        reason: cell(text('退出原因', 'Reason'), part?.noticeReason ?? null, {
          signature: signatureOf(view, 'return-to-supplier', text('填单人', 'Filled by')),
        }),
        driver: cell(text('驾驶员', 'Driver'), part?.driverName ?? null),
        leftAt: cell(text('运出时间', 'Left at'), moment(part?.leftAt)),
        transport: cell(text('车辆运单', 'Transport'), part?.transport ?? null),
        received: cell(text('签　收', 'Received'), [part?.receivedBy ?? null, day(part?.receivedOn ?? null)]),
        receiptNo: cell(text('签收单号', 'Receipt'), part?.receiptNo ?? null),
        settlement: cell(text('结　算', 'Settled'), part?.settlement ?? null),
      },
      signatures: allSignatures(view),
    }
  },
})

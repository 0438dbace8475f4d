import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { amountOf, yuan } from '../exchange-rate.ts'
import { unitsOf } from '../lines.ts'
import { verdicts } from '../taxonomy.ts'
import type { ReturnPaper } from './paper.ts'
import { box, doneBox, momentBox, signaturesOf, takenOf } from './parts.ts'

const schema = z.strictObject({
  titles: z.strictObject({ note: saidSchema, totals: saidSchema }),
  customer: cellSchema,
  slip: cellSchema,
  stockedInAt: cellSchema,
  location: cellSchema,
  goods: tableSchema,
  quantity: cellSchema,
  amount: cellSchema,
  keeper: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const laidOut = (paper: ReturnPaper): z.infer<typeof schema> => {
  const { record } = paper
  const amount = record?.totalAmount ?? amountOf(paper.lines.map(line => ({ ...line, quantity: takenOf(paper, line) })))
  const taken = paper.verdicts.filter(item => item.takenIn && !item.superseded)
  return {
    titles: { note: text('一、入库', '1  Stock-in'), totals: text('二、合计', '2  Totals') },
    customer: box('退货单位', 'Customer', paper, row => row.partyName),
    slip: box('明细单号', 'Slip no.', paper, row => row.number),
    stockedInAt: momentBox('入库时间', 'Stocked in', paper, row => row.stockedInAt),
    location: box('货　位', 'Location', paper, row => row.location, 'location'),
    goods: {
      title: text('入库货品', 'Goods'),
      columns: [
        { label: text('品名', 'Device'), width: 4 },
        { label: text('规格型号', 'Model'), width: 3 },
        { label: text('批号/序列号', 'Lot, serial'), width: 3 },
        { label: text('数量', 'Quantity'), width: 1.6 },
        { label: text('检验结论', 'Verdict'), width: 4 },
        { label: text('库区', 'Zone'), width: 2.4 },
      ],
      rows: taken.flatMap(item => {
        const line = paper.lines.find(one => one.id === item.lineId)
        if (!line) return []
        return [
          [
            line.productName,
            [line.model, line.spec].filter(Boolean).join(' '),
            [line.lotNo, ...item.serials].join(' '),
            `${item.quantity} ${line.unit}`,
            verdicts[item.verdict],
            item.verdict === 'good' ? text('合格品区', 'Qualified') : text('退货区待处理', 'Return zone'),
          ],
        ]
      }),
    },
    quantity: box('数量合计', 'Quantity', paper, () => String(unitsOf(taken))),
    amount: cell(text('金额（元）', 'Amount (yuan)'), amount === null ? null : yuan(amount)),
    keeper: doneBox('仓库主管', 'Stocked in by', record?.stockedInByName ?? null, record?.stockedInAt ?? null),
    signatures: signaturesOf(paper, 'return.inspect', 'return.sign-stock-in', 'return.stock-in'),
  }
}

/** 退货入库单: what the warehouse books in, with the three signatures (R22). */
export const stockInNote = form<ReturnPaper, z.infer<typeof schema>>({
  id: 'stock-in-note',
  code: 'QR-TH-03',
  revision: 'A/0',
  title: text('退货入库单', 'Return stock-in note'),
  applies: ({ stockedInAt }) => stockedInAt !== null,
  template: new URL('./stock-in-note.typ', import.meta.url),
  sample: new URL('./stock-in-note.sample.json', import.meta.url),
  fulfils: ['S02-4.2.8a', 'S02-4.2.7a'],
  schema,
  data: laidOut,
})

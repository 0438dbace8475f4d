import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { verdicts } from '../taxonomy.ts'
import type { ReturnPaper } from './paper.ts'
import { box, by, momentBox, signaturesOf } from './parts.ts'

const schema = z.strictObject({
  titles: z.strictObject({ goods: saidSchema, statement: saidSchema }),
  customer: cellSchema,
  slip: cellSchema,
  inspectedAt: cellSchema,
  inspector: cellSchema,
  findings: tableSchema,
  statement: cellSchema,
  photographs: cellSchema,
  sentBack: cellSchema,
  signatures: z.array(signatureSchema).readonly(),
})

const laidOut = (paper: ReturnPaper): z.infer<typeof schema> => {
  const { record } = paper
  const refused = paper.verdicts.filter(item => !item.takenIn && !item.superseded)
  return {
    titles: { goods: text('一、检验', '1  Inspection'), statement: text('二、拒签说明', '2  Statement') },
    customer: box('客　户', 'Customer', paper, row => row.partyName),
    slip: box('明细单号', 'Slip no.', paper, row => row.number),
    inspectedAt: momentBox('检验时间', 'Inspected', paper, row => row.inspectedAt),
    inspector: box('检验人', 'Inspector', paper, row => row.inspectorName),
    findings: {
      title: text('拒签货品', 'Goods refused'),
      columns: [
        { label: text('品名', 'Device'), width: 4 },
        { label: text('规格型号', 'Model'), width: 3 },
        { label: text('批号/序列号', 'Lot, serial'), width: 3 },
        { label: text('数量', 'Quantity'), width: 1.6 },
        { label: text('结论', 'Verdict'), width: 3 },
        { label: text('检验情况', 'Finding'), width: 6 },
      ],
      rows: refused.flatMap(item => {
        const line = paper.lines.find(one => one.id === item.lineId)
        if (!line) return []
        return [
          [
            line.productName,
            [line.model, line.spec].filter(Boolean).join(' '),
            [line.lotNo, ...item.serials].join(' '),
            `${item.quantity} ${line.unit}`,
            verdicts[item.verdict],
            item.finding,
          ],
        ]
      }),
    },
    statement: box('书面说明', 'Statement', paper, row => row.refusalStatement),
    photographs: cell(text('附　件', 'Attachments'), paper.attachments),
    sentBack: cell(text('答复与退还', 'Told, sent back'), record?.sentBackHow ?? null, {
      signature: by(text('售后答复人', 'Told by'), record?.refusalToldByName ?? null, record?.refusalToldAt ?? null),
    }),
    signatures: signaturesOf(paper, 'return.inspect'),
  }
}

/** 拒签书面说明: why quality refuses goods, for the customer (R25). */
export const refusalStatement = form<ReturnPaper, z.infer<typeof schema>>({
  id: 'refusal-statement',
  code: 'QR-TH-05',
  revision: 'A/0',
  title: text('退货拒签书面说明', 'Statement of refusal'),
  applies: ({ refusedQuantity }) => Number(refusedQuantity) > 0,
  template: new URL('./refusal-statement.typ', import.meta.url),
  sample: new URL('./refusal-statement.sample.json', import.meta.url),
  fulfils: ['S02-4.2.6f', 'S02-4.2.6g', 'CN-GSP-67'],
  schema,
  data: laidOut,
})

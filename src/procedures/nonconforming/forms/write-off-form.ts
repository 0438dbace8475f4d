import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, headings, signatureList, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { yuan } from '../progress.ts'
import { opinions } from './reviews.ts'
import { allSignatures, doneBy, GOODS, goodsCells, goodsSchema, type NonconformingView } from './view.ts'

const schema = z.strictObject({
  titles: headings('goods', 'write'),
  goods: goodsSchema,
  boxes: cells('quantity', 'serials', 'unitValue', 'value', 'opinion', 'reason'),
  reviews: tableSchema,
  signatures: signatureList,
})

const money = (fen: number | null | undefined): string | null => {
  const amount = yuan(fen ?? null)
  return amount === null ? null : `¥ ${amount}`
}

/** 报损审批表 (S26 4, SC29; R74): goods, value, reason, and five opinions. */
export const writeOffForm = form<NonconformingView, z.infer<typeof schema>>({
  id: 'write-off-form',
  code: 'QR-BH-06',
  revision: 'A/0',
  title: text('报损审批表', 'Write-off form'),
  applies: ({ writeOffQuantity }) => Number(writeOffQuantity) > 0,
  template: new URL('./write-off-form.typ', import.meta.url),
  sample: new URL('./write-off-form.sample.json', import.meta.url),
  fulfils: ['S26-4c'],
  schema,
  data: view => {
    const { record } = view
    const part = view.dispositions.findLast(item => item.kind === 'write-off' && item.requestedAt !== null)
    return {
      titles: { goods: GOODS, write: text('报损', 'Write-off') },
      goods: goodsCells(view),
      boxes: {
        quantity: cell(text('报损数量', 'Quantity'), part && record ? `${part.quantity} ${record.unit}` : null),
        serials: cell(text('报损序列号', 'Serials'), part?.serials.join('、') ?? null, {
          inapplicable: part?.serials.length === 0,
        }),
        unitValue: cell(text('单　价', 'Unit price'), money(part?.unitValue)),
        value: cell(text('金　额', 'Value'), money(part?.value)),
        opinion: cell(text('质管意见', 'Opinion'), record?.opinion ?? null),
        reason: cell(text('报损原因', 'Reason'), part?.reason ?? null, {
          signature: doneBy(text('保管员', 'Keeper'), part?.requestedByName, part?.requestedAt),
        }),
      },
      reviews: opinions(view),
      signatures: allSignatures(view),
    }
  },
})

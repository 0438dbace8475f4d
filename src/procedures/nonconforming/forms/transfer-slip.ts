import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, headings, signatureList } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import { targets } from '../taxonomy.ts'
import { allSignatures, GOODS, goodsCells, goodsSchema, type NonconformingView, signatureOf } from './view.ts'

const schema = z.strictObject({
  titles: headings('goods', 'move'),
  goods: goodsSchema,
  boxes: cells('slipNo', 'from', 'to', 'reason', 'note', 'place'),
  signatures: signatureList,
})

/** 不合格品移库单 (S26 2(3); R72): issued by the salesperson, carried out by the keeper. */
export const transferSlip = form<NonconformingView, z.infer<typeof schema>>({
  id: 'transfer-slip',
  code: 'QR-BH-04',
  revision: 'A/0',
  title: text('不合格品移库单', 'Transfer slip for nonconforming goods'),
  applies: ({ slipAt }) => slipAt !== null,
  template: new URL('./transfer-slip.typ', import.meta.url),
  sample: new URL('./transfer-slip.sample.json', import.meta.url),
  fulfils: ['S26-2.3c'],
  schema,
  data: view => {
    const { record } = view
    return {
      titles: { goods: GOODS, move: text('移库', 'Move') },
      goods: goodsCells(view),
      boxes: {
        slipNo: cell(text('移库单号', 'Slip'), record?.slipNo ?? null),
        from: cell(text('移　出', 'From'), record?.foundZone ? zoneTitles[record.foundZone] : null),
        to: cell(text('移　入', 'To'), record?.target ? targets[record.target] : null),
        reason: cell(text('移库原因', 'Reason'), record?.recheckNote ?? null),
        note: cell(text('移库说明', 'Note'), record?.slipNote ?? null, {
          signature: signatureOf(view, 'confirm', text('业务员', 'Salesperson')),
        }),
        place: cell(text('存放货位', 'Place'), record?.place ?? null, {
          signature: signatureOf(view, 'store', text('保管员', 'Keeper')),
        }),
      },
      signatures: allSignatures(view),
    }
  },
})

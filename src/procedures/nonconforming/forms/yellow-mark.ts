import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cells, saidSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { GOODS, goodsCells, goodsSchema, moment, type NonconformingView } from './view.ts'

const schema = z.strictObject({
  call: saidSchema,
  title: saidSchema,
  goods: goodsSchema,
  boxes: cells('finding', 'markedAt', 'markedBy'),
})

/** 黄牌 (S26 2(1)): hangs on goods that wait for the re-check. */
export const yellowMark = form<NonconformingView, z.infer<typeof schema>>({
  id: 'yellow-mark',
  code: 'QR-BH-02',
  revision: 'A/0',
  title: text('黄牌（暂停发货）', 'Yellow mark: do not ship'),
  template: new URL('./yellow-mark.typ', import.meta.url),
  sample: new URL('./yellow-mark.sample.json', import.meta.url),
  fulfils: ['S26-2.1a'],
  schema,
  data: view => ({
    call: text('待复查　暂停发货', 'WAIT FOR RE-CHECK · DO NOT SHIP'),
    title: GOODS,
    goods: goodsCells(view),
    boxes: {
      finding: cell(text('疑问情况', 'Finding'), view.record?.finding ?? null),
      markedAt: cell(text('挂牌时间', 'Marked at'), moment(view.record?.markedAt)),
      markedBy: cell(text('挂牌人', 'Marked by'), view.record?.markedByName ?? null),
    },
  }),
})

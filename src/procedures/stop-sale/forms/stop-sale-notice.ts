import { z } from 'zod'
import { form } from '../../../kernel/form.ts'
import { cell, cellSchema, choice, instant, saidSchema, signatureSchema, tableSchema } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { audiences, sources } from '../wording.ts'
import { goodsCells, goodsSchema, numberCell, placesTable } from './goods-cells.ts'
import { type StopSalePaper, signaturesOf } from './view.ts'

const schema = z.strictObject({
  titles: z.strictObject({ goods: saidSchema, stop: saidSchema }),
  ...goodsSchema,
  source: cellSchema,
  cause: cellSchema,
  document: cellSchema,
  placedAt: cellSchema,
  placedBy: cellSchema,
  reason: cellSchema,
  inStock: cellSchema,
  underWay: cellSchema,
  atBuyers: cellSchema,
  demand: cellSchema,
  places: tableSchema,
  transit: tableSchema,
  told: tableSchema,
  signatures: z.array(signatureSchema).readonly(),
})
type Data = Readonly<z.infer<typeof schema>>

const fromStop = (view: StopSalePaper): Data => ({
  titles: {
    goods: text('一、停售货品', '1  What is held'),
    stop: text('二、停售', '2  The stop'),
  },
  ...goodsCells(view),
  source: choice(text('停售来源', 'Source'), sources, view.source),
  cause: cell(text('来源记录', 'Came from'), view.causeNumber),
  document: cell(text('监管文件号', 'Document'), view.document, { inapplicable: view.source !== 'authority' }),
  placedAt: cell(text('停售时间', 'Held at'), instant(view.placedAt)),
  placedBy: cell(text('停售人', 'Held by'), view.placedBy),
  reason: cell(text('停售原因', 'Reason'), view.reason),
  inStock: numberCell('应有库存', 'Expected', view.expected.inStock),
  underWay: numberCell('在途数量', 'On the way', view.expected.underWay),
  atBuyers: numberCell('购货方', 'With buyers', view.expected.atBuyers),
  demand: cell(
    text('要　求', 'Demand'),
    text(
      '自停售时间起，业务部门不得开单销售，仓库不得拣货、发货，并在各位置挂黄牌、清点数量；未经质量管理部解除，不得移动或销售。',
      'From the time of the stop on nothing is sold, picked or shipped; each place is marked and counted. Only quality management releases it.',
    ),
  ),
  places: placesTable(view),
  transit: {
    title: text('停售时已在途', 'On its way at the time of the stop'),
    columns: [
      { label: text('随货同行单', 'Delivery note'), width: 3 },
      { label: text('客户', 'Customer'), width: 5 },
      { label: text('批号', 'Lot'), width: 3 },
      { label: text('数量', 'Quantity'), width: 1.5 },
    ],
    rows: view.transit.map(item => [item.number, item.party, item.lot, String(item.quantity)]),
  },
  told: {
    title: text('送达与确认', 'Told and confirmed'),
    columns: [
      { label: text('对象', 'Who'), width: 2.4 },
      { label: text('单位', 'Name'), width: 4 },
      { label: text('告知时间', 'Told at'), width: 2.6 },
      { label: text('确认人', 'Confirmed by'), width: 2 },
      { label: text('确认时间', 'Confirmed at'), width: 2.6 },
    ],
    rows: view.told.map(item => [
      audiences[item.audience],
      item.name,
      instant(item.at),
      item.acknowledgedBy,
      instant(item.acknowledgedAt),
    ]),
  },
  signatures: signaturesOf(view, 'stop-sale.confirm', 'stop-sale.countersign'),
})

/** 停售通知单 (S26-2.2b; S01-4.7b, d). */
export const stopSaleNotice = form<StopSalePaper, Data>({
  id: 'stop-sale-notice',
  code: 'QR-ZG-11',
  revision: 'A/0',
  title: text('停售通知单', 'Stop-sale notice'),
  template: new URL('./stop-sale-notice.typ', import.meta.url),
  sample: new URL('./stop-sale.sample.json', import.meta.url),
  fulfils: ['S26-2.2b', 'S01-4.7b', 'S01-4.7d'],
  schema,
  data: fromStop,
})

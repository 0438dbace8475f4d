import { type CellOptions, cell, cellSchema, choice, type PaperCell } from '../../../kernel/paper.ts'
import { text } from '../../../kernel/text.ts'
import { scopes } from '../wording.ts'
import type { StopSalePaper } from './view.ts'

/** Boxes that say which goods are meant, on every form of a stop. */
export const goodsSchema = {
  product: cellSchema,
  model: cellSchema,
  registration: cellSchema,
  manufacturer: cellSchema,
  scope: cellSchema,
  lots: cellSchema,
}

/** The boxes of {@link goodsSchema}. */
export const goodsCells = ({ product, scope }: StopSalePaper) => ({
  product: cell(text('产品名称', 'Device'), product.name),
  model: cell(text('规格型号', 'Model'), product.model),
  registration: cell(text('注册证号', 'Registration'), product.registration),
  manufacturer: cell(text('生产企业', 'Manufacturer'), product.manufacturer),
  scope: choice(text('停售范围', 'Scope'), scopes, scope),
  lots: cell(text('批号序列号', 'Lot, serial'), [product.lots, product.serials], {
    inapplicable: scope === 'product',
  } satisfies CellOptions),
})

/** A number in a box. */
export const numberCell = (zh: string, en: string, value: number | null): PaperCell =>
  cell(text(zh, en), value === null ? null : String(value))

/** Places with what is expected and counted there. */
export const placesTable = (view: StopSalePaper) => ({
  title: text('各处数量与标识', 'Quantities and marks by place'),
  columns: [
    { label: text('仓库', 'Warehouse'), width: 3 },
    { label: text('库区', 'Zone'), width: 2 },
    { label: text('批号', 'Lot'), width: 2.4 },
    { label: text('应有', 'Expected'), width: 1.3 },
    { label: text('清点', 'Counted'), width: 1.3 },
    { label: text('差异原因', 'Why it differs'), width: 2.6 },
    { label: text('挂牌人', 'Hung by'), width: 1.6 },
    { label: text('摘牌人', 'Taken off by'), width: 1.6 },
  ],
  rows: view.places.map(place => [
    place.warehouse,
    place.zone,
    place.lot,
    String(place.expected),
    place.counted === null ? null : String(place.counted),
    place.difference,
    place.markedBy,
    place.unmarkedBy,
  ]),
})

import { z } from 'zod'
import {
  cell,
  cellSchema,
  day,
  type PaperCell,
  type Said,
  saidSchema,
  signatureSchema,
  tableSchema,
} from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { percentOf } from '../balance.ts'
import { classTitle, measures } from '../kinds.ts'
import type { NoticeView, PaperLine } from './view.ts'

const sectionSchema = z.strictObject({
  kind: z.literal('section'),
  title: saidSchema,
  rows: z.array(z.strictObject({ cells: z.array(cellSchema).readonly(), tall: z.boolean() })).readonly(),
})
const tableBlockSchema = z.strictObject({ kind: z.literal('table'), table: tableSchema })

/** What the template of every form of a notice reads: sections and tables in their order. */
export const sheetSchema = z.strictObject({
  opening: z.array(saidSchema).readonly(),
  blocks: z.array(z.union([sectionSchema, tableBlockSchema])).readonly(),
  signatures: z.array(signatureSchema).readonly(),
})
export type Sheet = Readonly<z.infer<typeof sheetSchema>>
type Block = Sheet['blocks'][number]

/** A titled group of lines; a line of one box that holds prose is `tall`. */
export const section = (
  title: Text,
  ...rows: readonly (readonly PaperCell[] | { readonly tall: PaperCell })[]
): Block => ({
  kind: 'section',
  title,
  rows: rows.map(line => ('tall' in line ? { cells: [line.tall], tall: true } : { cells: line, tall: false })),
})

/** A table of the form. */
export const grid = (
  title: Text,
  columns: readonly (readonly [Text, number])[],
  rows: readonly (readonly (Said | null)[])[],
): Block => ({
  kind: 'table',
  table: { title, columns: columns.map(([label, width]) => ({ label, width })), rows },
})

/** A number for print. */
export const figure = (value: number | null, unit = ''): Said | null =>
  value === null ? null : unit ? `${value} ${unit}` : `${value}`

/** The goods that a notice is about: name, model, certificate, maker, lot, expiry, UDI (29号令 art. 15). */
export const goodsTable = (view: NoticeView): Block =>
  grid(
    text('涉及产品', 'Goods'),
    [
      [text('产品名称', 'Device'), 4],
      [text('规格型号', 'Model'), 3],
      [text('注册证（备案）号', 'Certificate'), 3.4],
      [text('生产企业', 'Manufacturer'), 3.6],
      [text('批号/序列号', 'Lot, serial'), 2.6],
      [text('有效期至', 'Expires'), 2.2],
      [text('UDI-DI', 'UDI-DI'), 3],
    ],
    view.lots.map(lot => [
      lot.product,
      lot.model,
      lot.certificate,
      lot.manufacturer,
      [lot.lotNo, lot.serials.join('、')].filter(Boolean).join(' / '),
      day(lot.expiresOn),
      lot.udi,
    ]),
  )

/** The measures in words. */
export const measuresCell = (view: NoticeView): PaperCell =>
  cell(
    text('处理方式', 'Measures'),
    view.measures.length > 0
      ? text(
          view.measures.map(item => measures[item].zh).join('、'),
          view.measures.map(item => measures[item].en).join(', '),
        )
      : null,
  )

/** The recall class in words. */
export const classCell = (view: NoticeView): PaperCell => cell(text('召回分级', 'Class'), classTitle(view.recallClass))

/** Sums of one number over all recipients that are told by the notice. */
export const sumOf = (view: NoticeView, of: (line: PaperLine) => number): number =>
  told(view)
    .flatMap(item => item.lines)
    .reduce((sum, line) => sum + of(line), 0)

/** Recipients that were not taken off the list. */
export const told = (view: NoticeView) => view.recipients.filter(item => item.state !== 'removed')

/** Quantities lot by lot: what was shipped and where it is. */
export const balanceTable = (view: NoticeView, title = text('数量核对（按批号）', 'Balance by lot')): Block =>
  grid(
    title,
    [
      [text('批号', 'Lot'), 3],
      [text('应核', 'Shipped'), 1.6],
      [text('已收回', 'Back'), 1.6],
      [text('退回途中', 'Coming'), 1.8],
      [text('在库', 'On hand'), 1.6],
      [text('已使用', 'Used'), 1.6],
      [text('已转售', 'Sold on'), 1.6],
      [text('已销毁', 'Destroyed'), 1.7],
      [text('找不到', 'Missing'), 1.6],
      [text('未答复', 'Silent'), 1.6],
      [text('签批差额', 'Signed'), 1.8],
    ],
    view.lots.map(lot => {
      const lines = told(view)
        .flatMap(item => item.lines)
        .filter(line => line.lotNo === lot.lotNo)
      const sum = (of: (line: PaperLine) => number) => `${lines.reduce((all, line) => all + of(line), 0)}`
      return [
        lot.lotNo,
        sum(line => line.expected),
        sum(line => line.receivedBack),
        sum(line => line.comingBack),
        sum(line => line.onHand),
        sum(line => line.used),
        sum(line => line.soldOn),
        sum(line => line.destroyed),
        sum(line => line.notFound),
        sum(line => (line.statedAt ? 0 : Math.max(0, line.expected - line.receivedBack))),
        sum(line => line.signedRemainder),
      ]
    }),
  )

/** How many were told and answered, as counts with shares. */
export function responseCells(view: NoticeView): readonly PaperCell[] {
  const all = told(view)
  const reached = all.filter(item => item.toldAt !== null).length
  const answered = all.filter(item => item.acknowledgedAt !== null).length
  const share = (part: number) =>
    text(`${part} 家（${percentOf(part, all.length)}%）`, `${part} (${percentOf(part, all.length)}%)`)
  return [
    cell(text('应通知', 'To be told'), text(`${all.length} 家`, `${all.length}`)),
    cell(text('已通知', 'Told'), share(reached)),
    cell(text('已回应', 'Responding'), share(answered)),
    cell(text('未回应', 'Silent'), text(`${all.length - answered} 家`, `${all.length - answered}`)),
  ]
}

import type { z } from 'zod'
import {
  cell,
  day,
  instant,
  type PaperCell,
  type PaperSignature,
  type Said,
  type tableSchema,
} from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { yuan } from '../exchange-rate.ts'
import { unitsOf } from '../lines.ts'
import type { ReturnRow } from '../return.ts'
import type { ReturnLine } from '../return-rows.ts'
import type { ReturnPaper } from './paper.ts'

/** A table of a form. */
export type PaperTable = z.infer<typeof tableSchema>

/** A column of the table of goods. */
interface GoodsColumn {
  readonly label: Text
  readonly width: number
  readonly of: (line: ReturnLine) => Said | null
}

const goodsColumn = (zh: string, en: string, width: number, of: GoodsColumn['of']): GoodsColumn => ({
  label: text(zh, en),
  width,
  of,
})

/** The columns that forms of a return choose from. */
export const goods = {
  no: goodsColumn('行', 'No.', 1, line => String(line.lineNo)),
  product: goodsColumn('品名', 'Device', 4, line => line.productName),
  model: goodsColumn('规格型号', 'Model', 3, line => [line.model, line.spec].filter(Boolean).join(' ')),
  lot: goodsColumn('批号/序列号', 'Lot, serial', 3, line => [line.lotNo, ...line.serials].join(' ')),
  expires: goodsColumn('有效期至', 'Expires', 2.4, line => day(line.expiresOn)),
  delivery: goodsColumn('原出库单号', 'Outbound no.', 3, line => line.deliveryNumber),
  quantity: goodsColumn('数量', 'Quantity', 1.6, line => `${line.quantity} ${line.unit}`),
  counted: goodsColumn('清点', 'Counted', 1.6, line => (line.counted === null ? null : `${line.counted} ${line.unit}`)),
  price: goodsColumn('单价（元）', 'Price', 1.8, line => (line.unitPrice === null ? null : yuan(line.unitPrice))),
  amount: goodsColumn('金额（元）', 'Amount', 2, line =>
    line.unitPrice === null ? null : yuan(line.unitPrice * line.quantity),
  ),
} as const

/** The goods of a return as a table of a form. */
export const goodsTable = (
  title: Text,
  lines: readonly ReturnLine[],
  ...columns: readonly GoodsColumn[]
): PaperTable => ({
  title,
  columns: columns.map(({ label, width }) => ({ label, width })),
  rows: lines.map(line => columns.map(column => column.of(line))),
})

/** Reads a column of the record; null on a blank form. */
export const of = <Value>(paper: ReturnPaper, read: (record: ReturnRow) => Value): Value | null =>
  paper.record ? read(paper.record) : null

/** A box with a column of the record; the corrections of `field` are struck through in it. */
export const box = (
  zh: string,
  en: string,
  paper: ReturnPaper,
  read: (record: ReturnRow) => Said | null,
  field?: keyof ReturnRow,
): PaperCell =>
  cell(text(zh, en), of(paper, read), {
    corrections: paper.corrections
      .filter(item => item.field === field)
      .map(({ old, by: who, at, reason }) => ({ old, by: who, at, reason })),
  })

/** A box with a moment. */
export const momentBox = (
  zh: string,
  en: string,
  paper: ReturnPaper,
  read: (record: ReturnRow) => string | null,
): PaperCell => cell(text(zh, en), instant(of(paper, read)))

/** A box with an amount of fen, in yuan. */
export const amountBox = (
  zh: string,
  en: string,
  paper: ReturnPaper,
  read: (record: ReturnRow) => number | null,
): PaperCell => {
  const fen = of(paper, read)
  return cell(text(zh, en), fen === null ? null : yuan(fen))
}

/** Who filled a box in, when the step is not signed electronically. */
export const by = (meaning: Text, name: string | null, at: string | null): PaperSignature => ({
  meaning,
  role: null,
  name,
  at: instant(at),
  hash: null,
})

/** A box that says who did something and when. */
export const doneBox = (zh: string, en: string, name: string | null, at: string | null): PaperCell =>
  cell(text(zh, en), [name, instant(at)])

/** Units of a line that were taken in; all that were asked for while nothing is inspected, or when they stay at the customer. */
export function takenOf(paper: ReturnPaper, line: ReturnLine): number {
  if (paper.record?.way === 'on-site') return line.quantity
  const judged = paper.verdicts.filter(item => item.lineId === line.id && !item.superseded)
  return judged.length === 0 ? line.quantity : unitsOf(judged.filter(item => item.takenIn))
}

/** Columns that depend on what was taken in. */
export const taken = (paper: ReturnPaper) => ({
  quantity: goodsColumn('接收', 'Accepted', 1.6, line => `${takenOf(paper, line)} ${line.unit}`),
  amount: goodsColumn('金额（元）', 'Amount', 2, line =>
    line.unitPrice === null ? null : yuan(line.unitPrice * takenOf(paper, line)),
  ),
})

/** The signatures of some steps, for the list at the end of a form; all of them when none is named. */
export const signaturesOf = (paper: ReturnPaper, ...commands: readonly string[]): readonly PaperSignature[] =>
  paper.signatures
    .filter(item => commands.length === 0 || commands.includes(item.command))
    .map(({ command: _, ...signature }) => signature)

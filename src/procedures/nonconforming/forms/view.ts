import { z } from 'zod'
import {
  cell,
  cellSchema,
  day,
  instant,
  type PaperCorrection,
  type PaperSignature,
  saidSchema,
  signatureSchema,
} from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import type { NonconformingRow } from '../nonconforming.ts'
import type { NonconformingDisposition, NonconformingMeasure } from '../nonconforming-rows.ts'
import { sources } from '../taxonomy.ts'

/** A signature under the record, with the step that it signed. */
export interface PaperSigned {
  readonly command: string
  readonly meaning: Text
  readonly name: string
  readonly at: string
  readonly hash: string
}

/** One signature asked under the write-off form. */
export interface PaperReview {
  readonly key: string
  readonly outcome: string
  readonly name: string | null
  readonly at: string | null
  readonly note: string | null
}

/** What the destruction record says, for the quality-issue file. */
export interface PaperDestruction {
  readonly number: string
  readonly reportedBy: string | null
  readonly reportedAt: string | null
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly destroyedAt: string | null
  readonly place: string | null
  readonly process: string | null
  readonly witnesses: readonly string[]
  readonly regulator: string | null
}

/** Nonconforming goods as their printed forms see them; the record is null on a blank form. */
export interface NonconformingView {
  readonly record: NonconformingRow | null
  readonly dispositions: readonly NonconformingDisposition[]
  readonly measures: readonly NonconformingMeasure[]
  readonly reviews: readonly PaperReview[]
  readonly destructions: readonly PaperDestruction[]
  readonly attachments: readonly string[]
  readonly corrections: readonly (PaperCorrection & { readonly field: string })[]
  readonly signed: readonly PaperSigned[]
}

/** Goods of which nothing is known: prints the blank form. */
export const EMPTY_NONCONFORMING: NonconformingView = {
  record: null,
  dispositions: [],
  measures: [],
  reviews: [],
  destructions: [],
  attachments: [],
  corrections: [],
  signed: [],
}

/** The corrections of one box. */
export const correctionsOf = (view: NonconformingView, ...fields: readonly string[]): readonly PaperCorrection[] =>
  view.corrections
    .filter(item => fields.includes(item.field))
    .map(({ old, by, at, reason }) => ({ old, by, at, reason }))

const onPaper = ({ meaning, name, at, hash }: PaperSigned): PaperSignature => ({
  meaning,
  role: null,
  name,
  at: { instant: at, exact: true },
  hash,
})

/** The newest signature of a step; without one, the place for it. */
export function signatureOf(view: NonconformingView, command: string, meaning: Text): PaperSignature {
  const given = view.signed.findLast(item => item.command === `nonconforming.${command}`)
  return given ? { ...onPaper(given), meaning } : { meaning, role: null, name: null, at: null, hash: null }
}

/** The foot of a box that somebody filled in without signing. */
export const doneBy = (
  meaning: Text,
  name: string | null | undefined,
  at: string | null | undefined,
): PaperSignature => ({
  meaning,
  role: null,
  name: name ?? null,
  at: at ? { instant: at } : null,
  hash: null,
})

/** Every signature, for the list at the end of a form. */
export const allSignatures = (view: NonconformingView): readonly PaperSignature[] => view.signed.map(onPaper)

/** A schema of boxes by name. */
export const cells = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map(key => [key, cellSchema])) as Record<K, typeof cellSchema>)

/** A schema of headings by name. */
export const headings = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map(key => [key, saidSchema])) as Record<K, typeof saidSchema>)

export const signatureList = z.array(signatureSchema).readonly()

/** The boxes that say which goods a form is about. */
export const goodsSchema = cells(
  'product',
  'lot',
  'expiresOn',
  'quantity',
  'serials',
  'supplier',
  'holder',
  'source',
  'document',
)

/** Fills the boxes that say which goods a form is about. */
export function goodsCells(view: NonconformingView): z.infer<typeof goodsSchema> {
  const { record } = view
  const lies = record?.atCustomer ? record.partyName : record?.foundZone ? zoneTitles[record.foundZone] : null
  return {
    product: cell(text('产品名称', 'Device'), record?.productName ?? null),
    lot: cell(text('批　号', 'Lot'), record?.lotNo ?? null),
    expiresOn: cell(text('有效期至', 'Expires'), day(record?.expiresOn ?? null)),
    quantity: cell(text('数　量', 'Quantity'), record ? `${record.quantity} ${record.unit}` : null, {
      corrections: correctionsOf(view, 'quantity'),
    }),
    serials: cell(text('序列号', 'Serials'), record?.serials.join('、') ?? null, {
      inapplicable: record !== null && record.serials.length === 0,
      corrections: correctionsOf(view, 'serials'),
    }),
    supplier: cell(text('供货者', 'Supplier'), record?.supplierName ?? null),
    holder: cell(text('存放处', 'Lies in'), lies),
    source: cell(text('来　源', 'Found at'), record ? sources[record.source] : null),
    document: cell(text('相关单据', 'Papers'), [record?.document ?? null, record?.causeNumber ?? null], {
      corrections: correctionsOf(view, 'document'),
    }),
  }
}

export const GOODS = text('货物', 'Goods')

/** A moment for print, when it is known. */
export const moment = (at: string | null | undefined) => instant(at ?? null)

import type { z } from 'zod'
import { cell, cells, day, instant, type PaperCorrection, type PaperSignature } from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import type { GivenSignature } from '../../../vocabulary/given-signature.ts'
import { onPaper, type PaperReview, placeOf } from '../../../vocabulary/signed-paper.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import type { NonconformingRow } from '../nonconforming.ts'
import type { NonconformingDisposition, NonconformingMeasure } from '../nonconforming-rows.ts'
import { sources } from '../taxonomy.ts'

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
  readonly signed: readonly GivenSignature[]
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

/** The newest signature of a step; without one, the place for it. */
export function signatureOf(view: NonconformingView, command: string, meaning: Text): PaperSignature {
  return placeOf(view.signed, `nonconforming.${command}`, meaning)
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

import type { z } from 'zod'
import type { PaperSignature, tableSchema } from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import type { GivenSignature } from '../../../vocabulary/given-signature.ts'
import { onPaper, type PaperReview, placeOf, reviewTable } from '../../../vocabulary/signed-paper.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import type { DestructionRow } from '../destruction.ts'
import type { DestructionLine, DestructionWitness } from '../destruction-rows.ts'

/** A destruction as its printed forms see it; the record is null on a blank form. */
export interface DestructionView {
  readonly record: DestructionRow | null
  readonly lines: readonly DestructionLine[]
  readonly witnesses: readonly DestructionWitness[]
  readonly reviews: readonly PaperReview[]
  readonly attachments: readonly string[]
  readonly signed: readonly GivenSignature[]
}

/** A destruction of which nothing is known: prints the blank form. */
export const EMPTY_DESTRUCTION: DestructionView = {
  record: null,
  lines: [],
  witnesses: [],
  reviews: [],
  attachments: [],
  signed: [],
}

/** The newest signature of a step; without one, the place for it. */
export function signatureOf(view: DestructionView, command: string, meaning: Text): PaperSignature {
  return placeOf(view.signed, `destruction.${command}`, meaning)
}

/** Every signature, for the list at the end of a form. */
export const allSignatures = (view: DestructionView): readonly PaperSignature[] => view.signed.map(onPaper)

export const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** 销毁清单: the goods line by line; lines that were taken off are not printed. */
export const listTable = (view: DestructionView): z.infer<typeof tableSchema> => ({
  title: text('销毁清单', 'List of goods'),
  columns: [
    { label: text('序号', 'No.'), width: 1.4 },
    { label: text('不合格品编号', 'Record'), width: 4.8 },
    { label: text('产　品', 'Device'), width: 6 },
    { label: text('批号、序列号', 'Lot, serials'), width: 5 },
    { label: text('数　量', 'Quantity'), width: 2.4 },
    { label: text('金额（元）', 'Yuan'), width: 3 },
    { label: text('存放处', 'Lies in'), width: 4 },
    { label: text('报损原因', 'Reason'), width: 6 },
  ],
  rows: view.lines
    .filter(item => !item.takenOffAt)
    .map(item => [
      String(item.place),
      item.nonconformingNumber,
      item.productName,
      [item.lotNo, item.serials.join('、')].filter(Boolean).join(' '),
      `${item.quantity} ${item.unit}`,
      yuan(item.value),
      item.atCustomer ? item.partyName : item.zone && zoneTitles[item.zone],
      item.special ? `${item.reason}\n特殊管理：${item.specialReason ?? ''}` : item.reason,
    ]),
})

const STEPS = [
  ['report', text('质管部（报告）', 'Quality (report)')],
  ['approval', text('分管业务副总', 'Deputy manager, business')],
  ['warehouse', text('仓储核对', 'Warehouse')],
  ['finance', text('财务核对', 'Finance')],
] as const

/** The approvals, one line each time that a step spoke; what is not signed stays empty. */
export const approvals = (view: DestructionView) =>
  reviewTable(
    { title: text('审批与核对', 'Approvals'), by: text('部　门', 'Department'), widths: [4, 2, 6, 2.4, 3.6] },
    STEPS,
    view.reviews,
  )

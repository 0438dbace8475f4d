import { z } from 'zod'
import {
  cellSchema,
  type PaperSignature,
  saidSchema,
  signatureSchema,
  type tableSchema,
} from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { zoneTitles } from '../../../vocabulary/stock.ts'
import type { DestructionRow } from '../destruction.ts'
import type { DestructionLine, DestructionWitness } from '../destruction-rows.ts'

/** A signature under the record, with the step that it signed. */
export interface PaperSigned {
  readonly command: string
  readonly meaning: Text
  readonly name: string
  readonly at: string
  readonly hash: string
}

/** One signature asked under the report. */
export interface PaperReview {
  readonly key: string
  readonly outcome: string
  readonly name: string | null
  readonly at: string | null
  readonly note: string | null
}

/** A destruction as its printed forms see it; the record is null on a blank form. */
export interface DestructionView {
  readonly record: DestructionRow | null
  readonly lines: readonly DestructionLine[]
  readonly witnesses: readonly DestructionWitness[]
  readonly reviews: readonly PaperReview[]
  readonly attachments: readonly string[]
  readonly signed: readonly PaperSigned[]
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

const onPaper = ({ meaning, name, at, hash }: PaperSigned): PaperSignature => ({
  meaning,
  role: null,
  name,
  at: { instant: at, exact: true },
  hash,
})

/** The newest signature of a step; without one, the place for it. */
export function signatureOf(view: DestructionView, command: string, meaning: Text): PaperSignature {
  const given = view.signed.findLast(item => item.command === `destruction.${command}`)
  return given ? { ...onPaper(given), meaning } : { meaning, role: null, name: null, at: null, hash: null }
}

/** Every signature, for the list at the end of a form. */
export const allSignatures = (view: DestructionView): readonly PaperSignature[] => view.signed.map(onPaper)

/** A schema of boxes by name. */
export const cells = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map(key => [key, cellSchema])) as Record<K, typeof cellSchema>)

/** A schema of headings by name. */
export const headings = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map(key => [key, saidSchema])) as Record<K, typeof saidSchema>)

export const signatureList = z.array(signatureSchema).readonly()

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

const OUTCOMES = {
  signed: text('同意', 'agreed'),
  declined: text('不同意', 'refused'),
  returned: text('退回', 'sent back'),
} as const

const STEPS = [
  ['report', text('质管部（报告）', 'Quality (report)')],
  ['approval', text('分管业务副总', 'Deputy manager, business')],
  ['warehouse', text('仓储核对', 'Warehouse')],
  ['finance', text('财务核对', 'Finance')],
] as const

/** The approvals, one line each time that a step spoke; what is not signed stays empty. */
export const reviewTable = (view: DestructionView): z.infer<typeof tableSchema> => ({
  title: text('审批与核对', 'Approvals'),
  columns: [
    { label: text('部　门', 'Department'), width: 4 },
    { label: text('意　见', 'Opinion'), width: 2 },
    { label: text('说　明', 'Remark'), width: 6 },
    { label: text('签　字', 'Signed by'), width: 2.4 },
    { label: text('时　间', 'At'), width: 3.6 },
  ],
  rows: STEPS.flatMap(([key, title]) => {
    const said = view.reviews.filter(item => item.key === key && item.at !== null)
    return said.length === 0
      ? [[title, null, null, null, null]]
      : said.map(item => [
          title,
          OUTCOMES[item.outcome as keyof typeof OUTCOMES] ?? null,
          item.note,
          item.name,
          item.at ? { instant: item.at } : null,
        ])
  }),
})

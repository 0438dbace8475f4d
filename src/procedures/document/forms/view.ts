import { z } from 'zod'
import {
  cellSchema,
  type PaperSignature,
  saidSchema,
  signatureSchema,
  type tableSchema,
} from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import { roleTitle } from '../../../vocabulary/role.ts'
import type { DocumentRow } from '../document.ts'
import type { DocumentReader, DocumentVersion } from '../document-rows.ts'

/** A signature under a document. */
export interface PaperSigned {
  readonly command: string
  readonly meaning: Text
  readonly name: string
  readonly at: string
  readonly hash: string
}

/** One signature asked of a version. */
export interface PaperReview {
  readonly key: string
  readonly outcome: string
  readonly name: string | null
  readonly at: string | null
  readonly note: string | null
}

/** A document as its printed forms see it; the record is null on a blank form. */
export interface DocumentView {
  readonly record: DocumentRow | null
  readonly versions: readonly DocumentVersion[]
  readonly readers: readonly DocumentReader[]
  readonly reviews: readonly PaperReview[]
  readonly signed: readonly PaperSigned[]
}

/** A document of which nothing is known: prints the blank form. */
export const EMPTY_DOCUMENT: DocumentView = { record: null, versions: [], readers: [], reviews: [], signed: [] }

/** A schema of boxes by name. */
export const cells = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map(key => [key, cellSchema])) as Record<K, typeof cellSchema>)

/** A schema of headings by name. */
export const headings = <K extends string>(...keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map(key => [key, saidSchema])) as Record<K, typeof saidSchema>)

export const signatureList = z.array(signatureSchema).readonly()

/** Every signature, for the list at the end of a form. */
export const allSignatures = (view: DocumentView): readonly PaperSignature[] =>
  view.signed.map(({ meaning, name, at, hash }) => ({
    meaning,
    role: null,
    name,
    at: { instant: at, exact: true },
    hash,
  }))

/** What the owner of a document is called. */
export const ownerOf = (record: DocumentRow | null): Text | null => (record ? roleTitle(record.ownerRole) : null)

const OUTCOMES = {
  signed: text('同意', 'agreed'),
  declined: text('退回', 'sent back'),
} as const

const STEPS = [
  ['compile', text('编　制', 'Compiled')],
  ['review', text('审　核', 'Reviewed')],
  ['approve', text('批　准', 'Approved')],
] as const

/** Compiled, reviewed, approved: one line each; what is not signed stays empty. */
export const reviewTable = (view: DocumentView): z.infer<typeof tableSchema> => ({
  title: text('编制、审核、批准', 'Compiled, reviewed, approved'),
  columns: [
    { label: text('环　节', 'Step'), width: 3 },
    { label: text('意　见', 'Opinion'), width: 2.4 },
    { label: text('说　明', 'Remark'), width: 6 },
    { label: text('签　字', 'Signed by'), width: 3 },
    { label: text('时　间', 'At'), width: 4 },
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

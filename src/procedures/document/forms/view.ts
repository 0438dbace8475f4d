import type { PaperSignature } from '../../../kernel/paper.ts'
import { type Text, text } from '../../../kernel/text.ts'
import type { GivenSignature } from '../../../vocabulary/given-signature.ts'
import { roleTitle } from '../../../vocabulary/role.ts'
import { onPaper, type PaperReview, reviewTable } from '../../../vocabulary/signed-paper.ts'
import type { DocumentRow } from '../document.ts'
import type { DocumentReader, DocumentVersion } from '../document-rows.ts'

/** A document as its printed forms see it; the record is null on a blank form. */
export interface DocumentView {
  readonly record: DocumentRow | null
  readonly versions: readonly DocumentVersion[]
  readonly readers: readonly DocumentReader[]
  readonly reviews: readonly PaperReview[]
  readonly signed: readonly GivenSignature[]
}

/** A document of which nothing is known: prints the blank form. */
export const EMPTY_DOCUMENT: DocumentView = { record: null, versions: [], readers: [], reviews: [], signed: [] }

/** Every signature, for the list at the end of a form. */
export const allSignatures = (view: DocumentView): readonly PaperSignature[] => view.signed.map(onPaper)

/** What the owner of a document is called. */
export const ownerOf = (record: DocumentRow | null): Text | null => (record ? roleTitle(record.ownerRole) : null)

const STEPS = [
  ['compile', text('编　制', 'Compiled')],
  ['review', text('审　核', 'Reviewed')],
  ['approve', text('批　准', 'Approved')],
] as const

/** Compiled, reviewed, approved: one line each; what is not signed stays empty. */
export const reviews = (view: DocumentView) =>
  reviewTable(
    {
      title: text('编制、审核、批准', 'Compiled, reviewed, approved'),
      by: text('环　节', 'Step'),
      widths: [3, 2.4, 6, 3, 4],
    },
    STEPS,
    view.reviews,
  )

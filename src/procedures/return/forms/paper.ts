import type { PaperCorrection, PaperSignature } from '../../../kernel/paper.ts'
import type { ReturnRow } from '../return.ts'
import type { ReturnLine, ReturnNote, ReturnVerdict } from '../return-rows.ts'

/** What the printed forms of a return see: the record, its lines, verdicts and notes, and every signature. */
export interface ReturnPaper {
  /** Null prints the blank form. */
  readonly record: ReturnRow | null
  readonly lines: readonly ReturnLine[]
  readonly verdicts: readonly ReturnVerdict[]
  readonly notes: readonly ReturnNote[]
  readonly signatures: readonly (PaperSignature & { readonly command: string })[]
  /** Old values by the column that was corrected, oldest first. */
  readonly corrections: readonly (PaperCorrection & { readonly field: string })[]
  /** File names. */
  readonly attachments: readonly string[]
}

/** A return of which nothing is known. */
export const EMPTY_PAPER: ReturnPaper = {
  record: null,
  lines: [],
  verdicts: [],
  notes: [],
  signatures: [],
  corrections: [],
  attachments: [],
}

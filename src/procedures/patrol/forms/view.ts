import type { ItemRow, PatrolRow } from '../patrol.ts'

/** A round as its printed record sees it; the record is null on a blank form. */
export interface PatrolPaper {
  readonly record: PatrolRow | null
  readonly items: readonly ItemRow[]
  readonly photographs: readonly string[]
  readonly signed: { readonly name: string; readonly at: string; readonly hash: string } | null
}

/** A round of which nothing is known: prints the blank form. */
export const EMPTY_PATROL: PatrolPaper = { record: null, items: [], photographs: [], signed: null }

import { type Text, text } from './text.ts'
import type { Column, LedgerRow, Tone } from './view.ts'

/** As a value of a filter: the column is empty. */
export const BLANK = '∅'

/** What {@link BLANK} is called. */
export const blankTitle = text('未填写', 'Not stated')

/** The register as cards in columns, for work that is moved along rather than looked up. */
export interface Board {
  /** Every state stands in one column; final states in the last ones, where only the youngest are shown. */
  readonly columns: readonly { readonly title: Text; readonly states: readonly string[]; readonly tone?: Tone }[]
  /** Columns of the ledger that a card shows: what it is called by, who it concerns, how many, and further lines. */
  readonly card: {
    readonly title: string
    readonly party?: string
    readonly quantity?: string
    readonly lines?: readonly string[]
  }
}

/** A register of the procedure's records: screen, XLSX and PDF from one declaration. */
export interface Ledger {
  readonly name: string
  readonly title: Text
  readonly fulfils: readonly string[]
  /** Columns are columns of the record's table (camelCase); the names of parties and products are stored with the record. */
  readonly columns: readonly Column[]
  /** What stands in a column instead of its bare value, where only the record tells what it means: a unit, a choice. */
  readonly words?: Readonly<Record<string, (row: LedgerRow) => Text | null>>
  /** Columns that may be filtered by a set of values. */
  readonly filters: readonly string[]
  /** Column by which the rows are ordered, newest first: an instant of the record. */
  readonly orderedBy: string
  /** Views that everyone has: a title and the filters that it sets. */
  readonly views: readonly {
    readonly name: string
    readonly title: Text
    readonly filter: Readonly<Record<string, readonly string[]>>
  }[]
  /** Offered beside the list; needs `state` among the filters. */
  readonly board?: Board
}

/** Declares a ledger. */
export const ledger = (declaration: Ledger): Ledger => declaration

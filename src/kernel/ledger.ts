import type { Text } from './text.ts'
import type { Column } from './view.ts'

/** A register of the procedure's records: screen, XLSX and PDF from one declaration. */
export interface Ledger {
  readonly name: string
  readonly title: Text
  readonly fulfils: readonly string[]
  /** Columns are columns of the record's table (camelCase); the names of parties and products are stored with the record. */
  readonly columns: readonly Column[]
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
}

/** Declares a ledger. */
export const ledger = (declaration: Ledger): Ledger => declaration

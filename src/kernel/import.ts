import type { Call } from './call.ts'
import type { Json } from './json.ts'
import type { AnyDatabase } from './queries.ts'
import type { Refusal } from './refusal.ts'
import type { Text } from './text.ts'
import type { Day, Instant, Zone } from './time.ts'

/** What a cell of a table means, and so how it is read. */
export type CellKind = 'line' | 'whole-number' | 'money' | 'day' | 'yes-no' | 'choice' | 'list'

/** A column of a table that is imported: its names, what it means, and an example for the template. */
export interface ImportColumn {
  readonly key: string
  readonly title: Text
  /** Further headers, in any language, that other systems use for the same thing. */
  readonly names?: readonly string[]
  readonly kind: CellKind
  /** The values of a choice with their titles; either is understood. */
  readonly options?: Readonly<Record<string, Text>>
  readonly needed: boolean
  readonly example: string
  readonly hint?: Text
}

/** One line of the table as it was understood. `row` counts as the spreadsheet does: the header is row 1. */
export interface ImportLine<Values = Readonly<Record<string, Json>>> {
  readonly row: number
  readonly values: Values
}

/** What is wrong in the table, and where. */
export interface ImportTrouble {
  readonly row: number
  /** Key of the column; absent when the whole line is meant. */
  readonly column?: string
  readonly sentence: Text
}

/** A step that the table asks for, and the rows that ask for it. */
export interface PlannedCall {
  readonly call: Call
  readonly rows: readonly number[]
  /** Where a refusal belongs: which row and column a field of the step's input came from. */
  readonly at: (refusal: Refusal) => { readonly row: number; readonly column?: string }
}

/** What an import makes of its lines. */
export interface ImportPlan {
  readonly calls: readonly PlannedCall[]
  /** Rows that say what is known already: importing the same table twice changes nothing. */
  readonly known: readonly number[]
  readonly troubles: readonly ImportTrouble[]
}

/** A table that may be imported, declared by the procedure whose steps it takes. */
// biome-ignore lint/suspicious/noExplicitAny: each import types its own lines and look-ups
export interface Import<Values = any, Found = any> {
  /** Unique in its procedure. */
  readonly name: string
  readonly title: Text
  readonly about: Text
  readonly fulfils: readonly string[]
  /** Roles that may import; the steps themselves ask again. */
  readonly by: readonly string[]
  readonly columns: readonly ImportColumn[]
  /** Looks up everything that the lines name, in few queries. */
  readonly look: (db: AnyDatabase, lines: readonly ImportLine<Values>[]) => Promise<Found>
  readonly plan: (ask: {
    readonly lines: readonly ImportLine<Values>[]
    readonly found: Found
    readonly now: Instant
    readonly today: Day
    readonly zone: Zone
  }) => ImportPlan
}

/** Declares an import with the types of its lines and look-ups. */
export const tableImport = <Values, Found>(declaration: Import<Values, Found>): Import => declaration

import type { z } from 'zod'
import type { OutsideLink } from './outside.ts'
import type { Text } from './text.ts'

/**
 * A printed record of a procedure. It lies as three files side by side: this declaration, a Typst template
 * that holds the layout and no words, and a sample. The declaration is pure: the printing server reads the
 * template; nothing here does.
 */
export interface Form<View = unknown, Data = unknown> {
  /** Unique in its procedure, the name of its files. */
  readonly id: string
  /** Form number of the document control list, e.g. `QR-SH-01`. */
  readonly code: string
  /** Revision of the form, e.g. `A/0`. */
  readonly revision: string
  readonly title: Text
  /** The `.typ` file beside the declaration. */
  readonly template: URL
  /** A `.json` file beside the declaration: a filled view, printed in tests and shown to those who edit the template. */
  readonly sample: URL
  /** Clauses that demand this record. */
  readonly fulfils: readonly [string, ...string[]]
  /** What the template may read; checked before every print. */
  readonly schema: z.ZodType<Data>
  /** Lays the record out on the form; no clock, no SQL, no language: texts stay `{ zh, en }`. */
  readonly data: (view: View) => Data
  /** Whether this paper belongs to the record as it stands, and so is offered for printing; every record's when absent. */
  readonly applies?: (record: Readonly<Record<string, unknown>>) => boolean
  /** A form that carries a link for its reader: which one, and how its address gets into the view before it is printed. */
  readonly link?: {
    /** Roles that get the link printed: whoever holds the paper can answer for its reader. */
    readonly by: readonly string[]
    readonly of: (view: View) => OutsideLink | null
    readonly put: (view: View, address: string) => View
  }
}

/** Declares a form. */
export const form = <View, Data>(declaration: Form<View, Data>): Form<View, Data> => declaration

// biome-ignore lint/suspicious/noExplicitAny: a registry of forms is heterogeneous by nature
export type AnyForm = Form<any, any>

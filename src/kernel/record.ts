import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { Actor } from './person.ts'
import type { Retention } from './retention.ts'
import type { Text } from './text.ts'
import type { Day, Instant } from './time.ts'

/** Columns that every record has; the kernel writes them, commands never set them. */
export interface RecordBase {
  readonly id: string
  /** Gapless per series and year, e.g. `TS-2026-00042`. */
  readonly number: string
  readonly state: string
  /** Counts accepted commands; a command may expect one. */
  readonly version: number
  readonly siteId: string
  readonly createdAt: Instant
  readonly createdBy: string
  readonly updatedAt: Instant
}

/** A state of a record and what it means. */
export interface StateMeaning {
  readonly title: Text
  readonly meaning: Text
  /** Nothing more is expected of anybody. */
  readonly final?: boolean
  /** Nothing is expected of anybody now, though the record goes on: a document in force, equipment in use. Not counted as open. */
  readonly resting?: boolean
  /** Colour of the state on screen. */
  readonly tone?: 'plain' | 'info' | 'warn' | 'late' | 'ok'
}

/** What of a record does not hold yet, so that an inspector of the authority does not see it: the draft of a document. */
export interface InWork<Row> {
  /** Column that is empty until something of the record holds; before that he does not see the record at all. */
  readonly until: keyof Row & string
  /** The record without what does not hold yet. */
  readonly settled: (row: Row) => Row
  /** Ids of the files that belong to what does not hold yet. */
  readonly files: (row: Row) => readonly string[]
  /** Steps that make what does not hold yet, and the one by which it comes to hold. */
  readonly steps: readonly string[]
  readonly endedBy: string
}

/** The thing that a procedure handles. */
export interface RecordType<Row extends RecordBase = RecordBase, State extends string = string> {
  /** Name of the procedure and first part of its commands' ids. */
  readonly name: string
  readonly title: Text
  readonly table: string
  readonly row: z.ZodType<Row>
  readonly states: Readonly<Record<State, StateMeaning>>
  /** Numbering; records of several procedures may share a series ("under the same number history"). */
  readonly series: { readonly prefix: string; readonly digits: number }
  /** What the ledger's search looks through: numbers, names, descriptions. Stored as text with its bigrams. */
  readonly searchText: (row: Row) => string
  /** What lists call a record that has neither `title` nor `name`. */
  readonly called?: (row: Row) => string
  /** Who may see this record; default: everyone signed in at its site. */
  readonly seenBy?: (row: Row, actor: Actor) => boolean
  /** The same as {@link seenBy} in SQL, for lists; declared together with it. */
  readonly seenRows?: (actor: Actor) => RawBuilder<boolean>
  /** What of the record does not hold yet, and is kept from inspectors. */
  readonly inWork?: InWork<Row>
  /** Every record concerns the safety of people, such as a stop-sale; what is told of it is told at once. */
  readonly safety?: true
  /** Which columns may name an injury or a death, whether the record does now, and who is then told at once. */
  readonly harm?: {
    readonly columns: readonly (keyof Row & string)[]
    readonly named: (row: Row) => boolean
    readonly tells: readonly string[]
  }
  /** Roles that see health data of this record unmasked. */
  readonly healthRoles?: readonly string[]
  /**
   * Facts that these roles alone see: on the page they are null for everybody else, and forms, which hold them, are printed by these
   * roles.
   */
  readonly guarded?: { readonly facts: readonly string[]; readonly by: readonly string[] }
  /** Commands on this record change what a company has set (policies, official days); settings are read anew then. */
  readonly settings?: boolean
  /** Who keeps the records, how long, and from when that counts; every type that runs declares it. */
  readonly retention?: Retention
  /** Which columns say what the record concerns, so that a lot, a product or a party can be traced through every procedure. */
  readonly traced?: readonly Traced[]
  /** Child tables that commands may write, with their schema; each has `id` and `<record>_id`. */
  readonly children?: Readonly<
    Record<string, { readonly table: string; readonly row: z.ZodType; readonly parent: string }>
  >
}

/** A table whose rows name what a record concerns, and in which columns. */
export interface Traced {
  readonly table: string
  /** Column with the record's id: `id` in its own table, the parent column in a child's. */
  readonly record: string
  /** Columns (snake_case) that hold these ids, as far as the table has them. */
  readonly lot?: string
  readonly product?: string
  readonly party?: string
  /** Column of serial numbers, a text or an array of texts. */
  readonly serial?: string
}

/** Declares a record type. */
export const recordType = <Row extends RecordBase, State extends string>(
  type: RecordType<Row, State>,
): RecordType<Row, State> => type

export type { Day, Instant }

/** What a record is called in a list: its own title or name. */
export const titleOf = (type: RecordType, record: RecordBase): string => {
  const row = record as unknown as Record<string, unknown>
  const title = type.called?.(record) ?? row.title ?? row.name ?? ''
  return typeof title === 'string' ? title : ((title as Text).zh ?? '')
}

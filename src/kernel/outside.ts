import type { RecordBase } from './record.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'
import type { Section } from './view.ts'

/** A code that the guest's scanner or telephone can read off the page: what the goods carry. */
export interface ScannableCode {
  readonly title: Text
  readonly code: string
  readonly symbology: 'gs1' | 'data-matrix' | 'code128' | 'qr'
}

/** What somebody without an account sees of a record: never more than what concerns him. */
export interface OutsidePage {
  readonly heading: Text
  /** What is asked of the reader, in one or two sentences. */
  readonly lead: Text
  readonly sections: readonly Section[]
  readonly codes: readonly ScannableCode[]
  /** Verbs of the commands that are offered now, in their order; empty when nothing more is asked. */
  readonly steps: readonly string[]
  /** Said once all is answered; shown above the rest. */
  readonly thanks: Text | null
  /** Telephone number and person to ask. */
  readonly ask: Text | null
}

/**
 * Lets people without an account in by a signed, expiring link: to one record, as one row of one child table, for named
 * commands alone.
 */
// biome-ignore lint/suspicious/noExplicitAny: each procedure types its own record and facts
export interface Outside<Row extends RecordBase = any, Facts = any> {
  /** Name of the child whose row the link stands for: `recipient`. Null: the record itself has one guest. */
  readonly guest: string | null
  /** Facts that the page needs, from the queries. */
  readonly facts: readonly string[]
  /** Ids of commands that a guest may take. */
  readonly commands: readonly string[]
  /** The page of this guest; null when the link no longer gives anything. */
  readonly page: (ask: {
    readonly record: Row
    readonly facts: Facts
    readonly guestId: string
    readonly now: Instant
    readonly zone: string
  }) => OutsidePage | null
}

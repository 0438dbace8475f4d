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

/** Which record, and which guest of it, a link lets in, and until when. */
export interface OutsideLink {
  readonly procedure: string
  readonly recordId: string
  /** Null where the record itself has one guest. */
  readonly guestId: string | null
  readonly expiresAt: Instant
}

/** What somebody without an account sees of a record: never more than what concerns him. */
export interface OutsidePage {
  /** The guest, as 单位 + 联系人: shown on the page, and the name under which his steps are in the trail. */
  readonly reader: string
  readonly heading: Text
  /** What is asked of the reader, in one or two sentences. */
  readonly lead: Text
  readonly sections: readonly Section[]
  readonly codes: readonly ScannableCode[]
  /** Verbs of the commands that are offered now, in their order; empty when nothing more is asked. */
  readonly steps: readonly string[]
  /** Said once all is answered; shown above the rest. */
  readonly thanks: Text | null
  /** Whom to ask, with the telephone number, as a sentence. */
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
  /**
   * Field of the guest's commands that names his row: `recipientId`. The server sets it from the link, whatever was sent,
   * and the guest's form leaves it out. Null when the commands need none.
   */
  readonly guestField: string | null
  /** Facts that the page needs, from the queries. */
  readonly facts: readonly string[]
  /** Ids of commands that a guest may take. */
  readonly commands: readonly string[]
  /** The page of this guest; null when the link no longer gives anything. */
  readonly page: (ask: {
    readonly record: Row
    readonly facts: Facts
    /** Id of the guest's row; of the record where it has one guest. */
    readonly guestId: string
    readonly now: Instant
    readonly zone: string
  }) => OutsidePage | null
}

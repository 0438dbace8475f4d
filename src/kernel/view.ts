import type { Json } from './json.ts'
import type { Sight } from './person.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/** Colour for state only. */
export type Tone = 'plain' | 'info' | 'warn' | 'late' | 'ok' | 'brand'

/** A value as the record page shows it. */
export type Shown =
  | { readonly kind: 'line' | 'paragraph' | 'code'; readonly value: string | null }
  | { readonly kind: 'text'; readonly value: Text | null }
  | { readonly kind: 'instant' | 'day'; readonly value: string | null }
  | { readonly kind: 'tag'; readonly value: Text | null; readonly tone: Tone }
  | { readonly kind: 'person'; readonly value: string | null }
  | { readonly kind: 'number'; readonly value: number | null; readonly unit?: Text }
  /** Files of the record, opened by their name. */
  | { readonly kind: 'files'; readonly value: readonly { readonly id: string; readonly name: string }[] }
  | { readonly kind: 'masked' }

/** A labelled value; `field` ties it to the record's column so that corrections are shown struck through. */
export interface Fact {
  readonly label: Text
  readonly shown: Shown
  readonly field?: string
  /** Small remark behind the value. */
  readonly note?: Text
  /** Takes the whole width. */
  readonly wide?: boolean
}

/** What a view is made for: the moment, the zone of the site, and what an inspector looks at. */
export interface ViewContext {
  readonly now: Instant
  readonly zone: string
  readonly sight?: Sight | undefined
}

/** A titled group of facts or a table of child rows. */
export type Section =
  | { readonly title: Text; readonly facts: readonly Fact[] }
  | {
      readonly title: Text
      readonly columns: readonly { readonly key: string; readonly title: Text }[]
      readonly rows: readonly Readonly<Record<string, Shown>>[]
      readonly empty: Text
    }

/** How a record presents itself; pure, made by the procedure from the row and its facts. */
export interface RecordView {
  /** A text in both languages where the record has words of its own in both. */
  readonly title: Text | string
  readonly badges: readonly { readonly text: Text; readonly tone: Tone }[]
  /** Second line: who, where, how it came. */
  readonly subtitle: readonly (Text | string)[]
  readonly sections: readonly Section[]
  /** A remark that the reader must not miss. */
  readonly notices?: readonly { readonly text: Text; readonly tone: Tone }[]
}

/** A column of a ledger, a table or an export. */
export interface Column {
  readonly key: string
  readonly title: Text
  readonly kind:
    | 'code'
    | 'line'
    | 'number'
    | 'instant'
    | 'day'
    | 'state'
    | 'choice'
    | 'person'
    | 'party'
    | 'product'
    | 'yes-no'
  /** Titles of the values of a choice. */
  readonly options?: Readonly<Record<string, { readonly title: Text; readonly tone?: Tone }>>
  /** For a day that stands for the month, quarter or half-year in which it lies: the period is written, not the day. */
  readonly every?: 'month' | 'quarter' | 'half-year'
  /** Width in characters, for print and XLSX. */
  readonly width: number
  /** Shown on screen; the rest only in exports. */
  readonly onScreen: boolean
  readonly personal?: boolean
}

/** A row of a ledger as it is answered. */
export type LedgerRow = Readonly<Record<string, Json>>

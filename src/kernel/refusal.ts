import type { Json } from './json.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/**
 * What a refusal is about; the HTTP adapter answers with the number.
 * `signed-out` 401 · `forbidden` 403 · `absent` 404 · `conflict` 409 (state, version, guard, gate) ·
 * `too-large` 413 · `unfit` 422 (the input itself) · `too-many` 429.
 */
export type RefusalKind = 'signed-out' | 'forbidden' | 'absent' | 'conflict' | 'too-large' | 'unfit' | 'too-many'

/** Why a step may not happen now, and what to do first. The only expected failure of the product. */
export interface Refusal {
  readonly code: string
  readonly kind: RefusalKind
  /** Says the way out: "To close …, first …". */
  readonly sentence: Text
  /** Path of the input field at which the sentence is shown (`contact.phone`). */
  readonly field?: string
  /** The clause that demands it. */
  readonly clause?: string
  /** Structured facts for the screen, e.g. what another person changed meanwhile. */
  readonly detail?: Json
}

/** Where and how a refusal applies. */
export interface RefusalAt {
  readonly field?: string
  readonly clause?: string
  readonly kind?: RefusalKind
  readonly detail?: Json
}

/** Makes a refusal; `kind` is `unfit` when it names a field, otherwise `conflict`. */
export function refuse(code: string, sentence: Text, at: RefusalAt = {}): Refusal {
  return { code, sentence, ...at, kind: at.kind ?? (at.field ? 'unfit' : 'conflict') }
}

/**
 * The moment that was entered for an event, as a check reports it: no refusal by itself. The kernel compares it with the
 * window in which events are written down.
 */
export interface EventTime {
  readonly event: Instant
  readonly field: string
  /** What the field is called. */
  readonly what: Text
}

/** What guards return: refusals, moments of events, and the gaps that conditions leave. */
export type Refusals = readonly (Refusal | EventTime | false | '' | null | undefined)[]

/** Whether a check reported the moment of an event. */
export const isEventTime = (item: Refusals[number]): item is EventTime => !!item && 'event' in item

/** Keeps the refusals and drops the rest. */
export const onlyRefusals = (list: Refusals): Refusal[] =>
  list.filter((item): item is Refusal => !!item && !isEventTime(item))

/** Thrown by the kernel alone; the first refusal is the one that people are told first. */
export class Refused extends Error {
  readonly refusals: readonly [Refusal, ...Refusal[]]
  constructor(refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals[0].sentence.en)
    this.name = 'Refused'
    this.refusals = refusals
  }
}

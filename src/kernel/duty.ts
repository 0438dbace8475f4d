import type { PolicyBook } from './policy.ts'
import type { Text } from './text.ts'
import type { Day, Instant } from './time.ts'

/** A stretch of the day in the site's zone, `HH:MM`; the end belongs to it. */
export interface ClockWindow {
  readonly from: string
  readonly to: string
}

/**
 * When recurring work is due.
 * - `day`: once in each window of the day.
 * - `month`, `quarter`, `half-year`, `year`: once for each period, due on a day after its end (`dueDay` of the `dueMonth`-th month
 *   that follows, 1 = the next; a day beyond the month's end is its last). `dueMonth` 0: due within the period itself.
 * - `shares`: each quarter covers everything that has been there for `after` months; its months take these shares of it (3-3-4).
 */
export type Rhythm =
  | { readonly every: 'day'; readonly windows: readonly ClockWindow[]; readonly weekdays?: readonly number[] }
  | {
      readonly every: 'month' | 'quarter' | 'half-year' | 'year'
      readonly dueMonth: number
      readonly dueDay: number
    }
  | { readonly every: 'shares'; readonly after: number; readonly shares: readonly number[] }

/** What becomes of the work on days that the State Council gives off. */
export type Holidays = 'as-usual' | 'skipped' | 'next-working-day'

/** What one turn of a duty is for: a store, an equipment, a site. */
export interface DutyPlace {
  /** Tells the places of one duty apart; kept with each turn. */
  readonly key: string
  readonly title: Text
  readonly siteId: string
  /** Since when it is there; turns before this day are not asked. */
  readonly since?: Day
}

/** A step that was accepted, as a duty reads from it which turn was done. */
export interface DutyStep {
  readonly record: Readonly<Record<string, unknown>>
  readonly input: Readonly<Record<string, unknown>>
  readonly now: Instant
}

/** Recurring work with a window, declared by the procedure that demands it. */
export interface Duty {
  /** Unique in its procedure. */
  readonly name: string
  readonly title: Text
  /** Clause of this procedure that demands it. */
  readonly clause: string
  /** Time limit of the requirements catalogue. */
  readonly rule: string
  /** Whose work it is: the first role is asked, people of the others may stand in. */
  readonly by: readonly [string, ...string[]]
  /** Next role up, told when a turn was missed. */
  readonly escalatesTo: string
  readonly rhythm: (policy: PolicyBook) => Rhythm
  /** Keys of the policies that `rhythm` reads. */
  readonly policies: readonly string[]
  /** Days that the State Council gives off: the work is done as usual, not at all, or on the next working day. */
  readonly holidays: Holidays | ((policy: PolicyBook) => Holidays)
  /** Name of a look-up in this procedure's `queries.finds` that answers the {@link DutyPlace}s; one turn each. */
  readonly places?: string
  /**
   * The step that does the work, and which place and moment it was for. A turn is done by the accepted step; nothing else
   * ticks it off. Null: work outside the product, ticked off with a note and a signature.
   */
  readonly done: {
    readonly command: string
    /** Key of the place; absent for a duty without places. */
    readonly place?: (step: DutyStep) => string
    /** The moment that decides which window or period was served; null: this step serves none. Default: `now`. Written down late is late. */
    readonly at?: (step: DutyStep) => Instant | Day | null
    /** The step by which such a record is voided: the turn that it had done is owed again. */
    readonly undone?: string
    /** The step by which the demanding procedure itself keeps why a turn was missed: the turn takes its reason from there. */
    readonly excused?: {
      readonly command: string
      readonly reason: (step: DutyStep) => string
      /** Values with which its form opens; `window` is the begin of the window, `HH:MM`. */
      readonly fill: (turn: {
        readonly place: string
        readonly from: Day
        readonly window: string
      }) => Readonly<Record<string, unknown>>
    }
    /** The step whose form begins the work, where that is another: a round is begun before it is completed. */
    readonly opens?: string
    /** Values with which the form of that step opens. */
    readonly fill?: (turn: {
      readonly place: string
      readonly from: Day
      readonly to: Day
    }) => Readonly<Record<string, unknown>>
  } | null
}

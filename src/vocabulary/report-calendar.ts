import type { Text } from '../kernel/text.ts'
import type { Day } from '../kernel/time.ts'

/** How far the report of one period has come. */
export type CalendarState = 'coming' | 'due' | 'drafted' | 'commented' | 'signing' | 'signed' | 'filed' | 'before'

/** One period of one report in the calendar. */
export interface CalendarCell {
  readonly part: number
  readonly title: Text
  readonly lastDay: Day
  /** Moved on to a working day where the clause lets it. */
  readonly dueOn: Day
  readonly state: CalendarState
  readonly late: boolean
  /** Waits for a signature of the person who asks. */
  readonly mine: boolean
  readonly record: { readonly id: string; readonly number: string } | null
  readonly filedAt: string | null
  /** Id of the filed PDF. */
  readonly pdf: string | null
}

/** The calendar of a year: each regular report with its periods. */
export interface ReportCalendar {
  readonly year: number
  readonly rows: readonly {
    readonly key: string
    readonly title: Text
    readonly clause: string
    readonly every: 'month' | 'quarter' | 'half-year' | 'year'
    /** Whether the person may begin it. */
    readonly may: boolean
    readonly cells: readonly CalendarCell[]
  }[]
}

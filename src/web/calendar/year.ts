import type { Text } from '../answers.ts'

/** A day of a year as `GET /api/read/calendar-year.year` answers it. */
export interface CalendarDay {
  readonly day: string
  /** Monday 1 … Sunday 7. */
  readonly weekday: number
  readonly kind: 'workday' | 'holiday' | 'outside'
  /** Name of a holiday or made-up working day; null on ordinary days. */
  readonly title: Text | null
}

/** A day that departs from Monday to Friday. */
export interface OfficialDay {
  readonly day: string
  readonly kind: 'holiday' | 'workday'
  readonly title: Text
}

/** Answer of `GET /api/read/calendar-year.year`. */
export interface CalendarYear {
  readonly year: number
  readonly coverage: { readonly first: number; readonly last: number }
  readonly covered: boolean
  readonly published: boolean
  readonly shipped: boolean
  readonly record: {
    readonly id: string
    readonly number: string
    readonly state: string
    readonly version: number
    readonly source: string | null
    readonly publishedByName: string | null
  } | null
  /** Days entered and not yet published. */
  readonly draft: readonly OfficialDay[] | null
  readonly days: readonly CalendarDay[]
}

/** How a day is drawn. */
export type Look = 'plain' | 'weekend' | 'holiday' | 'made-up'

/** A holiday by name is coloured; an ordinary Saturday is only quiet; a worked weekend is marked. */
export function lookOf({ kind, weekday, title }: Pick<CalendarDay, 'kind' | 'weekday' | 'title'>): Look {
  if (kind === 'workday') return weekday >= 6 ? 'made-up' : 'plain'
  return title === null ? 'weekend' : 'holiday'
}

/** Day of the week, Monday 1 … Sunday 7. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** The days of a year when the server knows none yet: Monday to Friday worked. */
export function plainYear(year: number): CalendarDay[] {
  const days: CalendarDay[] = []
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10)
    const weekday = weekdayOf(day)
    days.push({ day, weekday, kind: weekday >= 6 ? 'holiday' : 'workday', title: null })
  }
  return days
}

/** The days with a draft laid over them. */
export function withDraft(days: readonly CalendarDay[], draft: ReadonlyMap<string, OfficialDay>): CalendarDay[] {
  return days.map(day => {
    const entered = draft.get(day.day)
    if (entered) return { ...day, kind: entered.kind, title: entered.title }
    return { ...day, kind: day.weekday >= 6 ? 'holiday' : 'workday', title: null }
  })
}

import { addDays, type Day, dayOfLaterMonth } from './time.ts'

/** Kinds of periods that recurring work is due for. */
export type PeriodKind = 'month' | 'quarter' | 'half-year' | 'year'

/** A period of whole months. `key` names it: `2026-11`, `2026-Q4`, `2026-H2`, `2026`. */
export interface Period {
  readonly key: string
  readonly from: Day
  readonly to: Day
}

const MONTHS: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** The period that holds the day. */
export function periodOf(kind: PeriodKind, day: Day): Period {
  const length = MONTHS[kind]
  const year = day.slice(0, 4)
  const month = Number(day.slice(5, 7)) - 1
  const first = month - (month % length)
  const from = dayOfLaterMonth(`${year}-01-01`, first, 1)
  const to = dayOfLaterMonth(from, length - 1, 31)
  const place = first / length + 1
  const key = { month: from.slice(0, 7), quarter: `${year}-Q${place}`, 'half-year': `${year}-H${place}`, year }[kind]
  return { key, from, to }
}

/** The period after this one. */
export const periodAfter = (kind: PeriodKind, period: Period): Period => periodOf(kind, addDays(period.to, 1))

/** The period before this one. */
export const periodBefore = (kind: PeriodKind, period: Period): Period => periodOf(kind, addDays(period.from, -1))

import type { Text } from '../../../kernel/text.ts'
import { text } from '../../../kernel/text.ts'
import { type Day, dayOfLaterMonth, endOfDay, type Instant, startOfDay, type Zone } from '../../../kernel/time.ts'

/** Months that a report covers. */
export interface Period {
  readonly title: Text
  readonly from: Instant
  readonly to: Instant
  readonly firstDay: Day
  readonly lastDay: Day
  /** First days of the months. */
  readonly months: readonly Day[]
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `count` calendar months from a month (1–12) on, as days of the site's zone. */
export function monthsFrom(year: number, month: number, count: number, zone: Zone, title: Text): Period {
  const firstDay = `${year}-${two(month)}-01`
  const months = Array.from({ length: count }, (_, i) => dayOfLaterMonth(firstDay, i, 1))
  const lastDay = dayOfLaterMonth(firstDay, count - 1, 31)
  return { title, from: startOfDay(firstDay, zone), to: endOfDay(lastDay, zone), firstDay, lastDay, months }
}

/** A calendar quarter. */
export const quarterOf = (year: number, quarter: number, zone: Zone): Period =>
  monthsFrom(year, quarter * 3 - 2, 3, zone, text(`${year} 年第 ${quarter} 季度`, `${year} Q${quarter}`))

/** A calendar month. */
export const monthOf = (year: number, month: number, zone: Zone): Period =>
  monthsFrom(year, month, 1, zone, text(`${year} 年 ${month} 月`, `${year}-${two(month)}`))

import { type Text, text } from '../../../kernel/text.ts'
import { type Day, dayOfLaterMonth, endOfDay, type Instant, startOfDay, type Zone } from '../../../kernel/time.ts'

/** A calendar month of the site. */
export interface Month {
  readonly title: Text
  readonly from: Instant
  readonly to: Instant
  readonly firstDay: Day
  readonly lastDay: Day
}

/** The month (1–12) of a year, in the zone of the site. */
export function monthOf(year: number, month: number, zone: Zone): Month {
  const firstDay = `${year}-${String(month).padStart(2, '0')}-01`
  const lastDay = dayOfLaterMonth(firstDay, 0, 31)
  return {
    title: text(`${year} 年 ${month} 月`, firstDay.slice(0, 7)),
    from: startOfDay(firstDay, zone),
    to: endOfDay(lastDay, zone),
    firstDay,
    lastDay,
  }
}

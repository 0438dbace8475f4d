import type { Calendar } from '../kernel/calendar.ts'
import {
  addDays,
  addMilliseconds,
  type Day,
  dayOf,
  HOUR,
  type Instant,
  instantAt,
  weekdayOf,
  type Zone,
} from '../kernel/time.ts'
import type { Chance } from './world/chance.ts'

const OPENS = '08:30'
const CLOSES = '18:00'

/** The latest of some moments or days. */
export function later(first: Instant, ...others: (Instant | null)[]): Instant {
  let latest = first
  for (const other of others) if (other && other > latest) latest = other
  return latest
}

/** The earlier of two moments or days. */
export const earlier = (a: Instant, b: Instant): Instant => (later(a, b) === a ? b : a)

/** When people of the demo company work. */
export interface OfficeHours {
  /**
   * About when somebody gets to a thing `hours` after a moment: then, if it is in office hours, else when the office opens
   * next. Where that were too late for `by`, on a day off; and if need be at night. Never before the moment itself: where
   * `by` has passed, in office hours.
   */
  after(at: Instant, hours: number, by?: Instant): Instant
  /** A moment between two numbers of hours ago that is in office hours, else the latest of them. */
  ago(now: Instant, least: number, most: number): Instant
  /** A moment of a working day at or after `day`. */
  on(day: Day): Instant
  isWorkday(day: Day): boolean
}

/** Office hours by the calendar; `luck` scatters the minutes. */
export function officeHours(calendar: Calendar, zone: Zone, luck: Chance): OfficeHours {
  const isWorkday = (day: Day): boolean => calendar.isWorkday(day) ?? weekdayOf(day) <= 5
  const within = (at: Instant, anyDay: boolean): Instant => {
    let day = dayOf(at, zone)
    if ((anyDay || isWorkday(day)) && at <= instantAt(day, CLOSES, zone)) {
      const opens = instantAt(day, OPENS, zone)
      return at >= opens ? at : soonAfter(opens)
    }
    do day = addDays(day, 1)
    while (!anyDay && !isWorkday(day))
    return soonAfter(instantAt(day, OPENS, zone))
  }
  const soonAfter = (at: Instant): Instant => addMilliseconds(at, luck.between(2 * 60, 70 * 60) * 1_000)
  return {
    isWorkday,
    after: (at, hours, by) => {
      const wished = addMilliseconds(at, hours * HOUR + luck.between(0, 59_999))
      const usual = within(wished, false)
      if (!by || usual < by) return usual
      const dayOff = within(wished, true)
      if (dayOff < by) return dayOff
      const lastMinute = addMilliseconds(by, -luck.between(4, 25) * 60_000)
      if (wished < by) return wished
      return lastMinute > at ? lastMinute : usual
    },
    ago: (now, least, most) => {
      for (let hours = least; hours <= most; hours += 0.25) {
        const at = addMilliseconds(now, -hours * HOUR)
        const day = dayOf(at, zone)
        if (at >= instantAt(day, OPENS, zone) && at <= instantAt(day, CLOSES, zone)) return at
      }
      return addMilliseconds(now, -least * HOUR)
    },
    on: day => {
      let open = day
      while (!isWorkday(open)) open = addDays(open, 1)
      const minutes = luck.between(0, 9 * 60)
      return addMilliseconds(instantAt(open, OPENS, zone), minutes * 60_000 + luck.between(0, 59_999))
    },
  }
}

import type { Calendar, OutsideCalendar, SkippedDay } from './calendar.ts'
import type { Explanation } from './explain.ts'
import type { Text } from './text.ts'
import {
  addDays,
  addLocalDays,
  addLocalMonths,
  addMilliseconds,
  type Day,
  dayOf,
  dayOfLaterMonth,
  endOfDay,
  endOfLocalDay,
  HOUR,
  type Instant,
  instantAt,
  isClock,
  isDay,
  sameClockOn,
  yearOf,
  type Zone,
} from './time.ts'

/** Where a limit comes from: the law, the written procedure, or a target that the company set itself. */
export type Basis = 'law' | 'procedure' | 'company'

/**
 * A limit of time. Counting starts after the start moment; the day of the start is day 0.
 * - `hours`: clock hours, day and night; parts of an hour are allowed.
 * - `days`: calendar days, to the same local clock time; with `endOfDay` to 23:59:59.999 of the last day.
 *   Legal reporting clocks are written with `endOfDay`; they are never rolled forward over holidays.
 * - `workdays`: working days of the calendar, to the same local clock time of the last; with `endOfDay` to its end.
 *   The same clock time gives a case of Friday evening until Monday evening, as "one working day" is understood. A start
 *   on a day off runs to the end of the last working day: otherwise Saturday's case would be due before Friday's.
 * - `months`: calendar months, to the same day and clock time, or the last day of a shorter month.
 * - `clock`: local clock time `value` on the day `daysLater` days after the start (1 = the next day, the default).
 * - `by-day`: end of day `value` of the month following the start; the last day of a shorter month.
 * - `window`: end of the first daily window `from`–`to` that has not closed at the start.
 * - `date`: end of the local day `value`, whatever the start; `instead` is the day off from which a calendar moved it.
 *   `byCalendar` on `window` and `date`: whether the day is asked at all depends on the official days of its year.
 * - `at-once`: "immediately"; the law gives no number, `value` is the company's target in hours.
 */
export type Limit =
  | { readonly unit: 'hours'; readonly value: number; readonly basis: Basis }
  | { readonly unit: 'days'; readonly value: number; readonly basis: Basis; readonly endOfDay?: boolean }
  | { readonly unit: 'workdays'; readonly value: number; readonly basis: Basis; readonly endOfDay?: boolean }
  | { readonly unit: 'months'; readonly value: number; readonly basis: Basis; readonly endOfDay?: boolean }
  | { readonly unit: 'clock'; readonly value: string; readonly basis: Basis; readonly daysLater?: number }
  | { readonly unit: 'by-day'; readonly value: number; readonly basis: Basis }
  | {
      readonly unit: 'window'
      readonly value: { readonly from: string; readonly to: string }
      readonly basis: Basis
      readonly byCalendar?: true
    }
  | {
      readonly unit: 'date'
      readonly value: Day
      readonly basis: Basis
      readonly instead?: Day
      readonly byCalendar?: true
    }
  | { readonly unit: 'at-once'; readonly value: number; readonly basis: 'company' }

/** What the count needs besides limit and start. */
export interface CountingPlace {
  readonly zone: Zone
  readonly calendar: Calendar
  /** The start event as a noun: 受理 / registration. */
  readonly event?: Text
  /** Policy that set the limit, with the version in force. */
  readonly policy?: { readonly key: string; readonly version: number }
}

/** The end of a clock and the reasons for it. */
export interface Due {
  readonly ok: true
  readonly dueAt: Instant
  readonly explanation: Explanation
}

interface Counted {
  readonly dueAt: Instant
  readonly skipped?: readonly SkippedDay[]
  readonly madeUp?: readonly SkippedDay[]
  readonly unpublishedYears?: readonly number[]
}

/**
 * When a clock that starts at `start` runs out, and why. Never earlier than the start.
 * Refuses, with the way out, when working days leave the years that the calendar covers.
 * @throws RangeError when the limit itself makes no sense (negative, half a working day, 25:00)
 */
export function dueAt(limit: Limit, start: Instant, place: CountingPlace): Due | OutsideCalendar {
  const counted = count(limit, start, place)
  if ('ok' in counted) return counted
  const explanation: Explanation = {
    start,
    event: place.event ?? null,
    limit,
    zone: place.zone,
    policy: place.policy ?? null,
    skipped: counted.skipped ?? [],
    madeUp: counted.madeUp ?? [],
    unpublishedYears: counted.unpublishedYears ?? [],
    dueAt: counted.dueAt,
  }
  return { ok: true, dueAt: counted.dueAt, explanation }
}

function count(limit: Limit, start: Instant, { zone, calendar }: CountingPlace): Counted | OutsideCalendar {
  const day = dayOf(start, zone)
  const closing = (instant: Instant, atEnd: boolean | undefined): Counted => ({
    dueAt: atEnd ? endOfLocalDay(instant, zone) : instant,
  })
  switch (limit.unit) {
    case 'hours':
    case 'at-once':
      if (!(limit.value >= 0 && limit.value <= 87_600)) throw new RangeError(`not a number of hours: ${limit.value}`)
      return { dueAt: addMilliseconds(start, limit.value * HOUR) }
    case 'days':
      return closing(addLocalDays(start, whole(limit.value), zone), limit.endOfDay)
    case 'months':
      return closing(addLocalMonths(start, whole(limit.value), zone), limit.endOfDay)
    case 'workdays': {
      const found = calendar.addWorkdays(day, whole(limit.value))
      if (!found.ok) return found
      const { skipped, madeUp, unpublishedYears } = found
      const same = limit.value === 0 ? start : sameClockOn(start, found.day, zone)
      const toEnd = limit.endOfDay || (limit.value > 0 && calendar.isWorkday(day) === false)
      return { ...closing(same, toEnd), skipped, madeUp, unpublishedYears }
    }
    case 'clock': {
      const later = whole(limit.daysLater ?? 1)
      const at = instantAt(dayOf(addLocalDays(start, later, zone), zone), clock(limit.value), zone)
      // "12:00 today" said in the afternoon means tomorrow's noon.
      return {
        dueAt: at < start ? instantAt(dayOf(addLocalDays(start, later + 1, zone), zone), limit.value, zone) : at,
      }
    }
    case 'by-day':
      if (whole(limit.value) < 1 || limit.value > 31) throw new RangeError(`not a day of the month: ${limit.value}`)
      return { dueAt: endOfDay(dayOfLaterMonth(day, 1, limit.value), zone) }
    case 'window': {
      if (clock(limit.value.from) >= clock(limit.value.to)) throw new RangeError('the window closes before it opens')
      const today = instantAt(day, limit.value.to, zone)
      const end = today >= start ? today : instantAt(dayOf(addLocalDays(start, 1, zone), zone), limit.value.to, zone)
      return { dueAt: end, ...unpublished(limit, dayOf(end, zone), calendar) }
    }
    case 'date': {
      if (!isDay(limit.value)) throw new RangeError(`not a day: ${limit.value}`)
      const end = endOfDay(limit.value, zone)
      const skipped: SkippedDay[] = []
      for (let at = limit.instead ?? limit.value; at < limit.value; at = addDays(at, 1))
        skipped.push({ day: at, reason: calendar.title(at) ?? { zh: '休息日', en: 'day off' } })
      return { dueAt: end < start ? start : end, skipped, ...unpublished(limit, limit.value, calendar) }
    }
  }
}

const unpublished = (
  { byCalendar }: { readonly byCalendar?: true },
  day: Day,
  calendar: Calendar,
): Pick<Counted, 'unpublishedYears'> =>
  byCalendar && !calendar.isPublished(yearOf(day)) ? { unpublishedYears: [yearOf(day)] } : {}

function whole(value: number): number {
  if (!Number.isInteger(value) || value < 0 || value > 3660)
    throw new RangeError(`not a whole number of days: ${value}`)
  return value
}

function clock(value: string): string {
  if (!isClock(value)) throw new RangeError(`not a clock time HH:mm: ${value}`)
  return value
}

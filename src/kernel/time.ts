import { Temporal } from 'temporal-polyfill'

/** A moment in UTC with milliseconds, `2026-11-22T01:02:03.000Z`; as text it sorts like time. Check with {@link isInstant}. */
export type Instant = string

/** A calendar day, `2026-11-22`; which moments it holds depends on a time zone. Check with {@link isDay}. */
export type Day = string

/** IANA name of a time zone. */
export type Zone = string

/** Time zone of a site that names none. */
export const SITE_ZONE: Zone = 'Asia/Shanghai'

/** Milliseconds of an hour. */
export const HOUR = 3_600_000

// PostgreSQL knows no year 0, and a text sorts like time only while all years have four digits.
const INSTANT_SHAPE = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const DAY_SHAPE = /^[1-9]\d{3}-\d\d-\d\d$/
const CLOCK_SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/

const written = (moment: Temporal.Instant): Instant => moment.toString({ fractionalSecondDigits: 3 })
const local = (instant: Instant, zone: Zone): Temporal.ZonedDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone)

/** True for a moment in exactly the form of {@link Instant} that exists in the calendar. */
export const isInstant = (value: unknown): value is Instant =>
  typeof value === 'string' && INSTANT_SHAPE.test(value) && parseInstant(value) === value

/**
 * Reads any ISO 8601 moment that carries an offset or `Z`, and brings it to the form of {@link Instant}.
 * Parts finer than a millisecond are cut. Years run from 1000 to 9999. Answers `null` for anything else, a text without an offset included.
 */
export function parseInstant(value: string): Instant | null {
  if (value.length > 40) return null
  try {
    const instant = written(Temporal.Instant.from(value))
    return INSTANT_SHAPE.test(instant) ? instant : null
  } catch {
    return null
  }
}

/** True for an existing day written `YYYY-MM-DD`, from the year 1000 on. */
export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !DAY_SHAPE.test(value)) return false
  try {
    return Temporal.PlainDate.from(value).toString() === value
  } catch {
    return false
  }
}

/** True for a local clock time `HH:mm` from 00:00 to 23:59. */
export const isClock = (value: unknown): value is string => typeof value === 'string' && CLOCK_SHAPE.test(value)

/** The local day on which the moment falls. */
export const dayOf = (instant: Instant, zone: Zone): Day => local(instant, zone).toPlainDate().toString()

/**
 * The moment at which local clocks of the zone show `clock` (`HH:mm`) on the day.
 * Where daylight saving skips that time, the moment is moved on by the gap; where it comes twice, the first counts.
 */
export function instantAt(day: Day, clock: string, zone: Zone): Instant {
  if (!isClock(clock)) throw new RangeError(`not a clock time HH:mm: ${clock}`)
  const moment = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: clock })
  return written(moment.toInstant())
}

/** The first moment of the local day. */
export const startOfDay = (day: Day, zone: Zone): Instant =>
  written(Temporal.PlainDate.from(day).toZonedDateTime(zone).toInstant())

/** The last millisecond of the local day, 23:59:59.999. */
export const endOfDay = (day: Day, zone: Zone): Instant => {
  const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return written(next.subtract({ milliseconds: 1 }))
}

/** The last millisecond of the local day on which the moment falls; what "each day until met" is measured against. */
export const endOfLocalDay = (instant: Instant, zone: Zone): Instant => endOfDay(dayOf(instant, zone), zone)

/** The day `count` days later; earlier when negative. */
export const addDays = (day: Day, count: number): Day => Temporal.PlainDate.from(day).add({ days: count }).toString()

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days

/** Day of the week, Monday 1 … Sunday 7. */
export const weekdayOf = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek

/** Year of the day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** The moment `milliseconds` later. */
export const addMilliseconds = (instant: Instant, milliseconds: number): Instant =>
  written(Temporal.Instant.from(instant).add({ milliseconds: Math.round(milliseconds) }))

/** The same local clock time `count` days later. */
export const addLocalDays = (instant: Instant, count: number, zone: Zone): Instant =>
  written(local(instant, zone).add({ days: count }).toInstant())

/** The same local clock time `count` months later; the last day of the month when it has no such day. */
export const addLocalMonths = (instant: Instant, count: number, zone: Zone): Instant =>
  written(local(instant, zone).add({ months: count }).toInstant())

/** The moment of the same local clock time on another day. */
export const sameClockOn = (instant: Instant, day: Day, zone: Zone): Instant => {
  const clock = local(instant, zone).toPlainTime()
  return written(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant())
}

/** Day `dayOfMonth` of the month `months` after that of `day`; the last day of that month when it is shorter. */
export const dayOfLaterMonth = (day: Day, months: number, dayOfMonth: number): Day =>
  Temporal.PlainDate.from(day).with({ day: 1 }).add({ months }).with({ day: dayOfMonth }).toString()

/** Milliseconds from one moment to another; negative when `to` is earlier. */
export const millisecondsBetween = (from: Instant, to: Instant): number =>
  Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds

/** What local clocks of the zone show at the moment, `HH:mm`. */
export const clockTimeOf = (instant: Instant, zone: Zone): string =>
  local(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' })

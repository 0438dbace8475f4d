import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { HOLIDAY, statutoryHolidays } from './statutory-holiday.ts'
import type { Text } from './text.ts'
import { addDays, type Day, isDay, weekdayOf, yearOf } from './time.ts'

/** A day that the administrator enters; it outranks what the product knows. */
export interface CalendarEntry {
  readonly day: Day
  readonly kind: 'holiday' | 'workday'
  readonly title: Text
  /** Where it stands: number of the notice, a company decision. */
  readonly source: string
}

/** Years whose official arrangement (State Council notice on holidays of the year) ships with the product. */
export const SHIPPED_YEARS: readonly number[] = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]

/** Why a calendar does not answer; carries the way out. */
export interface OutsideCalendar {
  readonly ok: false
  readonly day: Day
  readonly sentence: Text
}

/** A day that did not count, and why. */
export interface SkippedDay {
  readonly day: Day
  readonly reason: Text
}

/** Result of counting working days. */
export interface Workdays {
  readonly ok: true
  readonly day: Day
  /** Days passed over, in order of time. */
  readonly skipped: readonly SkippedDay[]
  /** Saturdays and Sundays that did count, because holidays moved them (调休). */
  readonly madeUp: readonly SkippedDay[]
  /** Years passed whose official arrangement is not published; the result may move. */
  readonly unpublishedYears: readonly number[]
}

/** The working-day calendar of a company. A pure value: the same entries give the same answers. */
export interface Calendar {
  /** First and last year that it answers for. */
  readonly coverage: { readonly first: number; readonly last: number }
  /** Every covered year, with whether its official arrangement is known. */
  readonly years: readonly { readonly year: number; readonly published: boolean }[]
  /** Whether the official arrangement of the year is known; false outside the coverage. */
  isPublished(year: number): boolean
  /** `outside` where the calendar does not answer. */
  kindOf(day: Day): 'workday' | 'holiday' | 'outside'
  /** Whether people work on the day; `null` outside the coverage, never a guess. */
  isWorkday(day: Day): boolean | null
  /** The day itself when people work on it, else the next working day; the day itself where the calendar does not answer. */
  onWorkday(day: Day): Day
  /** Name of a holiday or of a made-up working day; `null` for an ordinary day or weekend. */
  title(day: Day): Text | null
  /**
   * The `count`-th working day after `day` (before it when negative). `day` itself is not counted; 0 gives `day`.
   * @throws RangeError when `count` is not a whole number
   */
  addWorkdays(day: Day, count: number): Workdays | OutsideCalendar
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  countWorkdays(from: Day, to: Day): number | OutsideCalendar
}

interface Known {
  readonly workday: boolean
  readonly title: Text
}

const WEEKEND: readonly Text[] = [
  { zh: '周六', en: 'Saturday' },
  { zh: '周日', en: 'Sunday' },
]
const TITLES: Readonly<Record<string, Text>> = {
  元旦: HOLIDAY.newYear,
  春节: HOLIDAY.spring,
  清明: HOLIDAY.qingming,
  劳动节: HOLIDAY.labour,
  端午: HOLIDAY.dragonBoat,
  中秋: HOLIDAY.midAutumn,
  国庆节: HOLIDAY.national,
}

/** Reads "Spring Festival,春节,4" of the data set. */
function titleOf(name: string): Text {
  const [en = name, zh = name] = name.split(',')
  return TITLES[zh] ?? { zh, en }
}

function shippedDays(): Map<Day, Known> {
  const shipped = new Set(SHIPPED_YEARS)
  const known = new Map<Day, Known>()
  for (const [day, name] of Object.entries(published.holidays))
    if (shipped.has(yearOf(day))) known.set(day, { workday: false, title: titleOf(name) })
  for (const [day, name] of Object.entries(published.workdays)) {
    const holiday = titleOf(name)
    const title = { zh: `${holiday.zh}调休上班`, en: `made-up working day for ${holiday.en}` }
    if (shipped.has(yearOf(day))) known.set(day, { workday: true, title })
  }
  return known
}

let shipped: ReadonlyMap<Day, Known> | undefined

/**
 * Builds the calendar. Shipped: 2019–2026 as published; the first year after the last published one is covered too, from
 * weekends and the statutory holidays alone, and marked not published. `publishedYears` are the years whose official days
 * the administrator has entered completely: for these, `entries` alone say what departs from Monday to Friday.
 * @throws RangeError when an entry's day does not exist or a published year is not a four-digit year from 2019
 */
export function calendar(
  company: { readonly entries?: readonly CalendarEntry[]; readonly publishedYears?: readonly number[] } = {},
): Calendar {
  const entered = company.publishedYears ?? []
  for (const year of entered)
    if (!Number.isInteger(year) || year < 2019 || year > 9998) throw new RangeError(`not a calendar year: ${year}`)
  const publishedYears = new Set([...SHIPPED_YEARS, ...entered])
  const first = Math.min(...SHIPPED_YEARS)
  const last = Math.max(...publishedYears) + 1
  shipped ??= shippedDays()
  const known = new Map(shipped)
  for (let year = first; year <= last; year++)
    if (!publishedYears.has(year))
      for (const [day, title] of statutoryHolidays(year)) known.set(day, { workday: false, title })
  for (const entry of company.entries ?? []) {
    if (!isDay(entry.day)) throw new RangeError(`not a day: ${entry.day}`)
    known.set(entry.day, { workday: entry.kind === 'workday', title: entry.title })
  }

  const covered = (day: Day): boolean => isDay(day) && yearOf(day) >= first && yearOf(day) <= last
  const worked = (day: Day): boolean => known.get(day)?.workday ?? weekdayOf(day) <= 5
  const reason = (day: Day): Text => known.get(day)?.title ?? WEEKEND[weekdayOf(day) - 6] ?? { zh: day, en: day }
  const outside = (day: Day): OutsideCalendar => ({
    ok: false,
    day,
    sentence: {
      zh: `工作日历覆盖 ${first}–${last} 年，无法判断 ${day}。请先由管理员在“日历”中录入该年的节假日安排。`,
      en: `The working-day calendar covers ${first}–${last} and cannot tell for ${day}. First have the administrator enter the holidays of that year under Calendar.`,
    },
  })

  function addWorkdays(day: Day, count: number): Workdays | OutsideCalendar {
    if (!Number.isInteger(count)) throw new RangeError(`not a whole number of working days: ${count}`)
    if (!covered(day)) return outside(day)
    const step = count < 0 ? -1 : 1
    const skipped: SkippedDay[] = []
    const madeUp: SkippedDay[] = []
    const unpublished = new Set<number>()
    let at = day
    for (let left = Math.abs(count); left > 0; ) {
      at = addDays(at, step)
      if (!covered(at)) return outside(at)
      if (!publishedYears.has(yearOf(at))) unpublished.add(yearOf(at))
      if (!worked(at)) skipped.push({ day: at, reason: reason(at) })
      else {
        left--
        if (weekdayOf(at) > 5) madeUp.push({ day: at, reason: reason(at) })
      }
    }
    if (step < 0) for (const list of [skipped, madeUp]) list.reverse()
    return { ok: true, day: at, skipped, madeUp, unpublishedYears: [...unpublished].sort((a, b) => a - b) }
  }

  function countWorkdays(from: Day, to: Day): number | OutsideCalendar {
    if (!covered(from)) return outside(from)
    if (!covered(to)) return outside(to)
    let count = 0
    for (let at = addDays(from, 1); at <= to; at = addDays(at, 1)) if (worked(at)) count++
    return count
  }

  return {
    coverage: { first, last },
    years: Array.from({ length: last - first + 1 }, (_, index) => ({
      year: first + index,
      published: publishedYears.has(first + index),
    })),
    isPublished: year => publishedYears.has(year),
    kindOf: day => (covered(day) ? (worked(day) ? 'workday' : 'holiday') : 'outside'),
    isWorkday: day => (covered(day) ? worked(day) : null),
    onWorkday: day => {
      if (!covered(day) || worked(day)) return day
      const next = addWorkdays(day, 1)
      return next.ok ? next.day : day
    },
    title: day => known.get(day)?.title ?? null,
    addWorkdays,
    countWorkdays,
  }
}

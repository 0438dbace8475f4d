import type { ReportEvery, ReportPeriod } from '../kernel/report.ts'
import { type Text, text } from '../kernel/text.ts'
import {
  type Day,
  dayOfLaterMonth,
  daysBetween,
  endOfDay,
  type Instant,
  startOfDay,
  type Zone,
} from '../kernel/time.ts'

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

/** `count` calendar months, the last of them the one in which a day lies. */
export function monthsUpTo(day: Day, count: number, zone: Zone, title: Text): Period {
  const first = dayOfLaterMonth(day, 1 - count, 1)
  return monthsFrom(Number(first.slice(0, 4)), Number(first.slice(5, 7)), count, zone, title)
}

/** The months from that of one day to that of another, both whole. */
export function monthsBetween(first: Day, last: Day, zone: Zone): Period {
  const start = dayOfLaterMonth(first, 0, 1)
  let count = 1
  while (daysBetween(dayOfLaterMonth(start, count, 1), last) >= 0) count += 1
  const end = dayOfLaterMonth(start, count - 1, 1)
  const title = text(`${start.slice(0, 7)} 至 ${end.slice(0, 7)}`, `${start.slice(0, 7)} to ${end.slice(0, 7)}`)
  return monthsFrom(Number(start.slice(0, 4)), Number(start.slice(5, 7)), count, zone, title)
}

/** The name of a month as a category of a chart. */
export const monthTitle = (month: Day): Text => text(`${Number(month.slice(5, 7))} 月`, month.slice(0, 7))

const LENGTH: Readonly<Record<ReportEvery, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

const titles: Readonly<Record<ReportEvery, (year: number, part: number) => Text>> = {
  month: (year, part) => text(`${year} 年 ${part} 月`, `${year}-${two(part)}`),
  quarter: (year, part) => text(`${year} 年第 ${part} 季度`, `${year} Q${part}`),
  'half-year': (year, part) =>
    text(`${year} 年${part === 1 ? '上' : '下'}半年`, `${year}, ${part === 1 ? 'first' : 'second'} half`),
  year: year => text(`${year} 年度`, `${year}`),
}

/** How many such periods a year has. */
export const partsOfYear = (every: ReportEvery): number => 12 / LENGTH[every]

/** A period of a year: the n-th month, quarter or half-year, or the year itself. */
export function periodOf(every: ReportEvery, year: number, part: number): ReportPeriod {
  const length = LENGTH[every]
  const firstDay = `${year}-${two((part - 1) * length + 1)}-01`
  return {
    every,
    year,
    part,
    title: titles[every](year, part),
    firstDay,
    lastDay: dayOfLaterMonth(firstDay, length - 1, 31),
  }
}

/** All such periods of a year. */
export const periodsOf = (every: ReportEvery, year: number): ReportPeriod[] =>
  Array.from({ length: partsOfYear(every) }, (_, i) => periodOf(every, year, i + 1))

/** The period in which a day lies. */
export function periodAt(every: ReportEvery, day: Day): ReportPeriod {
  return periodOf(every, Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / LENGTH[every]))
}

/** The period that has these days, whatever its length; undefined where they are no whole period. */
export const periodOfDays = (first: Day, last: Day): ReportPeriod | undefined =>
  (Object.keys(LENGTH) as ReportEvery[])
    .map(every => periodAt(every, first))
    .find(period => period.firstDay === first && period.lastDay === last)

/** The last period that ended before a day. */
export function periodBefore(every: ReportEvery, day: Day): ReportPeriod {
  const { year, part } = periodAt(every, day)
  return part > 1 ? periodOf(every, year, part - 1) : periodOf(every, year - 1, partsOfYear(every))
}

/** A period as the months that its reports read. */
export const wholeOf = (every: ReportEvery, year: number, part: number, zone: Zone): Period =>
  monthsFrom(year, (part - 1) * LENGTH[every] + 1, LENGTH[every], zone, titles[every](year, part))

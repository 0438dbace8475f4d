import type { Day } from '../../kernel/time.ts'
import { allDigits } from './reading.ts'

const two = (value: number): string => String(value).padStart(2, '0')
const leap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
const lastOfMonth = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31

/**
 * Century of a two-digit year, seen from `year` (GS1 General Specifications 7.12): 51 and more ahead is the century
 * before, 50 and more behind is the century after, otherwise the present one.
 */
function fullYear(twoDigits: number, year: number): number {
  const century = year - (year % 100)
  const ahead = twoDigits - (year % 100)
  if (ahead >= 51) return century - 100 + twoDigits
  if (ahead <= -50) return century + 100 + twoDigits
  return century + twoDigits
}

/**
 * Reads `YYMMDD` or `YYYYMMDD` as labels carry it. Day 00 is the last day of the month.
 * `year` is the present year, for the century. `null` when there is no such day.
 */
export function labelDate(digits: string, year: number): Day | null {
  if (!allDigits(digits) || (digits.length !== 6 && digits.length !== 8)) return null
  const head = Number(digits.slice(0, -4))
  const full = digits.length === 8 ? head : fullYear(head, year)
  const month = Number(digits.slice(-4, -2))
  const day = Number(digits.slice(-2))
  if (full < 1900 || full > 2199 || month < 1 || month > 12 || day > lastOfMonth(full, month)) return null
  return `${full}-${two(month)}-${two(day === 0 ? lastOfMonth(full, month) : day)}`
}

/** Reads `YYJJJ`, the day counted from the first of January, as HIBC labels carry it; `null` when there is no such day. */
export function ordinalDate(digits: string, year: number): Day | null {
  if (!allDigits(digits) || digits.length !== 5) return null
  return dayOfYear(fullYear(Number(digits.slice(0, 2)), year), Number(digits.slice(2)))
}

/** The day with this number in the year, the first being 1; `null` when the year has fewer days. */
export function dayOfYear(year: number, number: number): Day | null {
  let left = number
  for (let month = 1; left > 0 && month <= 12; month++) {
    const last = lastOfMonth(year, month)
    if (left <= last) return `${year}-${two(month)}-${two(left)}`
    left -= last
  }
  return null
}

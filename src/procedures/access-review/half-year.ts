import { type Text, text } from '../../kernel/text.ts'
import type { Day } from '../../kernel/time.ts'

/** A half-year: its name and its last day. */
export interface HalfYear {
  readonly period: string
  readonly end: Day
}

/** The half-year in which a day lies. */
export function halfYearOf(day: Day): HalfYear {
  const year = day.slice(0, 4)
  const first = Number(day.slice(5, 7)) <= 6
  return first ? { period: `${year}-H1`, end: `${year}-06-30` } : { period: `${year}-H2`, end: `${year}-12-31` }
}

/** The half-year of a name, `2026-H1`. */
export const halfYear = (period: string): HalfYear => ({
  period,
  end: period.endsWith('H1') ? `${period.slice(0, 4)}-06-30` : `${period.slice(0, 4)}-12-31`,
})

/** A half-year in words. */
export const periodText = (period: string): Text => {
  const year = period.slice(0, 4)
  const first = period.endsWith('H1')
  return text(`${year} 年${first ? '上' : '下'}半年`, `${first ? 'first' : 'second'} half of ${year}`)
}

/** A half-year as a title of its own. */
export const periodTitle = (period: string): Text => {
  const { zh, en } = periodText(period)
  return text(
    zh,
    en.replace(/^./, letter => letter.toUpperCase()),
  )
}

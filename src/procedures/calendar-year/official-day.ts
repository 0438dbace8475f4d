import { z } from 'zod'
import { SHIPPED_YEARS } from '../../kernel/calendar.ts'
import { field } from '../../kernel/field.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { HOLIDAY, statutoryHolidays } from '../../kernel/statutory-holiday.ts'
import { joinText, type Text, text } from '../../kernel/text.ts'
import { type Day, weekdayOf, yearOf } from '../../kernel/time.ts'
import { lineOf } from '../../vocabulary/base-data.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import type { OfficialDay } from './calendar-year.ts'

/** Titles of the kinds of day. */
export const kinds = {
  holiday: text('放假', 'Day off'),
  workday: text('调休上班', 'Made-up working day'),
  ordinary: text('按周几（取消安排）', 'As the weekday says (take the entry away)'),
} as const

const day = field(daySchema, { title: text('日期', 'Day'), widget: 'day' })
const titleField = field(lineOf(30).nullable().default(null), {
  title: text('名称', 'Name'),
  hint: text('如“春节”；调休上班可不填', 'e.g. 春节; not needed for a made-up working day'),
})

/** Days as they are entered. */
export const enteredDays = field(
  z
    .array(
      z.object({
        day,
        kind: field(z.enum(['holiday', 'workday']), { title: text('安排', 'Arrangement'), options: kinds }),
        title: titleField,
      }),
    )
    .max(120),
  { title: text('放假与调休', 'Days off and made-up working days') },
)

/** Days as they are corrected. */
export const correctedDays = field(
  z
    .array(
      z.object({
        day,
        kind: field(z.enum(['holiday', 'workday', 'ordinary']), { title: text('安排', 'Arrangement'), options: kinds }),
        title: titleField,
      }),
    )
    .min(1)
    .max(120),
  { title: text('更正的日期', 'Days to correct') },
)

/** A day as entered. */
export interface EnteredDay {
  readonly day: Day
  readonly kind: keyof typeof kinds
  readonly title: string | null
}

const WEEKDAYS = [text('工作日', 'working day'), text('周六', 'Saturday'), text('周日', 'Sunday')] as const
const KNOWN: readonly Text[] = Object.values(HOLIDAY)

/** What a day is called: the official name in both languages where it is one. */
function titleOf({ kind, title }: EnteredDay): Text {
  if (title === null) return kind === 'workday' ? text('调休上班', 'made-up working day') : text('放假', 'day off')
  return KNOWN.find(known => known.zh === title) ?? text(title, title)
}

/** What the weekday alone says of a day: the calendar without any arrangement. */
export const ordinary = (of: Day): OfficialDay => {
  const weekend = weekdayOf(of) - 5
  return {
    day: of,
    kind: weekend > 0 ? 'holiday' : 'workday',
    title: WEEKDAYS[Math.max(weekend, 0)] ?? WEEKDAYS[0],
  }
}

/** The official days that were entered, in order of time. */
export const officialDays = (entered: readonly EnteredDay[]): OfficialDay[] =>
  entered
    .filter(item => item.kind !== 'ordinary')
    .map(item => ({ day: item.day, kind: item.kind as OfficialDay['kind'], title: titleOf(item) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))

/** Refuses days of another year, days twice, and "made-up" working days that are working days anyway. */
export function refuseDays(year: number, entered: readonly EnteredDay[]): (Refusal | false)[] {
  const seen = new Set<Day>()
  return entered.map((item, index) => {
    const at = `days.${index}.day`
    const twice = seen.has(item.day)
    seen.add(item.day)
    if (yearOf(item.day) !== year)
      return refuse(
        'other-year',
        text(`${item.day} 不在 ${year} 年内，请改正。`, `${item.day} is not in ${year}: correct it.`),
        { field: at },
      )
    if (twice)
      return refuse(
        'day-twice',
        text(`${item.day} 填了两次，请删去一次。`, `${item.day} is entered twice: remove one.`),
        { field: at },
      )
    return (
      item.kind === 'workday' &&
      weekdayOf(item.day) <= 5 &&
      refuse(
        'workday-anyway',
        text(
          `${item.day} 本来就是工作日，调休上班只填周六、周日，请删去。`,
          `${item.day} is a working day anyway: enter only Saturdays and Sundays that are worked.`,
        ),
        { field: `days.${index}.kind` },
      )
    )
  })
}

/** The days off that the law itself fixes must be among the official days. */
export function refuseMissing(year: number, days: readonly OfficialDay[]): Refusal | false {
  const off = new Set(days.filter(item => item.kind === 'holiday').map(item => item.day))
  const missing = [...statutoryHolidays(year)].filter(([of]) => !off.has(of))
  if (missing.length === 0) return false
  const named = joinText(missing.map(([of, title]) => text(`${of} ${title.zh}`, `${of} ${title.en}`)))
  return refuse(
    'statutory-missing',
    text(
      `法定节假日未录全：${named.zh}。请先对照官方通知补录。`,
      `Statutory days off are missing: ${named.en}. First enter them from the official notice.`,
    ),
    { clause: 'WD-statutory' },
  )
}

/** Only years that do not ship with the product are entered, and not before their notice can be out. */
export function refuseYear(year: number, thisYear: number): Refusal | false {
  if (SHIPPED_YEARS.includes(year))
    return refuse(
      'year-shipped',
      text(
        `${year} 年的官方安排已随系统提供，无需录入。`,
        `The official days of ${year} ship with the product: nothing to enter.`,
      ),
      { field: 'year' },
    )
  const last = Math.max(...SHIPPED_YEARS)
  return (
    (year < last || year > thisYear + 1) &&
    refuse(
      'year-out-of-reach',
      text(
        `只能录入 ${last + 1} 至 ${Math.max(last, thisYear) + 1} 年；更晚年份待国务院办公厅发布通知后再录。`,
        `Years ${last + 1} to ${Math.max(last, thisYear) + 1} can be entered; later ones after their official notice.`,
      ),
      { field: 'year' },
    )
  )
}

import { durationText } from '../kernel/duration.ts'
import { type Text, text } from '../kernel/text.ts'
import { type Language, say } from './language.tsx'

/** How moments, days, lengths and numbers are written: in the site's zone, in the language in use. */
export interface Format {
  /** `今天 13:20`, `11-20 08:42`, `2025-11-20 08:42`: as short as it can be understood. */
  readonly instant: (value: string) => string
  /** `2026-11-20 08:42`. */
  readonly full: (value: string) => string
  /** `2026-11-20` with the day of the week. */
  readonly weekday: (value: string) => string
  /** A day as it is stored, or the site's day of a moment: `2026-11-20`. */
  readonly day: (value: string) => string
  /** `5 小时 08 分`. */
  readonly duration: (milliseconds: number) => string
  /** `剩 5 小时 08 分` or `超 2 小时 00 分`. */
  readonly left: (dueAt: string, now: number) => string
  /** What is shown of a clock in a list: relative when near, the moment when far. */
  readonly due: (dueAt: string, now: number) => string
  readonly number: (value: number, digits?: number) => string
  /** A share from 0 to 1 as `96.8%`. */
  readonly percent: (share: number) => string
}

const DAY = 86_400_000

const locale = (language: Language): string =>
  language === 'en' ? 'en-GB' : language === 'zh-Hant' ? 'zh-TW' : 'zh-CN'

/** Makes the writers for a zone and a language; `clock` tells the server's time in milliseconds. */
export function writtenIn(zone: string, language: Language, clock: () => number): Format {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const weekdays = new Intl.DateTimeFormat(locale(language), { timeZone: zone, weekday: 'short' })
  const t = (value: Text): string => say(value, language)
  const split = (milliseconds: number): { day: string; time: string } => {
    const part: Record<string, string> = {}
    for (const { type, value } of parts.formatToParts(milliseconds)) part[type] = value
    return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` }
  }
  const short = (value: string, now: number): string => {
    const { day, time } = split(Date.parse(value))
    if (day === split(now).day) return t(text(`今天 ${time}`, `today ${time}`))
    if (day === split(now + DAY).day) return t(text(`明天 ${time}`, `tomorrow ${time}`))
    if (day === split(now - DAY).day) return t(text(`昨天 ${time}`, `yesterday ${time}`))
    return day.slice(0, 4) === split(now).day.slice(0, 4) ? `${day.slice(5)} ${time}` : `${day} ${time}`
  }
  const numbers = (digits: number | undefined): Intl.NumberFormat =>
    new Intl.NumberFormat(
      locale(language),
      digits === undefined
        ? { maximumFractionDigits: 2 }
        : { minimumFractionDigits: digits, maximumFractionDigits: digits },
    )
  const left = (dueAt: string, now: number): string => {
    const rest = Date.parse(dueAt) - now
    const length = durationText(rest)
    return t(rest < 0 ? text(`超 ${length.zh}`, `${length.en} late`) : text(`剩 ${length.zh}`, `${length.en} left`))
  }
  return {
    instant: value => short(value, clock()),
    full: value => {
      const { day, time } = split(Date.parse(value))
      return `${day} ${time}`
    },
    weekday: value => {
      const milliseconds = Date.parse(value.length === 10 ? `${value}T12:00:00Z` : value)
      const day = value.length === 10 ? value : split(milliseconds).day
      return `${day} ${weekdays.format(milliseconds)}`
    },
    day: value => (value.length === 10 ? value : split(Date.parse(value)).day),
    duration: milliseconds => t(durationText(milliseconds)),
    left,
    due: (dueAt, now) => {
      const rest = Date.parse(dueAt) - now
      return rest < DAY / 2 ? left(dueAt, now) : short(dueAt, now)
    },
    number: (value, digits) => numbers(digits).format(value),
    percent: share => `${numbers(1).format(share * 100)}%`,
  }
}

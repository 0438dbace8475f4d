import type { SkippedDay } from './calendar.ts'
import { durationText } from './duration.ts'
import type { Limit } from './limit.ts'
import type { Text } from './text.ts'
import type { Day, Instant, Zone } from './time.ts'

/** Why a clock ends when it ends; stored with the deadline and rendered by {@link explainText}. Plain JSON. */
export interface Explanation {
  readonly start: Instant
  /** The start event as a noun: 受理 / registration. */
  readonly event: Text | null
  readonly limit: Limit
  readonly zone: Zone
  /** Policy that set the limit, with the version that was in force. */
  readonly policy: { readonly key: string; readonly version: number } | null
  /** Days between start and end that did not count. */
  readonly skipped: readonly SkippedDay[]
  /** Saturdays and Sundays that did count (调休). */
  readonly madeUp: readonly SkippedDay[]
  /** Years that were counted through without an official arrangement; the end may move. */
  readonly unpublishedYears: readonly number[]
  /** The clock ended later before a change of the policy moved it, and the number of that change. */
  readonly moved?: { readonly from: Instant; readonly by: string }
  readonly dueAt: Instant
}

const formats = new Map<Zone, Intl.DateTimeFormat>()
const shown = new Map<string, string>()
/** Moments kept in words; the ends of running clocks are shown again and again, and the formatter is slow. */
const KEPT = 5_000

/** A moment as local clocks show it, `2026-11-20 08:42`. */
export function localTime(instant: Instant, zone: Zone): string {
  const key = `${instant} ${zone}`
  const known = shown.get(key)
  if (known !== undefined) return known
  if (shown.size >= KEPT) shown.clear()
  const words = formatted(instant, zone)
  shown.set(key, words)
  return words
}

function formatted(instant: Instant, zone: Zone): string {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    })
    formats.set(zone, format)
  }
  const part: Record<string, string> = {}
  for (const { type, value } of format.formatToParts(Date.parse(instant))) part[type] = value
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}`
}

const plural = (value: number, unit: string): string => `${value} ${unit}${value === 1 ? '' : 's'}`
const HOUR = 3_600_000

/** The limit in words: 24 小时（自然时）, 5 working days. */
export function limitText(limit: Limit): Text {
  const value = limit.value
  switch (limit.unit) {
    case 'hours':
      if (!Number.isInteger(value)) return durationText(limit.value * HOUR)
      return { zh: `${limit.value} 小时（自然时）`, en: `${plural(limit.value, 'clock hour')}` }
    case 'days':
      return limit.endOfDay
        ? {
            zh: `${limit.value} 日（自然日，起算当日为第 0 日，节假日不顺延）`,
            en: `${plural(limit.value, 'calendar day')} (the day of the start is day 0, not extended for holidays)`,
          }
        : { zh: `${limit.value} 天（自然日）`, en: plural(limit.value, 'calendar day') }
    case 'workdays':
      return {
        zh: `${limit.value} 个工作日（起算当日不计）`,
        en: `${plural(limit.value, 'working day')} (the day of the start does not count)`,
      }
    case 'months':
      return { zh: `${limit.value} 个月`, en: plural(limit.value, 'month') }
    case 'clock': {
      const later = limit.daysLater ?? 1
      const zh = later === 0 ? '最近的' : later === 1 ? '次日' : `第 ${later} 日`
      const en = later === 0 ? 'the next' : later === 1 ? 'the next day,' : `${plural(later, 'day')} later,`
      return { zh: `${zh} ${limit.value} 前`, en: `by ${en} ${limit.value}` }
    }
    case 'by-day':
      return { zh: `次月 ${limit.value} 日前`, en: `by day ${limit.value} of the following month` }
    case 'window':
      return {
        zh: `每日 ${limit.value.from}–${limit.value.to} 时段内`,
        en: `within the daily window ${limit.value.from}–${limit.value.to}`,
      }
    case 'date':
      return limit.instead
        ? {
            zh: `${limit.value} 当日（原定 ${limit.instead}，遇休息日顺延）`,
            en: `until the end of ${limit.value} (planned for ${limit.instead}, a day off)`,
          }
        : { zh: `${limit.value} 当日`, en: `until the end of ${limit.value}` }
    case 'at-once': {
      const target = durationText(limit.value * HOUR)
      return { zh: `立即（公司目标 ${target.zh}）`, en: `at once (company target ${target.en})` }
    }
  }
}

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Joins neighbouring days with one reason: `2026-10-01 至 2026-10-07（国庆节）`. */
function stretches(days: readonly SkippedDay[]): Text[] {
  const found: { from: Day; to: Day; reason: Text }[] = []
  for (const { day, reason } of days) {
    const last = found.at(-1)
    if (last && last.reason.zh === reason.zh && dayNumber(day) === dayNumber(last.to) + 1) last.to = day
    else found.push({ from: day, to: day, reason })
  }
  return found.map(({ from, to, reason }) =>
    from === to
      ? { zh: `${from}（${reason.zh}）`, en: `${from} (${reason.en})` }
      : { zh: `${from} 至 ${to}（${reason.zh}）`, en: `${from} to ${to} (${reason.en})` },
  )
}

const BASIS: Readonly<Record<string, Text>> = {
  law: { zh: '法定时限。', en: 'Limit of law.' },
  company: {
    zh: '公司自定目标，法规和程序未给出时限。',
    en: "The company's own target; law and procedure give no limit.",
  },
}

/** Stretches of days that are named; further ones are counted. */
const LISTED = 8

function listText(days: readonly SkippedDay[]): Text {
  const all = stretches(days)
  const shown = all.slice(0, LISTED)
  const more = all.length - shown.length
  return {
    zh: shown.map(part => part.zh).join('、') + (more > 0 ? `等 ${all.length} 处` : ''),
    en: shown.map(part => part.en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  }
}

/**
 * "Why due then", in sentences:
 * 自 2026-11-20 08:42 受理起算，24 小时（自然时），至 2026-11-21 08:42。
 */
export function explainText(explanation: Explanation): Text {
  const { limit, zone, skipped, madeUp, unpublishedYears, policy } = explanation
  const start = localTime(explanation.start, zone)
  const end = localTime(explanation.dueAt, zone)
  const words = limitText(limit)
  const zh = [`自 ${start} ${explanation.event?.zh ?? ''}起算，${words.zh}，至 ${end}。`]
  const en = [
    `Counted from ${start}${explanation.event ? ` (${explanation.event.en})` : ''}: ${words.en}, until ${end}.`,
  ]
  if (skipped.length > 0) {
    const days = listText(skipped)
    zh.push(`不计入 ${days.zh}。`)
    en.push(`Not counted: ${days.en}.`)
  }
  if (madeUp.length > 0) {
    const days = listText(madeUp)
    zh.push(`计入 ${days.zh}。`)
    en.push(`Counted although a weekend: ${days.en}.`)
  }
  if (unpublishedYears.length > 0) {
    const years = unpublishedYears.join('、')
    zh.push(`${years} 年节假日安排尚未公布，此日期可能变动。`)
    en.push(`The official holidays of ${unpublishedYears.join(', ')} are not published yet; this date may move.`)
  }
  const basis = BASIS[limit.basis]
  if (basis) {
    zh.push(basis.zh)
    en.push(basis.en)
  }
  if (policy && policy.version > 0) {
    zh.push(`时限取自参数 ${policy.key} 第 ${policy.version} 版。`)
    en.push(`Limit set by policy ${policy.key}, version ${policy.version}.`)
  }
  if (explanation.moved) {
    const { from, by } = explanation.moved
    zh.push(`原至 ${localTime(from, zone)}，按 ${by} 提前。`)
    en.push(`It ran until ${localTime(from, zone)} before ${by} moved it earlier.`)
  }
  return { zh: zh.join(''), en: en.join(' ') }
}

import type { Text } from './text.ts'
import type { Instant } from './time.ts'

const MINUTE = 60_000
const two = (value: number): string => String(value).padStart(2, '0')

/**
 * Length of time in words, sign dropped, cut to the minute below: `1 天 22 小时`, `5 小时 08 分`, `1 d 22 h`.
 * From a day up the minutes are left out.
 */
export function durationText(milliseconds: number): Text {
  const total = Math.floor(Math.abs(milliseconds) / MINUTE)
  const days = Math.floor(total / 1440)
  const hours = Math.floor((total % 1440) / 60)
  const minutes = total % 60
  if (days > 0) return { zh: `${days} 天 ${hours} 小时`, en: `${days} d ${hours} h` }
  if (hours > 0) return { zh: `${hours} 小时 ${two(minutes)} 分`, en: `${hours} h ${two(minutes)} min` }
  if (minutes > 0) return { zh: `${minutes} 分`, en: `${minutes} min` }
  return { zh: '不足 1 分', en: 'under 1 min' }
}

/** What is left of a clock. `milliseconds` is negative once overdue; the moment of the limit itself is in time. */
export interface Remaining {
  readonly milliseconds: number
  readonly overdue: boolean
  readonly text: Text
}

/** What is left until `dueAt`, in words: 还剩 5 小时 08 分 / 超期 1 天 2 小时. */
export function remaining(dueAt: Instant, now: Instant): Remaining {
  const milliseconds = Date.parse(dueAt) - Date.parse(now)
  const length = durationText(milliseconds)
  const overdue = milliseconds < 0
  return {
    milliseconds,
    overdue,
    text: overdue
      ? { zh: `超期 ${length.zh}`, en: `${length.en} overdue` }
      : { zh: `还剩 ${length.zh}`, en: `${length.en} left` },
  }
}

import { localTime } from '../../kernel/explain.ts'
import type { Day, Instant, Zone } from '../../kernel/time.ts'

const MINUTE = 60_000
const DAY = 86_400_000

/** A moment as it is typed and shown in a field: `2026-11-20 15:34` in the site's zone. */
export const shownMoment = (instant: Instant, zone: Zone): string => localTime(instant, zone)

/** Today at the site. */
export const today = (now: number, zone: Zone): Day => localTime(new Date(now).toISOString(), zone).slice(0, 10)

/**
 * The moment at which clocks of the zone show the day and time; null for a day that does not exist.
 * Where the clock is put forward over that time, the moment after the gap.
 */
export function momentOf(day: Day, clock: string, zone: Zone): Instant | null {
  const wanted = Date.parse(`${day}T${clock}:00.000Z`)
  if (Number.isNaN(wanted) || !new Date(wanted).toISOString().startsWith(day)) return null
  let guess = wanted
  for (let round = 0; round < 3; round++) {
    const shows = Date.parse(`${localTime(new Date(guess).toISOString(), zone).replace(' ', 'T')}:00.000Z`)
    if (shows === wanted) break
    guess += wanted - shows
  }
  return new Date(Math.floor(guess / MINUTE) * MINUTE).toISOString()
}

const two = (value: string): string => value.padStart(2, '0')
const halfWidth = (text: string): string =>
  text.replace(/[０-９：－／．]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/　/g, ' ')

/** `15:34`, `1534`, `9:05`, `9点`, `9点05分` as `HH:mm`; null for anything else. */
function clockOf(text: string): string | null {
  const found = /^(\d{1,2})(?::|点|时|(?=\d\d$))(\d{1,2})?分?$/.exec(text.trim())
  if (!found?.[1]) return null
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)]
  return hour > 23 || minute > 59 ? null : `${two(found[1])}:${two(found[2] ?? '0')}`
}

const WORDS: Readonly<Record<string, number>> = {
  今天: 0,
  昨天: -1,
  前天: -2,
  明天: 1,
  后天: 2,
  today: 0,
  yesterday: -1,
  tomorrow: 1,
}

/**
 * A day from what people type: `2026-11-20`, `20261120`, `11-20`, `11/20`, `11月20日`, `昨天`, `today`; null for anything else.
 * A day without a year is of this year.
 */
export function dayFrom(typed: string, now: number, zone: Zone): Day | null {
  const text = halfWidth(typed).trim().toLowerCase()
  const word = WORDS[text]
  if (word !== undefined) return today(now + word * DAY, zone)
  const found = /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (!found?.[2] || !found[3]) return null
  const day = `${found[1] ?? today(now, zone).slice(0, 4)}-${two(found[2])}-${two(found[3])}`
  const exists = new Date(`${day}T00:00:00.000Z`)
  return Number.isNaN(exists.getTime()) || !exists.toISOString().startsWith(day) ? null : day
}

/**
 * A moment from what people type: a day as {@link dayFrom} with a time, or a time alone, which is of today;
 * `现在` and `now` are this minute. Null when it cannot be read.
 */
export function momentFrom(typed: string, now: number, zone: Zone): Instant | null {
  const text = halfWidth(typed).trim().toLowerCase()
  if (text === '现在' || text === 'now') return new Date(Math.floor(now / MINUTE) * MINUTE).toISOString()
  const alone = clockOf(text)
  if (alone) return momentOf(today(now, zone), alone, zone)
  const cut = /^(.+?)[\sT日]+([\d:点时分]+)$/i.exec(text.replace('日', '日 '))
  if (!cut?.[1] || !cut[2]) return null
  const day = dayFrom(cut[1], now, zone)
  const clock = clockOf(cut[2])
  return day && clock ? momentOf(day, clock, zone) : null
}

import { durationText } from '../../kernel/duration.ts'
import { limitText } from '../../kernel/explain.ts'
import type { Limit } from '../../kernel/limit.ts'
import type { Text } from '../../kernel/text.ts'
import type { Clock } from '../answers.ts'

/** How a clock stands now. */
interface ClockState {
  readonly kind: 'running' | 'near' | 'late' | 'met' | 'met-late' | 'cancelled'
  readonly tone: 'plain' | 'warn' | 'late' | 'ok'
  /** What stands large on the card. */
  readonly text: Text
  /** Share of the time that is used, 0 to 1. */
  readonly used: number
}

/** From this share of its time on, a clock is near its end. */
const NEAR = 0.75

const HOUR = 3_600_000

/** How a clock stands at `now` (milliseconds). */
export function clockState(clock: Clock, now: number): ClockState {
  const start = Date.parse(clock.explanation?.start ?? clock.openedAt)
  const due = Date.parse(clock.dueAt)
  if (clock.cancelledAt)
    return { kind: 'cancelled', tone: 'plain', text: { zh: '不再适用', en: 'No longer applies' }, used: 0 }
  if (clock.metAt) {
    const met = Date.parse(clock.metAt)
    const length = durationText(met - start)
    if (met <= due)
      return {
        kind: 'met',
        tone: 'ok',
        text: { zh: `已完成 · 用时 ${length.zh}`, en: `Done in ${length.en}` },
        used: 1,
      }
    const over = durationText(met - due)
    return {
      kind: 'met-late',
      tone: 'late',
      text: { zh: `超期 ${over.zh}完成`, en: `Done ${over.en} late` },
      used: 1,
    }
  }
  const left = durationText(due - now)
  if (now > due) return { kind: 'late', tone: 'late', text: { zh: `超 ${left.zh}`, en: `${left.en} overdue` }, used: 1 }
  const used = due > start ? Math.min(1, Math.max(0, (now - start) / (due - start))) : 1
  const near = used >= NEAR
  return {
    kind: near ? 'near' : 'running',
    tone: near ? 'warn' : 'plain',
    text: { zh: `剩 ${left.zh}`, en: `${left.en} left` },
    used,
  }
}

/** The limit in as few words as stand in the corner of a card. */
export function shortLimit(limit: Limit): Text {
  switch (limit.unit) {
    case 'hours':
      return Number.isInteger(limit.value) ? { zh: `${limit.value} 小时`, en: `${limit.value} h` } : limitText(limit)
    case 'days':
      return { zh: `${limit.value} 天`, en: `${limit.value} d` }
    case 'workdays':
      return { zh: `${limit.value} 个工作日`, en: `${limit.value} working d` }
    case 'months':
      return { zh: `${limit.value} 个月`, en: `${limit.value} mo` }
    case 'at-once':
      // The law says "at once"; what the card counts down is the company's target.
      return Number.isInteger(limit.value)
        ? { zh: `目标 ${limit.value} 小时`, en: `target ${limit.value} h` }
        : { zh: `目标 ${durationText(limit.value * HOUR).zh}`, en: `target ${durationText(limit.value * HOUR).en}` }
    case 'window':
      return { zh: `${limit.value.from}–${limit.value.to}`, en: `${limit.value.from}–${limit.value.to}` }
    default:
      return limitText(limit)
  }
}

/** So many cards stand in a row; a record with no more clocks than this shows each as a card. */
const ROW = 4

/**
 * What stands as a card and what as a small chip below. Cards are the clocks that still count; while they leave the row
 * unfilled, those met last stand beside them. A record where all is done has chips only.
 */
export function cardsOf(shown: readonly Clock[]): {
  readonly cards: readonly Clock[]
  readonly chips: readonly Clock[]
} {
  const running = shown.filter(clock => !clock.metAt)
  if (running.length === 0) return { cards: [], chips: shown }
  const latest = shown
    .filter(clock => clock.metAt)
    .sort((a, b) => (b.metAt ?? '').localeCompare(a.metAt ?? ''))
    .slice(0, Math.max(0, ROW - running.length))
  return {
    cards: [...running, ...shown.filter(clock => latest.includes(clock))],
    chips: shown.filter(clock => clock.metAt && !latest.includes(clock)),
  }
}

/** The clocks in two groups: what counts now, earliest first, and what is over and done with. */
export function sortClocks(clocks: readonly Clock[]): {
  readonly shown: readonly Clock[]
  readonly past: readonly Clock[]
} {
  const byDue = [...clocks].sort((a, b) => a.dueAt.localeCompare(b.dueAt))
  const last = new Map(byDue.filter(clock => !clock.cancelledAt).map(clock => [clock.name, clock]))
  const shown = byDue.filter(
    clock => !clock.cancelledAt && ((!clock.metAt && !clock.cancelledAt) || last.get(clock.name) === clock),
  )
  return { shown, past: byDue.filter(clock => !shown.includes(clock)) }
}

import type { ClockWindow } from '../../kernel/duty.ts'
import { addMilliseconds, type Day, dayOf, type Instant, instantAt, type Zone } from '../../kernel/time.ts'
import type { Timing } from './wording.ts'

/** A window of one day that is served by a reading, or explained. */
export interface Served {
  readonly logDay: Day
  readonly windowFrom: string | null
}

/** Where a reading lies among the windows of its day. */
export interface Placed {
  readonly logDay: Day
  /** The window that it serves; null for an extra one. */
  readonly window: ClockWindow | null
  readonly timing: Timing
}

const MINUTE_LESS = 59_999

/** First and last moment of a window on a day; the last minute belongs to it. */
export const windowOn = (
  day: Day,
  window: ClockWindow,
  zone: Zone,
): { readonly from: Instant; readonly to: Instant } => ({
  from: instantAt(day, window.from, zone),
  to: addMilliseconds(instantAt(day, window.to, zone), MINUTE_LESS),
})

/** Whether a reading or an explanation stands for the window. */
export const isServed = (served: readonly Served[], day: Day, window: ClockWindow): boolean =>
  served.some(item => item.logDay === day && item.windowFrom === window.from)

/**
 * Where a reading lies: in a window and written down before it closed, it is on time. Read in a window and written down
 * later, or read after a window that nobody served, it is late for that window. Anything else is an extra reading.
 */
export function placeReading(
  { measuredAt, now }: { readonly measuredAt: Instant; readonly now: Instant },
  windows: readonly ClockWindow[],
  served: readonly Served[],
  zone: Zone,
): Placed {
  const logDay = dayOf(measuredAt, zone)
  const begun = windows.filter(window => windowOn(logDay, window, zone).from <= measuredAt)
  const last = begun.at(-1) ?? null
  if (!last || isServed(served, logDay, last)) return { logDay, window: null, timing: 'extra' }
  const within = measuredAt <= windowOn(logDay, last, zone).to
  const written = now <= windowOn(logDay, last, zone).to
  return { logDay, window: last, timing: within && written ? 'on-time' : 'late' }
}

/** The first window that has not closed at a moment and that nobody served, today or on the next days. */
export function nextWindow(
  now: Instant,
  windows: readonly ClockWindow[],
  served: readonly Served[],
  zone: Zone,
): { readonly day: Day; readonly window: ClockWindow } | null {
  for (const later of [0, 1]) {
    const day = dayOf(addMilliseconds(now, later * 86_400_000), zone)
    const window = windows.find(item => windowOn(day, item, zone).to >= now && !isServed(served, day, item))
    if (window) return { day, window }
  }
  return null
}

import { type Instant, millisecondsBetween } from '../../kernel/time.ts'
import { inRange, type Limits, type Measured, measuredAs } from './limits.ts'

/** One value of a logger; temperature in tenths of a degree is exact, so values carry one decimal. */
export interface Point {
  readonly at: Instant
  readonly temperature: number
  readonly humidity: number | null
}

/** A stretch of time out of range, with the lowest and highest values in it. */
export interface Span extends Measured {
  readonly from: Instant
  readonly until: Instant
  readonly points: number
  /** The logger was in range again afterwards. */
  readonly ended: boolean
}

const least = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.min(a, b))
const most = (a: number | null, b: number | null): number | null => (a === null ? b : b === null ? a : Math.max(a, b))

/** The lowest and highest values of two stretches together. */
export const widest = (one: Measured, other: Measured): Measured => ({
  temperatureLow: Math.min(one.temperatureLow, other.temperatureLow),
  temperatureHigh: Math.max(one.temperatureHigh, other.temperatureHigh),
  humidityLow: least(one.humidityLow, other.humidityLow),
  humidityHigh: most(one.humidityHigh, other.humidityHigh),
})

/** The lowest and highest values of points; null without any. */
export function extremesOf(points: readonly Point[]): Measured | null {
  let all: Measured | null = null
  for (const { temperature, humidity } of points) {
    const one = measuredAs(temperature, humidity)
    all = all ? widest(all, one) : one
  }
  return all
}

/** Milliseconds between two moments; instants have one form, and parsing it natively is a hundred times cheaper. */
const apart = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from)

/**
 * The stretches out of range in points that are ordered by time. Two that lie no further apart than `gapMinutes` are one: a
 * value that swings about its limit is one event.
 */
export function spansOf(points: readonly Point[], limits: Limits, gapMinutes: number): Span[] {
  const spans: Span[] = []
  for (const point of points) {
    const one = measuredAs(point.temperature, point.humidity)
    const last = spans.at(-1)
    if (inRange(one, limits)) {
      if (last && !last.ended) spans[spans.length - 1] = { ...last, ended: true }
    } else if (last && apart(last.until, point.at) <= gapMinutes * 60_000) {
      spans[spans.length - 1] = {
        ...last,
        ...widest(last, one),
        until: point.at,
        points: last.points + 1,
        ended: false,
      }
    } else spans.push({ ...one, from: point.at, until: point.at, points: 1, ended: false })
  }
  return spans
}

/** Whether a stretch goes on from one that ended at `until`. */
export const goesOn = (until: Instant, span: Span, gapMinutes: number): boolean =>
  millisecondsBetween(until, span.from) <= gapMinutes * 60_000 && span.from >= until

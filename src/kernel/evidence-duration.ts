import type { Instant } from './time.ts'

/** How long one demand took, against how long it may take. */
export interface Duration {
  readonly openedAt: Instant
  readonly dueAt: Instant
  /** When it was met; null: still running although late. */
  readonly metAt: Instant | null
}

/** Durations of the clocks of one kind, counted in steps of equal width: the picture that a clause shows. */
export interface Spread {
  /** `share`: hundredths of the limit, because the limits differ (working days, different starts). */
  readonly unit: 'minute' | 'hour' | 'day' | 'share'
  /** The limit in that unit. */
  readonly limit: number
  /** Width of a step in that unit. */
  readonly step: number
  /** From 0 on; the last also holds everything longer. */
  readonly bins: readonly { readonly inTime: number; readonly late: number }[]
}

const MINUTE = 60_000
const UNITS = { minute: MINUTE, hour: 60 * MINUTE, day: 1440 * MINUTE } as const
const STEPS = [0.25, 0.5, 1, 2, 3, 5, 10, 15, 20, 30, 50, 100]
/** Bins behind the limit; what is longer stands in the last. */
const BEYOND = 8

/** Counts durations; null when there are none. `now` ends those that still run. */
export function spreadOf(durations: readonly Duration[], now: Instant): Spread | null {
  const times = durations.map(item => {
    const start = Date.parse(item.openedAt)
    return {
      took: Math.max(0, Date.parse(item.metAt ?? now) - start),
      allowed: Math.max(MINUTE, Date.parse(item.dueAt) - start),
      late: Date.parse(item.metAt ?? now) > Date.parse(item.dueAt),
    }
  })
  const [first] = times
  if (!first) return null
  const alike = times.every(item => Math.abs(item.allowed - first.allowed) <= first.allowed * 0.01)
  const unit = alike ? unitOf(first.allowed) : 'share'
  const inUnit = (took: number, allowed: number): number =>
    unit === 'share' ? (took / allowed) * 100 : took / UNITS[unit]
  const limit = unit === 'share' ? 100 : first.allowed / UNITS[unit]
  const step = STEPS.find(item => item >= limit / 10) ?? Math.ceil(limit / 1000) * 100
  const places = times.map(item => ({ at: Math.floor(inUnit(item.took, item.allowed) / step), late: item.late }))
  const last = Math.ceil(limit / step) + BEYOND
  const count = Math.min(last, Math.max(Math.ceil(limit / step), ...places.map(place => place.at + 1)))
  const bins = Array.from({ length: count }, () => ({ inTime: 0, late: 0 }))
  for (const { at, late } of places) {
    const bin = bins[Math.min(at, count - 1)]
    if (bin) bin[late ? 'late' : 'inTime'] += 1
  }
  return { unit, limit: Math.round(limit * 100) / 100, step, bins }
}

const unitOf = (allowed: number): 'minute' | 'hour' | 'day' =>
  allowed <= 2 * UNITS.hour ? 'minute' : allowed <= 72 * UNITS.hour ? 'hour' : 'day'

import type { ChildWrite } from '../../kernel/command.ts'
import { dayOf, endOfDay, type Instant, type Zone } from '../../kernel/time.ts'
import type { Point } from './spans.ts'

/** Most points of one step. */
export const MOST_POINTS = 5_000

/** What a batch says that is new, what is known already, and where it contradicts itself or what is kept. */
export interface SortedPoints {
  /** By time, each moment once. */
  readonly fresh: readonly Point[]
  readonly known: number
  /** The first moment with two different values. */
  readonly contradicted: Instant | null
}

const tenths = (value: number | null): number | null => (value === null ? null : Math.round(value * 10))
const same = (a: Point, b: Point): boolean =>
  tenths(a.temperature) === tenths(b.temperature) && tenths(a.humidity) === tenths(b.humidity)

/** Sorts points by time, leaves out what is known, and finds contradictions. Moments count to the second. */
export function sortPoints(points: readonly Point[], known: ReadonlyMap<Instant, Point>): SortedPoints {
  const fresh = new Map<Instant, Point>()
  let again = 0
  let contradicted: Instant | null = null
  for (const point of points) {
    const at = `${point.at.slice(0, 19)}.000Z`
    const before = known.get(at) ?? fresh.get(at)
    if (before) {
      again += 1
      if (!same(before, point)) contradicted ??= at
    } else fresh.set(at, { at, temperature: point.temperature, humidity: point.humidity })
  }
  const ordered = [...fresh.values()].sort((a, b) => (a.at < b.at ? -1 : 1))
  return { fresh: ordered, known: again, contradicted }
}

/** Packs points, which are ordered by time, into one row for each local day. */
export function packPoints(
  points: readonly Point[],
  place: {
    readonly warehouseId: string
    readonly instrument: string
    readonly zone: Zone
    readonly newId: () => string
  },
): ChildWrite[] {
  const rows: ChildWrite[] = []
  for (let i = 0; i < points.length; ) {
    const startAt = points[i]?.at ?? ''
    const logDay = dayOf(startAt, place.zone)
    const midnight = endOfDay(logDay, place.zone)
    const day: Point[] = []
    for (let point = points[i]; point && point.at <= midnight; point = points[++i]) day.push(point)
    const start = Date.parse(startAt)
    rows.push({
      child: 'series',
      insert: {
        id: place.newId(),
        warehouseId: place.warehouseId,
        instrument: place.instrument,
        logDay,
        startAt,
        untilAt: day.at(-1)?.at ?? startAt,
        seconds: day.map(point => (Date.parse(point.at) - start) / 1_000),
        temperatures: day.map(point => tenths(point.temperature) ?? 0),
        humidities: day.map(point => tenths(point.humidity)),
      },
    })
  }
  return rows
}

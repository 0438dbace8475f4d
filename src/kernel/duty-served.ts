import { type Day, dayOf, type Instant, isDay, type Zone } from './time.ts'

/** A turn as far as it matters for the question which one a step has served. */
export interface ServableTurn {
  readonly key: string
  readonly fromDay: Day
  readonly toDay: Day
  readonly opensAt: Instant
  readonly dueAt: Instant
  readonly state: 'open' | 'missed' | 'done' | 'dropped'
}

/** Which turn was served, and when. */
export interface Served<Turn> {
  readonly turn: Turn
  /** The moment that counts: that of the work where it was written down within the turn, else now: written down late is late. */
  readonly at: Instant
}

const waits = ({ state }: ServableTurn): boolean => state === 'open' || state === 'missed'
const isWindow = ({ fromDay, toDay }: ServableTurn): boolean => fromDay === toDay

/**
 * The turn that a step serves: the one whose window or period holds `at`. If that one is served already, none. If none holds it,
 * the work came late: of windows the last one of that day that has begun, of periods the first that waits. A turn that has not begun
 * at `now` is never served; a day that is named explicitly serves its own period or nothing.
 *
 * @param turns turns of one duty at one place, whatever their state and order
 */
export function turnServed<Turn extends ServableTurn>(
  turns: readonly Turn[],
  at: Instant | Day | null,
  now: Instant,
  zone: Zone,
): Served<Turn> | null {
  if (at === null) return null
  const named: boolean = isDay(at)
  const moment = named ? null : at
  const day = named ? at : dayOf(at, zone)
  const begun = turns
    .filter(turn => turn.state !== 'dropped' && turn.opensAt <= now)
    .sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
  const holding = begun.filter(turn =>
    moment !== null && isWindow(turn)
      ? turn.opensAt <= moment && moment <= turn.dueAt
      : turn.fromDay <= day && day <= turn.toDay,
  )
  const served = (turn: Turn | undefined): Served<Turn> | null =>
    turn && waits(turn) ? { turn, at: moment !== null && moment < now && now <= turn.dueAt ? moment : now } : null
  if (holding.length > 0) return served(holding.find(waits))
  if (moment === null) return null
  const before = begun.filter(turn => turn.opensAt <= moment)
  const last = before.at(-1)
  if (last && isWindow(last)) return last.fromDay === day ? served(last) : null
  return served(before.find(waits))
}

import { type Day, dayOf, dayOfLaterMonth, type Instant, type Zone } from '../../kernel/time.ts'
import { type Period, periodAt, wholeOf } from '../../vocabulary/report-period.ts'
import type { QualityObjectiveRow } from './quality-objective.ts'

/** The first quarter of an objective that was not assessed yet. */
export const nextQuarter = ({
  startsOn,
  latestQuarter,
}: Pick<QualityObjectiveRow, 'startsOn' | 'latestQuarter'>): Day =>
  latestQuarter ? dayOfLaterMonth(latestQuarter, 3, 1) : startsOn

/** A quarter by its first day. */
export function quarterOf(day: Day, zone: Zone): Period {
  const { year, part } = periodAt('quarter', day)
  return wholeOf('quarter', year, part, zone)
}

/** First day of the quarter in which a day lies. */
export const quarterStart = (day: Day): Day => periodAt('quarter', day).firstDay

/** First day of the quarter in which a moment lies. */
export const currentQuarter = (now: Instant, zone: Zone): Day => quarterStart(dayOf(now, zone))

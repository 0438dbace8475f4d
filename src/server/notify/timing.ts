import { localTime } from '../../kernel/explain.ts'
import { addDays, dayOf, type Instant, instantAt, type Zone } from '../../kernel/time.ts'
import type { NoticeClass, Plan } from '../../vocabulary/notification-plan.ts'

/**
 * When a notification of the class may go out by the plan, at the earliest; null: never. Safety goes out at once whatever the plan says;
 * what else is told at once waits for the end of the quiet hours, a digest goes out at its time of day.
 */
export function mayGoAt(plan: Omit<Plan, 'safety'>, of: NoticeClass, now: Instant, zone: Zone): Instant | null {
  if (of === 'safety') return now
  const pace = plan[of]
  if (pace === 'none') return null
  if (pace === 'digest') return nextAt(plan.digestAt, now, zone)
  if (!isQuiet(plan, now, zone)) return now
  return nextAt(plan.quietUntil, now, zone)
}

/** Whether the clocks of the site show a time within the quiet hours; they may reach over midnight. */
export function isQuiet(
  { quietFrom, quietUntil }: Pick<Plan, 'quietFrom' | 'quietUntil'>,
  now: Instant,
  zone: Zone,
): boolean {
  const clock = localTime(now, zone).slice(11)
  if (quietFrom === quietUntil) return false
  if (quietFrom < quietUntil) return quietFrom <= clock && clock < quietUntil
  return quietFrom <= clock || clock < quietUntil
}

/** The next moment after `now` at which the clocks of the site show this time. */
function nextAt(clock: string, now: Instant, zone: Zone): Instant {
  const today = dayOf(now, zone)
  const moment = instantAt(today, clock, zone)
  return moment > now ? moment : instantAt(addDays(today, 1), clock, zone)
}

import type { Calendar } from './calendar.ts'
import type { ClockWindow, Duty, DutyPlace, Holidays, Rhythm } from './duty.ts'
import { type Period, periodAfter, periodBefore, periodOf } from './duty-period.ts'
import type { Explanation } from './explain.ts'
import { dueAt, type Limit } from './limit.ts'
import type { PolicyBook } from './policy.ts'
import {
  addDays,
  type Day,
  dayOfLaterMonth,
  type Instant,
  instantAt,
  startOfDay,
  weekdayOf,
  type Zone,
} from './time.ts'

/** One turn of a duty at one place. */
export interface Turn {
  /** Tells the turns of a duty at one place apart: `2026-11-22 09:30`, `2026-11`, `2026-Q4`. */
  readonly key: string
  readonly place: string
  /** The period, or the day, that the turn is for. */
  readonly from: Day
  readonly to: Day
  /** Before this moment the turn cannot be done. */
  readonly opensAt: Instant
  readonly dueAt: Instant
  /** Gives {@link Turn.dueAt} when counted from {@link Turn.opensAt}. */
  readonly limit: Limit
  readonly explanation: Explanation
}

/** What a plan depends on besides the declaration. */
export interface PlanningPlace {
  readonly policy: PolicyBook
  readonly calendar: Calendar
  readonly zone: Zone
}

type Planned = Omit<Turn, 'place' | 'dueAt' | 'explanation'>

/**
 * The turns of a duty, in order of time: every turn whose day or period begins by `span.to` and that is due on `span.from` or
 * later, once for each place that was there by the end of its period. Days beyond the calendar's years count as working days and
 * are flagged as not published: too much is asked rather than too little.
 */
export function planTurns(
  duty: Pick<Duty, 'rhythm' | 'holidays' | 'policies' | 'title'>,
  at: PlanningPlace,
  span: { readonly from: Day; readonly to: Day },
  places: readonly Pick<DutyPlace, 'key' | 'since'>[],
): Turn[] {
  const rhythm = duty.rhythm(at.policy)
  const holidays = typeof duty.holidays === 'function' ? duty.holidays(at.policy) : duty.holidays
  const planned = rhythm.every === 'day' ? daily(rhythm, holidays, at, span) : periodic(rhythm, holidays, at, span)
  const key = duty.policies.find(name => at.policy.version(name) > 0)
  const policy = key ? { key, version: at.policy.version(key) } : undefined
  const counted = planned.map(turn => {
    const due = dueAt(turn.limit, turn.opensAt, {
      zone: at.zone,
      calendar: at.calendar,
      event: duty.title,
      ...(policy && { policy }),
    })
    if (!due.ok) throw new Error(due.sentence.en)
    return { ...turn, dueAt: due.dueAt, explanation: due.explanation }
  })
  return counted.flatMap(turn =>
    places
      .filter(place => place.since === undefined || turn.to >= place.since)
      .map(place => ({ ...turn, place: place.key })),
  )
}

/** Whether the State Council gives the day off; an ordinary Saturday or Sunday is not given off, it is none of a working week. */
const givenOff = (calendar: Calendar, day: Day): boolean =>
  calendar.isWorkday(day) === false && (weekdayOf(day) <= 5 || calendar.title(day) !== null)

/** Whether people work on a Saturday or Sunday to make up for a holiday (调休). */
const madeUp = (calendar: Calendar, day: Day): boolean => weekdayOf(day) > 5 && calendar.isWorkday(day) === true

/** The day itself, or the next working day within the calendar; the day itself where the calendar does not answer. */
function workdayFrom(calendar: Calendar, day: Day): Day {
  if (calendar.isWorkday(day) !== false) return day
  const next = calendar.addWorkdays(day, 1)
  return next.ok ? next.day : day
}

/** Days before a span from which work may have been moved into it: longer than any holiday. */
const MOVED_DAYS = 15

function daily(
  { windows, weekdays }: Extract<Rhythm, { every: 'day' }>,
  holidays: Holidays,
  { calendar, zone }: PlanningPlace,
  span: { readonly from: Day; readonly to: Day },
): Planned[] {
  const workingWeek = weekdays !== undefined && [1, 2, 3, 4, 5].every(day => weekdays.includes(day))
  const asked = (day: Day): boolean =>
    !weekdays || weekdays.includes(weekdayOf(day)) || (workingWeek && holidays !== 'as-usual' && madeUp(calendar, day))
  const days = new Set<Day>()
  for (let day = addDays(span.from, -MOVED_DAYS); day <= span.to; day = addDays(day, 1)) {
    if (!asked(day)) continue
    if (holidays === 'as-usual' || !givenOff(calendar, day)) days.add(day)
    else if (holidays === 'next-working-day') days.add(workdayFrom(calendar, day))
  }
  return [...days]
    .filter(day => day >= span.from && day <= span.to)
    .sort()
    .flatMap(day => windows.map(window => windowTurn(day, window, holidays, zone)))
}

/** Whether the window is the whole day: then the day alone names the turn. */
const isWholeDay = ({ from, to }: ClockWindow): boolean => from === '00:00' && to === '23:59'

function windowTurn(day: Day, window: ClockWindow, holidays: Holidays, zone: Zone): Planned {
  const byCalendar = holidays === 'as-usual' ? {} : { byCalendar: true as const }
  const whole = isWholeDay(window)
  return {
    key: whole ? day : `${day} ${window.from}`,
    from: day,
    to: day,
    opensAt: whole ? startOfDay(day, zone) : instantAt(day, window.from, zone),
    limit: whole
      ? { unit: 'date', value: day, basis: 'procedure', ...byCalendar }
      : { unit: 'window', value: window, basis: 'procedure', ...byCalendar },
  }
}

function periodic(
  rhythm: Exclude<Rhythm, { every: 'day' }>,
  holidays: Holidays,
  { calendar, zone }: PlanningPlace,
  span: { readonly from: Day; readonly to: Day },
): Planned[] {
  // a share is worked off within its own month
  const { every, dueMonth, dueDay } =
    rhythm.every === 'shares' ? { every: 'month' as const, dueMonth: 0, dueDay: 31 } : rhythm
  const wanted = (period: Period): Day => dayOfLaterMonth(period.to, dueMonth, dueDay)
  const due = (period: Period): Day =>
    holidays === 'next-working-day' ? workdayFrom(calendar, wanted(period)) : wanted(period)
  let period = periodOf(every, span.from)
  while (due(period) < span.from) period = periodAfter(every, period)
  for (let earlier = periodBefore(every, period); due(earlier) >= span.from; earlier = periodBefore(every, period))
    period = earlier
  const turns: Planned[] = []
  for (; period.from <= span.to; period = periodAfter(every, period)) {
    const last = due(period)
    turns.push({
      ...period,
      opensAt: startOfDay(dueMonth === 0 ? period.from : addDays(period.to, 1), zone),
      limit: {
        unit: 'date',
        value: last,
        basis: 'procedure',
        ...(last !== wanted(period) && { instead: wanted(period) }),
        ...(holidays === 'next-working-day' && { byCalendar: true as const }),
      },
    })
  }
  return turns
}

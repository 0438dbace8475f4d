import ical, { ICalEventStatus } from 'ical-generator'
import { addMilliseconds, type Instant, type Zone } from '../../kernel/time.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import type { FeedClock } from './feed.ts'

/** A clock stands in the calendar for so long before it runs out. */
const CLOCK_MS = 30 * 60_000
const HOURS = 3_600_000

const MARKS: Readonly<Partial<Record<ShownTurn['standing'], string>>> = { done: '✓ ', late: '✓ 逾期 ', missed: '漏做 ' }

/**
 * A calendar of RFC 5545 in which every moment is written in UTC and shown in the site's zone: no calendar program needs to know the
 * rules of the zone for it.
 */
export function calendarText(
  name: string,
  zone: Zone,
  address: string,
  { turns, clocks }: { readonly turns: readonly ShownTurn[]; readonly clocks: readonly FeedClock[] },
): string {
  const calendar = ical({
    name,
    prodId: { company: 'Bihuan', product: 'duties and clocks', language: 'ZH' },
    ttl: 900,
    x: { 'X-WR-TIMEZONE': zone },
  })
  const link = (procedure: string, number: string): string => new URL(`/${procedure}/${number}`, address).href
  const when = (at: Instant): Date => new Date(at)
  for (const turn of turns) {
    const long = Date.parse(turn.dueAt) - Date.parse(turn.opensAt) > 24 * HOURS
    const place = turn.place ? ` · ${turn.placeTitle.zh}` : ''
    calendar.createEvent({
      id: `${turn.id}@bihuan`,
      // a period of weeks would cover the whole calendar: it stands at its end
      start: when(long ? addMilliseconds(turn.dueAt, -CLOCK_MS) : turn.opensAt),
      end: when(turn.dueAt),
      summary: `${MARKS[turn.standing] ?? ''}${turn.title.zh}${place}`,
      description: `${turn.label.zh} · ${turn.clause}`,
      url: link('duty', turn.number),
      status: ICalEventStatus.CONFIRMED,
    })
  }
  for (const clock of clocks)
    calendar.createEvent({
      id: `${clock.id}@bihuan`,
      start: when(addMilliseconds(clock.dueAt, -CLOCK_MS)),
      end: when(clock.dueAt),
      summary: `到期：${clock.title} ${clock.number}`,
      url: link(clock.procedure, clock.number),
      status: ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}

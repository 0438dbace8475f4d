import type { Actor } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import {
  type Day,
  dayOf,
  dayOfLaterMonth,
  endOfDay,
  type Instant,
  isDay,
  startOfDay,
  type Zone,
} from '../../kernel/time.ts'

const two = (value: number): string => String(value).padStart(2, '0')

/** First and last day of what a report is asked for; null where it names no period and so shows things as they are now. */
function daysAsked(params: Readonly<Record<string, unknown>>): readonly [Day, Day] | null {
  const { year, month, quarter, half, from, to, on } = params
  if (isDay(from) && isDay(to)) return [from, to]
  if (isDay(on)) return [on, on]
  const named = typeof month === 'string' ? /^(\d{4})-(\d{2})$/.exec(month) : null
  if (named) return months(Number(named[1]), Number(named[2]), 1)
  if (typeof year !== 'number') return null
  if (typeof month === 'number') return months(year, month, 1)
  if (typeof quarter === 'number') return months(year, quarter * 3 - 2, 3)
  if (typeof half === 'number') return months(year, half * 6 - 5, 6)
  return months(year, 1, 12)
}

const months = (year: number, first: number, count: number): readonly [Day, Day] => {
  const from = `${year}-${two(first)}-01`
  return [from, dayOfLaterMonth(from, count - 1, 31)]
}

/** Why an inspector is not shown a report of this period; null for everybody else, and where the period lies in his. */
export function reportBeyondSight(
  { sight }: Pick<Actor, 'sight'>,
  params: Readonly<Record<string, unknown>>,
  now: Instant,
  zone: Zone,
): Refusal | null {
  if (!sight) return null
  const days = daysAsked(params)
  const from = days ? startOfDay(days[0], zone) : now
  const end = days ? endOfDay(days[1], zone) : now
  const to = end > now ? now : end
  if (from >= sight.from && to <= sight.to) return null
  const [first, last] = [dayOf(sight.from, zone), dayOf(sight.to, zone)]
  return refuse(
    'beyond-sight',
    text(
      `您可查看的期间为 ${first} 至 ${last}。请选择该期间内的报表；需要其他期间的，请向公司质量负责人提出。`,
      `You may look at ${first} to ${last}: choose a report within it, or ask the company’s quality head for another period.`,
    ),
    { kind: 'forbidden' },
  )
}

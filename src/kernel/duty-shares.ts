import { periodOf } from './duty-period.ts'
import { addDays, type Day, dayOfLaterMonth } from './time.ts'

/** Something that lies in stock and is looked at once each quarter. */
export interface SharedItem {
  readonly key: string
  /** Since when it has been there. */
  readonly since: Day
}

/**
 * How many of `count` things each part takes: whole numbers that add up to `count`, each less than one away from its exact
 * share. What rounding leaves goes to the largest remainders, of equal ones to the earlier part.
 * @throws RangeError when a share is negative or all are zero
 */
export function shareCounts(count: number, shares: readonly number[]): readonly number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  if (!(whole > 0) || shares.some(share => !(share >= 0))) throw new RangeError(`no shares: ${shares.join('-')}`)
  const exact = shares.map(share => (count * share) / whole)
  const counts = exact.map(Math.floor)
  const left = count - counts.reduce((sum, item) => sum + item, 0)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of order.slice(0, left)) counts[index] = (counts[index] ?? 0) + 1
  return counts
}

/**
 * What the month of `day` looks at: its share of everything that had been there for `after` months when the quarter began.
 * The three months of a quarter together look at each thing exactly once; who came first is looked at first.
 */
export function shareOfMonth<Item extends SharedItem>(
  items: readonly Item[],
  { after, shares }: { readonly after: number; readonly shares: readonly number[] },
  day: Day,
): readonly Item[] {
  const quarter = periodOf('quarter', day)
  const ready = items
    .filter(item => ripeOn(item.since, after) <= quarter.from)
    .sort((a, b) => (a.since === b.since ? (a.key < b.key ? -1 : 1) : a.since < b.since ? -1 : 1))
  const counts = shareCounts(ready.length, shares)
  const place = Number(day.slice(5, 7)) - Number(quarter.from.slice(5, 7))
  const before = counts.slice(0, place).reduce((sum, item) => sum + item, 0)
  return ready.slice(before, before + (counts[place] ?? 0))
}

/** The day on which something has been there for so many months; where the month is shorter, the first of the next. */
function ripeOn(since: Day, after: number): Day {
  const same = dayOfLaterMonth(since, after, Number(since.slice(8)))
  return same.slice(8) === since.slice(8) ? same : addDays(same, 1)
}

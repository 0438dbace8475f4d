import { type Text, text } from '../../kernel/text.ts'
import type { NoticeKind } from './kinds.ts'

/** What a buyer says became of its units of one lot. */
export interface Stated {
  /** Still on the shelf, set apart. */
  readonly onHand: number
  readonly used: number
  readonly soldOn: number
  /** Will come back or is on its way. */
  readonly comingBack: number
  readonly destroyed: number
  readonly notFound: number
}

/** One buyer and one lot: what was shipped and what is known of it. */
export interface BalanceLine extends Stated {
  /** Delivered minus returned before the notice. */
  readonly expected: number
  /** Arrived back with us since the notice. */
  readonly receivedBack: number
  /** How many of `destroyed` we destroyed at the buyer's ourselves; null: none. */
  readonly destroyedByUs: number | null
  /** When the buyer last answered; null: not yet. */
  readonly statedAt: string | null
}

/** Where the shipped units are; they always add up to what was shipped. */
export interface Balance extends Stated {
  readonly shipped: number
  readonly receivedBack: number
  /** Shipped, and the answer neither names nor explains it away; negative when the buyer names more than it got. */
  readonly difference: number
  readonly unanswered: number
}

/** The parts of a balance in the order in which people read them. */
export const parts = {
  receivedBack: text('已收回', 'Received back'),
  comingBack: text('退回途中', 'On its way back'),
  onHand: text('在库封存', 'On hand'),
  used: text('已使用', 'Used'),
  soldOn: text('已转售', 'Sold on'),
  destroyed: text('已销毁', 'Destroyed'),
  notFound: text('找不到', 'Not found'),
  difference: text('差异', 'Difference'),
  unanswered: text('未答复', 'Unanswered'),
} as const satisfies Record<Exclude<keyof Balance, 'shipped'>, Text>

const STATED = ['onHand', 'used', 'soldOn', 'comingBack', 'destroyed', 'notFound'] as const

/** Units that an answer names, whatever it says of them. */
export const statedSum = (stated: Stated): number => STATED.reduce((sum, key) => sum + stated[key], 0)

/** The balance of one line: `shipped = all parts`, whatever was said. */
export function balanceOf(line: BalanceLine): Balance {
  const open = line.expected - line.receivedBack - statedSum(line)
  const { onHand, used, soldOn, comingBack, destroyed, notFound, receivedBack } = line
  return {
    shipped: line.expected,
    onHand,
    used,
    soldOn,
    comingBack,
    receivedBack,
    destroyed,
    notFound,
    difference: line.statedAt === null ? 0 : open,
    unanswered: line.statedAt === null ? open : 0,
  }
}

const EMPTY: Balance = {
  shipped: 0,
  onHand: 0,
  used: 0,
  soldOn: 0,
  comingBack: 0,
  receivedBack: 0,
  destroyed: 0,
  notFound: 0,
  difference: 0,
  unanswered: 0,
}

/** The balance of several lines together. */
export const totalOf = (lines: readonly BalanceLine[]): Balance =>
  lines
    .map(balanceOf)
    .reduce(
      (sum, one) =>
        Object.fromEntries(
          (Object.keys(EMPTY) as (keyof Balance)[]).map(key => [key, sum[key] + one[key]]),
        ) as unknown as Balance,
      EMPTY,
    )

/**
 * Units of a line that keep the notice open. A difference counts whichever way it points. In a recall, goods that lie at
 * the buyer's, travel or cannot be found are not recovered yet either; in a stop of sale they may stay where they are.
 */
export function outstandingOf(line: BalanceLine, kind: NoticeKind): number {
  if (kind !== 'suspend' && kind !== 'recall') return 0
  const { unanswered, difference, onHand, comingBack, notFound } = balanceOf(line)
  const unsaid = Math.abs(unanswered) + Math.abs(difference)
  return kind === 'recall' ? unsaid + onHand + comingBack + notFound : unsaid
}

/** Shipped units whose whereabouts are known: the share of a recall that is located. */
export function locatedOf(line: BalanceLine): number {
  const { shipped, unanswered, difference, notFound } = balanceOf(line)
  return Math.max(0, shipped - Math.abs(unanswered) - Math.abs(difference) - notFound)
}

/**
 * Goods came in or were destroyed at the buyer's: they leave what the buyer had said of them, first what was announced as
 * coming back, then what lay on hand or could not be found, then an unexplained difference, and only then what was sold on or
 * used. What the buyer had called destroyed already is what we destroy there, unless these very goods had been announced as
 * coming back: it is proved then, not counted again.
 */
export function moved<Line extends BalanceLine>(
  line: Line,
  quantity: number,
  to: 'receivedBack' | 'destroyed',
  announced = false,
): Line {
  const after: Record<string, number> = {}
  let left = quantity
  const take = (key: keyof Stated) => {
    const taken = Math.min(left, line[key])
    if (taken > 0) after[key] = line[key] - taken
    left -= taken
  }
  const { difference } = balanceOf(line)
  const byUs = line.destroyedByUs ?? 0
  const claimed = to === 'destroyed' ? Math.max(0, line.destroyed - byUs) : 0
  if (announced) take('comingBack')
  const proved = Math.min(left, claimed)
  left -= proved
  for (const key of ['comingBack', 'onHand', 'notFound'] as const) take(key)
  left -= Math.min(left, Math.max(0, difference))
  for (const key of ['soldOn', 'used'] as const) take(key)
  return to === 'receivedBack'
    ? { ...line, ...after, receivedBack: line.receivedBack + quantity }
    : { ...line, ...after, destroyed: line.destroyed + quantity - proved, destroyedByUs: byUs + quantity }
}

/** Share in whole percent; nothing of nothing is all of it. */
export const percentOf = (part: number, whole: number): number => (whole === 0 ? 100 : Math.floor((part / whole) * 100))

import type { Day } from '../../kernel/time.ts'

/** A lot as far as the order of picking needs it. */
export interface PickableLot {
  readonly lotId: string
  readonly productId: string
  readonly lotNo: string
  readonly producedOn: Day
  /** Null where the label names none: it goes out last. */
  readonly expiresOn: Day | null
  /** Units in the qualified zone that no other order has claimed. */
  readonly free: number
}

export type PickingOrder = 'expiry' | 'produced'

const NEVER = '9999-12-31'
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Which of two lots goes out first (X17): negative when `a` does. */
export function compareLots(a: PickableLot, b: PickableLot, order: PickingOrder): number {
  const expiry = text(a.expiresOn ?? NEVER, b.expiresOn ?? NEVER)
  const produced = text(a.producedOn, b.producedOn)
  return (order === 'expiry' ? expiry || produced : produced || expiry) || text(a.lotNo, b.lotNo)
}

/** A line with the lot that should have gone out before it. */
export interface OutOfOrder {
  readonly index: number
  readonly before: PickableLot
}

/**
 * Lines that take a lot although another lot of the product goes out first and has units left after this very order.
 * Expired lots do not count: they cannot go out at all.
 */
export function outOfOrder(
  lines: readonly { readonly lotId: string; readonly quantity: number }[],
  lots: readonly PickableLot[],
  order: PickingOrder,
  today: Day,
): OutOfOrder[] {
  const taken = new Map<string, number>()
  for (const line of lines) taken.set(line.lotId, (taken.get(line.lotId) ?? 0) + line.quantity)
  return lines.flatMap((line, index) => {
    const own = lots.find(lot => lot.lotId === line.lotId)
    if (!own) return []
    const before = lots
      .filter(
        lot =>
          lot.productId === own.productId &&
          (lot.expiresOn === null || lot.expiresOn >= today) &&
          lot.free > (taken.get(lot.lotId) ?? 0) &&
          compareLots(lot, own, order) < 0,
      )
      .toSorted((a, b) => compareLots(a, b, order))[0]
    return before ? [{ index, before }] : []
  })
}

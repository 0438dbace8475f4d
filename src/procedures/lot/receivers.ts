import type { Receipt, ZoneStock } from './stock-queries.ts'

/**
 * Who received the goods that are in a waiting zone now: the latest receipts that together are as many as lie there.
 * Earlier receipts were accepted before.
 */
export function receivers({
  stock,
  receipts,
}: {
  readonly stock: readonly ZoneStock[]
  readonly receipts: readonly Receipt[]
}): readonly string[] {
  const people = new Set<string>()
  for (const { warehouseId, quantity } of stock.filter(row => row.zone === 'waiting')) {
    let left = quantity
    for (const receipt of receipts) {
      if (left <= 0) break
      if (receipt.warehouseId !== warehouseId) continue
      people.add(receipt.byId)
      left -= receipt.quantity
    }
  }
  return [...people]
}

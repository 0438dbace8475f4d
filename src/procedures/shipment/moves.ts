import type { Start } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { LeftGoods } from './left-goods.ts'
import type { ShownLine } from './queries.ts'
import type { ShipmentRow } from './shipment.ts'

type Line = Pick<ShownLine, 'lotId' | 'quantity' | 'serials'>

/**
 * What of the lines can be moved from where the shipment brought them: what is left there, less what is reported as
 * nonconforming, which stays until quality has decided, and less what other shipments count on. Lines of which nothing is left
 * are left out.
 */
export function stillThere(
  lines: readonly (Line & Pick<ShownLine, 'isSerialTracked'>)[],
  left: readonly LeftGoods[],
): Line[] {
  return lines.flatMap(({ lotId, quantity, serials, isSerialTracked }) => {
    const there = left.find(item => item.lotId === lotId)
    if (!there) return []
    const most = Math.min(quantity, Math.max(0, there.free - there.claimed))
    const named = isSerialTracked
      ? serials.filter(serial => there.serials.includes(serial))
      : serials.filter(serial => !there.reportedSerials.includes(serial))
    // of products without serial numbers nobody knows which units are left, so that only a full set of numbers is passed on
    const moved = isSerialTracked ? named.length : most
    return moved > 0 ? [{ lotId, quantity: moved, serials: named.length === moved ? named : [] }] : []
  })
}

/**
 * Starts one step on the lot of each line, in the order of the lots' ids: two shipments that take the same lots lock them
 * in the same order.
 */
export const onEachLot = (
  shipment: ShipmentRow,
  lines: readonly Line[],
  command: string,
  more: JsonObject = {},
): Start[] =>
  lines
    .toSorted((a, b) => (a.lotId < b.lotId ? -1 : 1))
    .map(({ lotId, quantity, serials }) => ({
      command,
      on: lotId,
      input: {
        warehouseId: shipment.warehouseId,
        quantity,
        serials: [...serials],
        cause: { procedure: 'shipment', id: shipment.id, number: shipment.number },
        ...more,
      },
    }))

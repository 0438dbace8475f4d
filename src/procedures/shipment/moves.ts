import type { Start } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/json.ts'
import type { ShownLine } from './queries.ts'
import type { ShipmentRow } from './shipment.ts'

type Line = Pick<ShownLine, 'lotId' | 'quantity' | 'serials'>

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

import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { ShipmentQueries } from './queries.ts'
import { Shipment, type ShipmentRow } from './shipment.ts'

/** Makes the steps that concern shipments. */
export const shipmentCommand = commandsOf<ShipmentRow, FactsOf<ShipmentQueries>, FindsOf<ShipmentQueries>>(Shipment)

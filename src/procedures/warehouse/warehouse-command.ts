import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { WarehouseRow } from '../../vocabulary/warehouse.ts'
import type { WarehouseQueries } from './queries.ts'
import { Warehouse } from './warehouse.ts'

/** Makes the steps that concern warehouses. */
export const warehouseCommand = commandsOf<WarehouseRow, FactsOf<WarehouseQueries>, FindsOf<WarehouseQueries>>(
  Warehouse,
)

import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Equipment, type EquipmentRow } from './equipment.ts'
import type { EquipmentQueries } from './queries.ts'

/** Makes the steps that concern equipment. */
export const equipmentCommand = commandsOf<EquipmentRow, FactsOf<EquipmentQueries>, FindsOf<EquipmentQueries>>(
  Equipment,
)

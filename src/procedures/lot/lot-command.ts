import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { LotRow } from '../../vocabulary/lot.ts'
import { Lot } from './lot.ts'
import type { LotQueries } from './queries.ts'

/** Makes the steps that concern lots. */
export const lotCommand = commandsOf<LotRow, FactsOf<LotQueries>, FindsOf<LotQueries>>(Lot)

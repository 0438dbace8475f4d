import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { StopSaleQueries } from './queries.ts'
import { StopSale, type StopSaleRow } from './stop-sale.ts'

/** Makes the steps of a stop-sale. */
export const stopSaleCommand = commandsOf<StopSaleRow, FactsOf<StopSaleQueries>, FindsOf<StopSaleQueries>>(StopSale)

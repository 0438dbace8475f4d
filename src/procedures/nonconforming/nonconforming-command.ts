import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Nonconforming, type NonconformingRow } from './nonconforming.ts'
import type { NonconformingQueries } from './queries.ts'

/** Makes the steps of nonconforming goods. */
export const nonconformingCommand = commandsOf<
  NonconformingRow,
  FactsOf<NonconformingQueries>,
  FindsOf<NonconformingQueries>
>(Nonconforming)

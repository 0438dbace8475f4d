import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { ReturnQueries } from './queries.ts'
import { Return, type ReturnRow } from './return.ts'

/** Makes the steps of a return. */
export const returnCommand = commandsOf<ReturnRow, FactsOf<ReturnQueries>, FindsOf<ReturnQueries>>(Return)

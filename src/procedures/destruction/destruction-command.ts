import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Destruction, type DestructionRow } from './destruction.ts'
import type { DestructionQueries } from './queries.ts'

/** Makes the steps of a destruction. */
export const destructionCommand = commandsOf<DestructionRow, FactsOf<DestructionQueries>, FindsOf<DestructionQueries>>(
  Destruction,
)

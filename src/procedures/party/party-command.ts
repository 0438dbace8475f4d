import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import type { PartyRow } from '../../vocabulary/party.ts'
import { Party } from './party.ts'
import type { PartyQueries } from './queries.ts'

/** Makes the steps that concern parties. */
export const partyCommand = commandsOf<PartyRow, FactsOf<PartyQueries>, FindsOf<PartyQueries>>(Party)

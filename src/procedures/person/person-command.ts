import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Person, type PersonRow } from './person.ts'
import type { PersonQueries } from './queries.ts'

/** Makes the steps that concern people and their permissions. */
export const personCommand = commandsOf<PersonRow, FactsOf<PersonQueries>, FindsOf<PersonQueries>>(Person)

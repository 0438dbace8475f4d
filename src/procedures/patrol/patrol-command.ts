import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Patrol, type PatrolRow } from './patrol.ts'
import type { PatrolQueries } from './queries.ts'

/** Makes the steps of a round. */
export const patrolCommand = commandsOf<PatrolRow, FactsOf<PatrolQueries>, FindsOf<PatrolQueries>>(Patrol)

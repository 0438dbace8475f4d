import { commandsOf } from '../../kernel/command.ts'
import type { FindsOf } from '../../kernel/queries.ts'
import { LegalHold, type LegalHoldRow } from './legal-hold.ts'
import type { LegalHoldQueries } from './queries.ts'

/** Makes the steps of a hold. */
export const legalHoldCommand = commandsOf<LegalHoldRow, Record<never, never>, FindsOf<LegalHoldQueries>>(LegalHold)

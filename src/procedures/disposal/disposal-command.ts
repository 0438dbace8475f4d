import { commandsOf } from '../../kernel/command.ts'
import type { FindsOf } from '../../kernel/queries.ts'
import { Disposal, type DisposalRow } from './disposal.ts'
import type { DisposalQueries } from './queries.ts'

/** Makes the steps of a disposal list. */
export const disposalCommand = commandsOf<DisposalRow, Record<never, never>, FindsOf<DisposalQueries>>(Disposal)

import { commandsOf } from '../../kernel/command.ts'
import type { FindsOf } from '../../kernel/queries.ts'
import type { RecordControlQueries } from './queries.ts'
import { RecordControl, type RecordControlRow } from './record-control.ts'

/** Makes the steps of a check of records. */
export const recordControlCommand = commandsOf<RecordControlRow, Record<never, never>, FindsOf<RecordControlQueries>>(
  RecordControl,
)

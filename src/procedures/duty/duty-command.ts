import { commandsOf } from '../../kernel/command.ts'
import type { FindsOf } from '../../kernel/queries.ts'
import { Duty, type DutyRow } from './duty.ts'
import type { DutyFacts, DutyFinds } from './queries.ts'

/** Makes the steps of recurring work. */
export const dutyCommand = commandsOf<DutyRow, DutyFacts, FindsOf<{ finds: DutyFinds }>>(Duty)

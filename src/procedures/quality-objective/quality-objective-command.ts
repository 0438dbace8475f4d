import { commandsOf } from '../../kernel/command.ts'
import type { FindsOf } from '../../kernel/queries.ts'
import { QualityObjective, type QualityObjectiveRow } from './quality-objective.ts'
import type { ObjectiveQueries } from './queries.ts'

/** Makes the steps of an objective. */
export const objectiveCommand = commandsOf<QualityObjectiveRow, Record<never, never>, FindsOf<ObjectiveQueries>>(
  QualityObjective,
)

import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { Inspection, type InspectionRow } from './inspection.ts'
import type { InspectionQueries } from './queries.ts'

/** Makes the steps of an inspection. */
export const inspectionCommand = commandsOf<InspectionRow, FactsOf<InspectionQueries>, FindsOf<InspectionQueries>>(
  Inspection,
)

/** Who opens the company's records to an inspector and answers for it. */
export const OPENERS = ['quality-head', 'management-representative'] as const

/** Who writes down what inspectors ask and find, and answers. */
export const WRITERS = ['quality-head', 'management-representative', 'quality'] as const

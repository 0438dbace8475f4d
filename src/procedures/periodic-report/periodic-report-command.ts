import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { PeriodicReport, type PeriodicReportRow } from './periodic-report.ts'
import type { PeriodicReportQueries } from './queries.ts'

/** Makes the steps of a regular report. */
export const periodicReportCommand = commandsOf<
  PeriodicReportRow,
  FactsOf<PeriodicReportQueries>,
  FindsOf<PeriodicReportQueries>
>(PeriodicReport)

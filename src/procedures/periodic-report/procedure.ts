import { type Procedure, procedure, type WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { acknowledgePeriodicReport } from './commands/acknowledge-periodic-report.ts'
import { beginPeriodicReport } from './commands/begin-periodic-report.ts'
import { commentPeriodicReport } from './commands/comment-periodic-report.ts'
import { filePeriodicReport } from './commands/file-periodic-report.ts'
import { handInPeriodicReport } from './commands/hand-in-periodic-report.ts'
import { redrawPeriodicReport } from './commands/redraw-periodic-report.ts'
import { reissuePeriodicReport, supersedePeriodicReport } from './commands/reissue-periodic-report.ts'
import { signPeriodicReport } from './commands/sign-periodic-report.ts'
import { submitPeriodicReport } from './commands/submit-periodic-report.ts'
import { withdrawPeriodicReport } from './commands/withdraw-periodic-report.ts'
import { type DeclaredReports, declaredBy } from './declared-report.ts'
import { duties } from './duties.ts'
import { periodicReportLedger } from './ledgers.ts'
import { PeriodicReport } from './periodic-report.ts'
import * as policies from './policies.ts'
import { queriesFor } from './queries.ts'
import { satisfactionYear } from './reports/satisfaction-year.ts'
import { selfInspection } from './reports/self-inspection.ts'
import { filingChain } from './sign-off-chain.ts'
import { periodicReportView, viewFacts } from './view.ts'

/**
 * Reports that are due for every period: drafted, commented, signed, filed. The lists are asked late, because the first of them
 * holds this procedure too:
 *
 *     export const procedures: readonly Procedure[] = [complaint, …, periodicReport(() => procedures, () => awaited)]
 *
 * @param awaited written procedures that do not run yet; the self-inspection counts their clauses too
 */
export function periodicReport(
  procedures: () => readonly Procedure[],
  awaited: () => readonly WrittenProcedure[] = () => [],
): Procedure {
  const declared: DeclaredReports = () => declaredBy(procedures())
  return procedure({
    name: 'periodic-report',
    title: text('定期报表', 'Regular reports'),
    noun: text('定期报表', 'regular report'),
    nouns: text('定期报表', 'Regular reports'),
    group: 'oversight',
    source: [
      {
        id: 'GSP153',
        title: text(
          '医疗器械经营质量管理规范（2023年第153号）第十二条',
          'Good supply practice (2023 No. 153), art. 12',
        ),
      },
    ],
    record: PeriodicReport,
    dependsOn: [],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: Object.values(policies),
    deadlines: [],
    duties,
    chains: [filingChain],
    commands: [
      beginPeriodicReport(declared),
      redrawPeriodicReport(declared),
      commentPeriodicReport(declared),
      submitPeriodicReport(declared),
      signPeriodicReport,
      filePeriodicReport,
      acknowledgePeriodicReport,
      reissuePeriodicReport(declared),
      supersedePeriodicReport,
      withdrawPeriodicReport(declared),
      handInPeriodicReport(declared),
    ],
    gates: [],
    on: [],
    queries: queriesFor(declared),
    forms: [],
    ledgers: [periodicReportLedger],
    reports: [satisfactionYear, selfInspection(procedures, awaited)],
    viewFacts: [...viewFacts],
    view: periodicReportView,
  })
}

import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { adjustInspection } from './commands/adjust-inspection.ts'
import { answerFinding } from './commands/answer-finding-inspection.ts'
import { answerRequest } from './commands/answer-request-inspection.ts'
import { closeInspection } from './commands/close-inspection.ts'
import { endInspection } from './commands/end-inspection.ts'
import { expireInspection } from './commands/expire-inspection.ts'
import { extendInspection } from './commands/extend-inspection.ts'
import { openInspection } from './commands/open-inspection.ts'
import { recordFinding } from './commands/record-finding-inspection.ts'
import { recordRequest } from './commands/record-request-inspection.ts'
import { deadlines } from './deadlines.ts'
import { inspectionForm } from './forms/inspection.ts'
import { Inspection } from './inspection.ts'
import { inspections } from './ledgers.ts'
import { findingDays, mostDays, requestDays } from './policies.ts'
import { queriesFor } from './queries.ts'
import { inspectionView, viewFacts } from './view.ts'

/** Inspections of the company by an authority. The list of procedures is asked late, because it holds this one too. */
export const inspection = (procedures: () => readonly Procedure[]): Procedure =>
  procedure({
    name: 'inspection',
    title: text('监督检查', 'Inspections by an authority'),
    noun: text('监督检查', 'inspection'),
    nouns: text('监督检查', 'Inspections'),
    group: 'oversight',
    source: [
      {
        id: 'JC',
        title: text('公司规定：监督检查的配合与记录', 'Company rule: how inspections are served and recorded'),
      },
    ],
    record: Inspection,
    dependsOn: ['person'],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [mostDays, requestDays, findingDays],
    deadlines,
    duties: [],
    chains: [],
    commands: [
      openInspection,
      adjustInspection,
      extendInspection,
      recordRequest,
      answerRequest,
      recordFinding,
      answerFinding,
      endInspection,
      expireInspection,
      closeInspection,
    ],
    gates: [],
    on: [],
    queries: queriesFor(procedures),
    forms: [inspectionForm],
    ledgers: [inspections],
    reports: [],
    viewFacts,
    view: inspectionView,
  })

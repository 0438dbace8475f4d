import { procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { approveObjective } from './commands/approve-quality-objective.ts'
import { assessObjective } from './commands/assess-quality-objective.ts'
import { endObjective } from './commands/end-quality-objective.ts'
import { proposeObjective } from './commands/propose-quality-objective.ts'
import { reviewObjective } from './commands/review-quality-objective.ts'
import { deadlines } from './deadlines.ts'
import { objectiveLedger } from './ledgers.ts'
import * as policies from './policies.ts'
import { QualityObjective } from './quality-objective.ts'
import { queries } from './queries.ts'
import { objectivesReport } from './reports/objectives.ts'
import { approvalChain } from './sign-off-chain.ts'
import { qualityObjectiveView } from './view.ts'

/** Objectives that can be measured, and are measured. */
export const qualityObjective = procedure({
  name: 'quality-objective',
  title: text('售后质量目标', 'After-sales quality objectives'),
  noun: text('质量目标', 'quality objective'),
  nouns: text('质量目标', 'Quality objectives'),
  group: 'oversight',
  source: [sourceDocument('S14')],
  record: QualityObjective,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: Object.values(policies),
  deadlines,
  duties: [
    {
      name: 'assessment',
      title: text('质量目标季度考核', 'Quarterly assessment of objectives'),
      clause: 'ZL-assessment',
      rule: 'S14-1.2a',
      by: ['quality'],
      escalatesTo: 'quality-head',
      rhythm: policy => ({ every: 'quarter', dueMonth: 1, dueDay: policy(policies.assessmentDay) }),
      policies: [policies.assessmentDay.key],
      holidays: 'next-working-day',
      places: 'inForce',
      done: {
        command: 'quality-objective.assess',
        place: step => String(step.record.id),
        at: step => String(step.record.latestQuarter),
      },
    },
  ],
  chains: [approvalChain],
  commands: [proposeObjective, approveObjective, assessObjective, reviewObjective, endObjective],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [objectiveLedger],
  reports: [objectivesReport],
  viewFacts: [],
  view: qualityObjectiveView,
})

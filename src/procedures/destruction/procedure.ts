import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { attachDestruction } from './commands/attach-destruction.ts'
import { destroyDestruction } from './commands/destroy-destruction.ts'
import { fileDestruction } from './commands/file-destruction.ts'
import { listDestruction } from './commands/list-destruction.ts'
import { reportDestruction } from './commands/report-destruction.ts'
import { approveDestruction, checkDestruction } from './commands/sign-destruction.ts'
import { takeOffDestruction } from './commands/take-off-destruction.ts'
import { voidDestruction } from './commands/void-destruction.ts'
import { Destruction } from './destruction.ts'
import { destructionRecord } from './forms/destruction-record.ts'
import { destructionReport } from './forms/destruction-report.ts'
import { destructionLedger } from './ledgers.ts'
import { onSiteRequiresApprovals, signRemindHours } from './policies.ts'
import { queries } from './queries.ts'
import { destructionChain } from './sign-off-chains.ts'
import { destructionView, viewFacts } from './view.ts'

/** Destruction of written-off goods: list, report, approvals, witnesses, regulator (S26 5). */
export const destruction: Procedure = procedure({
  name: 'destruction',
  title: text('报损货物销毁', 'Destruction of written-off goods'),
  noun: text('销毁', 'destruction'),
  nouns: text('销毁', 'Destructions'),
  group: 'quality',
  source: [sourceDocument('S26', '5、7'), sourceDocument('S12', '5.8.2')],
  record: Destruction,
  dependsOn: ['nonconforming'],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [onSiteRequiresApprovals, signRemindHours],
  deadlines: [],
  duties: [
    {
      name: 'destruction-list',
      title: text('定期列销毁清单', 'Regular destruction list'),
      clause: 'S26-5a',
      rule: 'TL52',
      by: ['warehouse'],
      escalatesTo: 'quality-head',
      rhythm: () => ({ every: 'quarter', dueMonth: 0, dueDay: 31 }),
      policies: [],
      holidays: 'next-working-day',
      done: { command: 'destruction.list' },
    },
  ],
  chains: [destructionChain],
  commands: [
    listDestruction,
    takeOffDestruction,
    reportDestruction,
    approveDestruction,
    checkDestruction,
    destroyDestruction,
    fileDestruction,
    attachDestruction,
    voidDestruction,
  ],
  gates: [],
  on: [],
  queries,
  forms: [destructionReport, destructionRecord],
  ledgers: [destructionLedger],
  reports: [],
  viewFacts,
  view: destructionView,
})

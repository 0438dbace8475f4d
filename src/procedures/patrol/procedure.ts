import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { completePatrol } from './commands/complete-patrol.ts'
import { settleFinding } from './commands/settle-finding.ts'
import { startPatrol } from './commands/start-patrol.ts'
import { finding } from './deadlines.ts'
import { patrolRecord } from './forms/patrol-record.ts'
import { patrols } from './ledgers.ts'
import { Patrol } from './patrol.ts'
import { mendWorkdays, patrolDays } from './policies.ts'
import { queries } from './queries.ts'
import { patrolView } from './view.ts'

/** The daily round of the equipment. */
export const patrol: Procedure = procedure({
  name: 'patrol',
  title: text('设备巡视', 'Equipment rounds'),
  noun: text('设备巡视', 'equipment round'),
  nouns: text('设备巡视', 'Equipment rounds'),
  group: 'oversight',
  source: [sourceDocument('S03')],
  record: Patrol,
  dependsOn: ['equipment'],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [patrolDays, mendWorkdays],
  deadlines: [finding],
  duties: [
    {
      name: 'daily-round',
      title: text('每日设备巡视', 'Daily equipment round'),
      clause: 'S03-W1a',
      rule: 'TL13',
      by: ['equipment-technician', 'equipment-supervisor'],
      escalatesTo: 'equipment-manager',
      rhythm: policy => ({
        every: 'day',
        windows: [{ from: '00:00', to: '23:59' }],
        ...(policy(patrolDays) === 'workdays' && { weekdays: [1, 2, 3, 4, 5] }),
      }),
      policies: [patrolDays.key],
      holidays: policy => (policy(patrolDays) === 'workdays' ? 'skipped' : 'as-usual'),
      places: 'sites',
      done: {
        command: 'patrol.complete',
        opens: 'patrol.start',
        place: ({ record }) => String(record.siteId),
        at: ({ record }) => String(record.day),
      },
    },
  ],
  chains: [],
  commands: [startPatrol, completePatrol, settleFinding],
  gates: [],
  on: [],
  queries,
  forms: [patrolRecord],
  ledgers: [patrols],
  reports: [],
  viewFacts: ['items'],
  view: patrolView,
})

import { procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { Archive } from './archive.ts'
import { clauses } from './clauses.ts'
import { readBackMedium } from './commands/read-back-archive.ts'
import { registerMedium } from './commands/register-archive.ts'
import { retireMedium } from './commands/retire-archive.ts'
import { mediaLedger } from './ledgers.ts'
import { queries } from './queries.ts'
import { archiveView } from './view.ts'

/** Media that hold archives and backups. */
export const archive = procedure({
  name: 'archive',
  title: text('备份介质登记', 'Archive media'),
  noun: text('备份介质', 'archive medium'),
  nouns: text('备份介质', 'Archive media'),
  group: 'oversight',
  source: [{ id: 'S11', title: text('记录控制程序', 'Control of records') }],
  record: Archive,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [],
  deadlines: [],
  duties: [
    {
      name: 'read-back',
      title: text('备份介质年度读取抽检', 'Yearly read-back of media'),
      clause: 'S11-5c',
      rule: 'S11-5c',
      by: ['computer-room', 'administrator'],
      escalatesTo: 'quality-head',
      rhythm: () => ({ every: 'year', dueMonth: 0, dueDay: 31 }),
      policies: [],
      holidays: 'as-usual',
      places: 'media',
      done: { command: 'archive.read-back', place: step => String(step.record.id) },
    },
  ],
  chains: [],
  commands: [registerMedium, readBackMedium, retireMedium],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [mediaLedger],
  reports: [],
  viewFacts: [],
  view: archiveView,
})

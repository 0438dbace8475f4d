import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { changeParty } from './commands/change-party.ts'
import { decideLocality } from './commands/decide-locality.ts'
import { deactivateParty, reactivateParty } from './commands/party-out-of-use.ts'
import { registerParty } from './commands/register-party.ts'
import { partyImport } from './imports/parties.ts'
import { partyRegister } from './ledgers.ts'
import { Party } from './party.ts'
import { queries } from './queries.ts'
import { partyView } from './view.ts'

/** Customers, suppliers and manufacturers. */
export const party: Procedure = procedure({
  name: 'party',
  title: text('往来单位管理', 'Customers, suppliers, manufacturers'),
  noun: text('往来单位', 'party'),
  nouns: text('往来单位', 'Parties'),
  group: 'flow',
  source: [
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
    { id: '20号', title: text('现场检查指导原则（国药监械管〔2024〕20号）', 'On-site inspection guide (2024 No. 20)') },
  ],
  record: Party,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [registerParty, changeParty, decideLocality, deactivateParty, reactivateParty],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [partyRegister],
  imports: [partyImport],
  reports: [],
  viewFacts: ['deliveries'],
  view: partyView,
})

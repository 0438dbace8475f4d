import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { changeDetails } from './commands/change-details.ts'
import { deactivatePerson } from './commands/deactivate-person.ts'
import { delegateRole } from './commands/delegate-role.ts'
import { endAbsence } from './commands/end-absence.ts'
import { endDelegation } from './commands/end-delegation.ts'
import { grantRole } from './commands/grant-role.ts'
import { noteAbsence } from './commands/note-absence.ts'
import { reactivatePerson } from './commands/reactivate-person.ts'
import { registerPerson } from './commands/register-person.ts'
import { reviewPermissions } from './commands/review-permissions.ts'
import { revokeRole } from './commands/revoke-role.ts'
import { permissionReview, reviewWorkdays } from './deadlines.ts'
import { longestDelegation } from './delegation.ts'
import { people } from './ledgers.ts'
import { Person } from './person.ts'
import { queries } from './queries.ts'
import { personView } from './view.ts'

/** People, their accounts and permissions. */
export const person: Procedure = procedure({
  name: 'person',
  title: text('人员与权限管理', 'People and permissions'),
  noun: text('人员', 'person'),
  nouns: text('人员', 'People'),
  group: 'administration',
  source: [
    {
      id: 'GSP153',
      title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
    },
    { id: '20号', title: text('现场检查指导原则（国药监械管〔2024〕20号）', 'On-site inspection guide (2024 No. 20)') },
  ],
  record: Person,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [reviewWorkdays, longestDelegation],
  deadlines: [permissionReview],
  duties: [],
  chains: [],
  commands: [
    registerPerson,
    changeDetails,
    grantRole,
    revokeRole,
    reviewPermissions,
    deactivatePerson,
    reactivatePerson,
    delegateRole,
    endDelegation,
    noteAbsence,
    endAbsence,
  ],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [people],
  reports: [],
  viewFacts: ['permissions', 'delegations', 'standsIn', 'absences'],
  view: personView,
})

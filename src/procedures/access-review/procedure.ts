import { z } from 'zod'
import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { AccessReview } from './access-review.ts'
import { clauses } from './clauses.ts'
import { decideAccessReview } from './commands/decide-access-review.ts'
import { openAccessReview } from './commands/open-access-review.ts'
import { signAccessReview } from './commands/sign-access-review.ts'
import { submitAccessReview } from './commands/submit-access-review.ts'
import { accessReviewForm } from './forms/access-review.ts'
import { halfYearOf } from './half-year.ts'
import { reviews } from './ledgers.ts'
import { permissionOverview } from './overview.ts'
import { peoplePermissions } from './people.ts'
import { dueDay, idleDays, signHours } from './policies.ts'
import { queries } from './queries.ts'
import { permissionsReport } from './reports/permissions.ts'
import { reviewChain } from './sign-off-chains.ts'
import { accessReviewView } from './view.ts'

/** Who sees who may do what. */
const READERS = [
  'quality',
  'quality-head',
  'administrator',
  'general-manager',
  'management-representative',
  'authority-inspector',
] as const

/**
 * The half-yearly review of accounts and permissions, and the overview of them. The list of procedures is asked late, because
 * it holds this one too.
 */
export const accessReview = (procedures: () => readonly Procedure[]): Procedure =>
  procedure({
    name: 'access-review',
    title: text('权限复核', 'Access review'),
    noun: text('权限复核', 'access review'),
    nouns: text('权限复核', 'Access reviews'),
    group: 'administration',
    source: [
      {
        id: 'GSP153',
        title: text('医疗器械经营质量管理规范（2023年第153号）', 'Good supply practice for devices (2023 No. 153)'),
      },
      {
        id: '20号',
        title: text('现场检查指导原则（国药监械管〔2024〕20号）', 'On-site inspection guide (2024 No. 20)'),
      },
    ],
    record: AccessReview,
    dependsOn: ['person'],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [dueDay, idleDays, signHours],
    deadlines: [],
    duties: [
      {
        name: 'access-review',
        title: text('半年权限复核', 'Half-yearly access review'),
        clause: 'AR-review',
        rule: '※5.51',
        by: ['quality-head', 'administrator'],
        escalatesTo: 'general-manager',
        rhythm: policy => ({ every: 'half-year', dueMonth: 1, dueDay: policy(dueDay) }),
        policies: [dueDay.key],
        holidays: 'as-usual',
        done: {
          command: 'access-review.sign',
          opens: 'access-review.open',
          at: ({ record }) => (record.state === 'closed' ? String(record.periodEnd) : null),
          fill: ({ from }) => ({ period: halfYearOf(from).period }),
        },
      },
    ],
    chains: [reviewChain],
    commands: [openAccessReview, decideAccessReview, submitAccessReview, signAccessReview],
    gates: [],
    on: [],
    queries: {
      ...queries,
      reads: {
        overview: read({
          title: text('角色、权限与不相容职责', 'Roles, permissions and segregation'),
          by: READERS,
          params: z.strictObject({}),
          run: async () => permissionOverview(procedures()),
        }),
        people: read({
          title: text('人员与权限', 'People and permissions'),
          by: READERS,
          params: z.strictObject({}),
          run: (db, _, { actor, now }) => peoplePermissions(db, actor.siteId, now),
        }),
      },
    },
    forms: [accessReviewForm],
    ledgers: [reviews],
    reports: [permissionsReport(procedures)],
    viewFacts: ['lines'],
    view: accessReviewView,
  })

import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { approval } from './approval.ts'
import { clauses } from './clauses.ts'
import { carryOutDisposal } from './commands/carry-out-disposal.ts'
import { listForDisposal } from './commands/list-disposal.ts'
import { reviewDisposal } from './commands/review-disposal.ts'
import { signDisposal } from './commands/sign-disposal.ts'
import { withdrawDisposal } from './commands/withdraw-disposal.ts'
import { Disposal } from './disposal.ts'
import { disposalList } from './forms/disposal-list.ts'
import { disposalLedger } from './ledgers.ts'
import { queriesFor } from './queries.ts'
import { disposalView } from './view.ts'

/** Disposal of records of any procedure, by an approved list. */
export const disposal = (procedures: () => readonly Procedure[]): Procedure =>
  procedure({
    name: 'disposal',
    title: text('记录处置', 'Disposal of records'),
    noun: text('处置清单', 'disposal list'),
    nouns: text('记录处置', 'Disposal lists'),
    group: 'oversight',
    source: [{ id: 'S11', title: text('记录控制程序', 'Control of records') }],
    record: Disposal,
    dependsOn: [],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [],
    deadlines: [],
    duties: [
      {
        name: 'yearly-review',
        title: text('查看保存期限届满的记录', 'Look for records whose retention has ended'),
        clause: 'DS-list',
        rule: 'DS-list',
        by: ['administrator'],
        escalatesTo: 'quality-head',
        rhythm: () => ({ every: 'year', dueMonth: 1, dueDay: 31 }),
        policies: [],
        holidays: 'next-working-day',
        done: { command: 'disposal.review' },
      },
    ],
    chains: [approval],
    commands: [listForDisposal, reviewDisposal, signDisposal, carryOutDisposal, withdrawDisposal],
    gates: [],
    on: [],
    queries: queriesFor(procedures),
    forms: [disposalList],
    ledgers: [disposalLedger],
    reports: [],
    viewFacts: [],
    view: disposalView,
  })

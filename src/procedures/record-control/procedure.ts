import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { closeCheck } from './commands/close-record-control.ts'
import { drawSample } from './commands/draw-record-control.ts'
import { recordFindings } from './commands/record-findings-record-control.ts'
import { checkLedger } from './ledgers.ts'
import { longerRetention } from './longer-retention.ts'
import * as policies from './policies.ts'
import { queriesFor } from './queries.ts'
import { RecordControl } from './record-control.ts'
import { register } from './reports/register.ts'
import { recordControlView } from './view.ts'

/** Control of records; it looks at the records of every procedure, so the list of them is asked late. */
export const recordControl = (procedures: () => readonly Procedure[]): Procedure =>
  procedure({
    name: 'record-control',
    title: text('记录控制', 'Control of records'),
    noun: text('记录管理检查', 'check of records'),
    nouns: text('记录管理检查', 'Checks of records'),
    group: 'oversight',
    source: [{ id: 'S11', title: text('记录控制程序', 'Control of records') }],
    record: RecordControl,
    dependsOn: [],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [...Object.values(policies), longerRetention(procedures)],
    deadlines: [],
    duties: [
      {
        name: 'supervision',
        title: text('各部门记录管理检查', 'Check of how departments keep their records'),
        clause: 'S11-4.1b',
        rule: 'S11-4.1b',
        by: ['administrator', 'quality-head'],
        escalatesTo: 'general-manager',
        rhythm: () => ({ every: 'half-year', dueMonth: 1, dueDay: 31 }),
        policies: [],
        holidays: 'next-working-day',
        places: 'departments',
        done: {
          command: 'record-control.record-findings',
          opens: 'record-control.draw',
          fill: turn => ({ department: turn.place, periodFrom: turn.from, periodTo: turn.to }),
          place: step => String(step.record.department),
          at: step => String(step.record.periodTo),
        },
      },
    ],
    chains: [],
    commands: [drawSample, recordFindings, closeCheck],
    gates: [],
    on: [],
    queries: queriesFor(procedures),
    forms: [],
    ledgers: [checkLedger],
    reports: [register(procedures)],
    viewFacts: [],
    view: recordControlView,
  })

import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { compileMonth } from './commands/compile-compilation.ts'
import { reviewCompilation } from './commands/review-compilation.ts'
import { voidCompilation } from './commands/void-compilation.ts'
import { Compilation } from './compilation.ts'
import { compilationIndex } from './forms/compilation-index.ts'
import { compilationLedger } from './ledgers.ts'
import { compileDay } from './policies.ts'
import { queriesFor } from './queries.ts'
import { compilationView, viewFacts } from './view.ts'

/** The records of each month and department, put together and signed. */
export const compilation = (procedures: () => readonly Procedure[]): Procedure =>
  procedure({
    name: 'compilation',
    title: text('月度记录汇编', 'Monthly compilation of records'),
    noun: text('月度记录汇编', 'monthly compilation'),
    nouns: text('月度记录汇编', 'Monthly compilations'),
    group: 'oversight',
    source: [{ id: 'S11', title: text('记录控制程序', 'Control of records') }],
    record: Compilation,
    dependsOn: [],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [compileDay],
    deadlines: [],
    duties: [
      {
        name: 'monthly',
        title: text('汇编上月记录', 'Compile the records of last month'),
        clause: 'S11-5.1.1i',
        rule: 'TL19',
        by: ['administrator', 'quality-head'],
        escalatesTo: 'quality-head',
        rhythm: policy => ({ every: 'month', dueMonth: 1, dueDay: policy(compileDay) }),
        policies: [compileDay.key],
        holidays: 'next-working-day',
        places: 'departments',
        done: {
          command: 'compilation.compile',
          place: step => String(step.record.department),
          at: step => `${String(step.record.month)}-15`,
          fill: turn => ({ department: turn.place, month: turn.from.slice(0, 7) }),
        },
      },
    ],
    chains: [],
    commands: [compileMonth, reviewCompilation, voidCompilation],
    gates: [],
    on: [],
    queries: queriesFor(procedures),
    forms: [compilationIndex],
    ledgers: [compilationLedger],
    reports: [],
    viewFacts,
    view: compilationView,
  })

import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { clauses } from './clauses.ts'
import { liftHold } from './commands/lift-legal-hold.ts'
import { placeHold } from './commands/place-legal-hold.ts'
import { holdLedger } from './ledgers.ts'
import { LegalHold } from './legal-hold.ts'
import { queriesFor } from './queries.ts'
import { legalHoldView } from './view.ts'

/** Holds on records of any procedure. */
export const legalHold = (procedures: () => readonly Procedure[]): Procedure =>
  procedure({
    name: 'legal-hold',
    title: text('记录保留', 'Legal holds'),
    noun: text('记录保留', 'legal hold'),
    nouns: text('记录保留', 'Legal holds'),
    group: 'oversight',
    source: [{ id: 'S11', title: text('记录控制程序', 'Control of records') }],
    record: LegalHold,
    dependsOn: [],
    schema: new URL('./schema/', import.meta.url),
    clauses,
    policies: [],
    deadlines: [],
    duties: [],
    chains: [],
    commands: [placeHold, liftHold],
    gates: [],
    on: [],
    queries: queriesFor(procedures),
    forms: [],
    ledgers: [holdLedger],
    reports: [],
    viewFacts: [],
    view: legalHoldView,
  })

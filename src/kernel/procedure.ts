import type { AnyCommand, Start } from './command.ts'
import type { DeadlineType } from './deadline.ts'
import type { Duty } from './duty.ts'
import type { AnyForm } from './form.ts'
import type { Gate } from './gate.ts'
import type { Import } from './import.ts'
import type { Ledger } from './ledger.ts'
import type { Outside } from './outside.ts'
import type { Actor } from './person.ts'
import type { Policy, PolicyBook } from './policy.ts'
import type { Queries } from './queries.ts'
import type { RecordType } from './record.ts'
import type { AnyReport } from './report.ts'
import type { SignOffChain } from './sign-off.ts'
import { signOffDeadlines } from './sign-off-clock.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'
import type { RecordView, ViewContext } from './view.ts'

/** One testable requirement of a written procedure. */
export interface Clause {
  /** What is demanded, in our own words. */
  readonly zh: string
  readonly en: string
  /** Number in the source procedure. */
  readonly source: string
  /** The law in force today that stands behind it, with how sure we are of it. */
  readonly law?: { readonly anchor: string; readonly confidence: 'verified-text' | 'secondary' | 'memory-to-verify' }
  /** How the product fulfils it when no command does: a screen, a table, the kernel itself. Null: not yet fulfilled. */
  readonly control?: Text | null
  /** What the controls that act for it do not do yet; the clause is then partly fulfilled. */
  readonly lacks?: Text
}

/** A step of another procedure as the one who reacts to it hears it. */
export interface Heard {
  readonly record: Readonly<Record<string, unknown>>
  readonly input: unknown
  /** What the reaction's `find` looked up; undefined without one. */
  readonly found: unknown
  readonly policy: PolicyBook
  readonly now: Instant
  readonly actor: Actor
}

/** A step elsewhere that makes this procedure act, in the same transaction. */
export interface Reaction {
  /** Command of another procedure whose acceptance is heard. */
  readonly on: string
  readonly clause: string
  /** Name of a look-up in this procedure's own queries, asked with what was heard. */
  readonly find?: string
  readonly run: (heard: Heard) => readonly Start[]
}

/** Declares a reaction with the types of what it hears. */
export const reaction = <Row extends object, Input, Found>(declaration: {
  readonly on: string
  readonly clause: string
  readonly find?: string
  readonly run: (
    heard: Omit<Heard, 'record' | 'input' | 'found'> & {
      readonly record: Row
      readonly input: Input
      readonly found: Found
    },
  ) => readonly Start[]
}): Reaction => declaration as unknown as Reaction

/** A written procedure as people read it: what it demands and what it leaves to the company. */
export interface WrittenProcedure {
  readonly name: string
  readonly title: Text
  readonly group: 'after-sales' | 'quality' | 'flow' | 'oversight' | 'administration'
  /** The source documents that it answers, with the revision in force. */
  readonly source: readonly { readonly id: string; readonly title: Text }[]
  readonly clauses: Readonly<Record<string, Clause>>
  readonly policies: readonly Policy[]
}

/** The manifest of a procedure that runs: one screen that lists everything in its folder. */
export interface Procedure extends WrittenProcedure {
  /** What one record is called: 投诉 / complaint. */
  readonly noun: Text
  /** What many are called, as a heading: 投诉 / Complaints. */
  readonly nouns: Text
  // biome-ignore lint/suspicious/noExplicitAny: a registry of record types is heterogeneous by nature
  readonly record: RecordType<any>
  readonly dependsOn: readonly string[]
  /** Folder of numbered SQL files. */
  readonly schema: URL
  // biome-ignore lint/suspicious/noExplicitAny: deadlines are typed by their record
  readonly deadlines: readonly DeadlineType<any>[]
  readonly duties: readonly Duty[]
  readonly chains: readonly SignOffChain[]
  readonly commands: readonly AnyCommand[]
  readonly gates: readonly Gate[]
  readonly on: readonly Reaction[]
  /** How people without an account take part, by a link. */
  readonly outside?: Outside
  readonly queries: Queries
  readonly forms: readonly AnyForm[]
  readonly ledgers: readonly Ledger[]
  /** Tables that may be taken over from other systems. */
  readonly imports?: readonly Import[]
  readonly reports: readonly AnyReport[]
  /** Facts that the view needs, from the queries. */
  readonly viewFacts: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: the view is typed by its record
  readonly view: (record: any, facts: any, context: ViewContext) => RecordView
}

/** Declares a procedure; the clocks of its sign-off chains are added to those that it lists. */
export const procedure = (manifest: Procedure): Procedure => {
  const known = new Set(manifest.deadlines.map(item => item.name))
  const clocks = signOffDeadlines(manifest.chains, manifest.policies).filter(item => !known.has(item.name))
  return clocks.length === 0 ? manifest : { ...manifest, deadlines: [...manifest.deadlines, ...clocks] }
}

import type { AnyCommand, Start } from './command.ts'
import type { DeadlineType } from './deadline.ts'
import type { AnyForm } from './form.ts'
import type { Gate } from './gate.ts'
import type { Ledger } from './ledger.ts'
import type { Policy } from './policy.ts'
import type { Queries } from './queries.ts'
import type { RecordType } from './record.ts'
import type { AnyReport } from './report.ts'
import type { SignOffChain } from './sign-off.ts'
import type { Text } from './text.ts'
import type { RecordView } from './view.ts'

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
}

/** A step elsewhere that makes this procedure act, in the same transaction. */
export interface Reaction {
  /** Command of another procedure whose acceptance is heard. */
  readonly on: string
  readonly clause: string
  readonly run: (heard: {
    readonly record: Readonly<Record<string, unknown>>
    readonly input: unknown
  }) => readonly Start[]
}

/** Recurring work with a window; declared here, run by the oversight procedure. */
export interface Duty {
  readonly name: string
  readonly title: Text
  readonly clause: string
  /** Time limit of the requirements catalogue. */
  readonly rule: string
  readonly by: readonly string[]
  readonly every: 'day' | 'week' | 'month' | 'quarter' | 'half-year' | 'year'
  /** Key of the policy that says until when in the following period. */
  readonly policy?: string
}

/** The manifest of a written procedure: one screen that lists everything in its folder. */
export interface Procedure {
  readonly name: string
  readonly title: Text
  /** What one record is called: 投诉 / complaint. */
  readonly noun: Text
  /** What many are called, as a heading: 投诉 / Complaints. */
  readonly nouns: Text
  readonly group: 'after-sales' | 'quality' | 'flow' | 'oversight' | 'administration'
  /** The written procedures that it runs, with the revision in force. */
  readonly source: readonly { readonly id: string; readonly title: Text }[]
  // biome-ignore lint/suspicious/noExplicitAny: a registry of record types is heterogeneous by nature
  readonly record: RecordType<any>
  readonly dependsOn: readonly string[]
  /** Folder of numbered SQL files. */
  readonly schema: URL
  readonly clauses: Readonly<Record<string, Clause>>
  readonly policies: readonly Policy[]
  // biome-ignore lint/suspicious/noExplicitAny: deadlines are typed by their record
  readonly deadlines: readonly DeadlineType<any>[]
  readonly duties: readonly Duty[]
  readonly chains: readonly SignOffChain[]
  readonly commands: readonly AnyCommand[]
  readonly gates: readonly Gate[]
  readonly on: readonly Reaction[]
  readonly queries: Queries
  readonly forms: readonly AnyForm[]
  readonly ledgers: readonly Ledger[]
  readonly reports: readonly AnyReport[]
  /** Facts that the view needs, from the queries. */
  readonly viewFacts: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: the view is typed by its record
  readonly view: (record: any, facts: any, context: { now: string; zone: string }) => RecordView
}

/** Declares a procedure. */
export const procedure = (manifest: Procedure): Procedure => manifest

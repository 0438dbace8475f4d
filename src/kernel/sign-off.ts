import type { JsonObject } from './json.ts'
import type { DeputyFor } from './person.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/** One signature of a chain. */
export interface SignOffStep {
  /** Name of the step in its chain: what routes, guards and tests call it. */
  readonly key: string
  /** Steps of one stage are asked at the same time; stages follow each other, from 1. */
  readonly stage: number
  /** Roles of which one signs. */
  readonly by: readonly string[]
  /** What whoever signs is called, where it may be one of many roles: the proposer. */
  readonly called?: Text
  /** What the signature says. */
  readonly meaning: Text
}

/** A step as it is declared: without a key it is called after its first role, without a stage it is a stage of its own. */
export type DeclaredSignOffStep = Pick<SignOffStep, 'by' | 'called' | 'meaning'> &
  Partial<Pick<SignOffStep, 'key' | 'stage'>>

/**
 * Several signatures, one after the other or several at once (会签), by different people. A step of the procedure opens a
 * round (`change.seek`, or the command that signs step 1); what is asked now waits in the workbench of its roles.
 */
// biome-ignore lint/suspicious/noExplicitAny: each chain types the record that it covers
export interface SignOffChain<Row = any> {
  /** Unique in its procedure. */
  readonly name: string
  readonly title: Text
  /** Chain of the requirements catalogue, e.g. `SC20`. */
  readonly rule: string
  readonly clause: string
  readonly steps: readonly [SignOffStep, ...SignOffStep[]]
  /** One person may give several of the signatures. */
  readonly mayRepeat: boolean
  /** What the signatures stand for. When it changes after signing, they no longer hold and are asked again. */
  readonly covers?: (record: Row) => JsonObject
  /** What the parts of `covers` are called. */
  readonly titles: Readonly<Record<string, Text>>
  /** Key of the procedure's policy with the hours after which a signature is late. */
  readonly remindAfter?: string
  /** Role that is told when a signature is late. */
  readonly escalatesTo: string
}

/** A chain as a procedure declares it. */
export type DeclaredSignOffChain<Row> = Pick<
  SignOffChain<Row>,
  'name' | 'title' | 'rule' | 'clause' | 'covers' | 'remindAfter'
> &
  Partial<Pick<SignOffChain<Row>, 'mayRepeat' | 'titles' | 'escalatesTo'>> & {
    readonly steps: readonly [DeclaredSignOffStep, ...DeclaredSignOffStep[]]
  }

/** Declares a chain. @throws Error when two steps have one key, or steps of one stage do not stand together */
export function signOffChain<Row>(declaration: DeclaredSignOffChain<Row>): SignOffChain<Row> {
  const { steps, ...rest } = declaration
  const made: SignOffStep[] = []
  let declaredStage: number | undefined
  for (const step of steps) {
    const role = step.by[0] ?? 'step'
    const key = step.key ?? (made.some(item => item.key === role) ? `${role}-${made.length + 1}` : role)
    if (made.some(item => item.key === key)) throw new Error(`chain ${rest.name} has two steps ${key}`)
    const last = made.at(-1)
    const together = last !== undefined && step.stage !== undefined && step.stage === declaredStage
    if (step.stage !== undefined && declaredStage !== undefined && step.stage < declaredStage)
      throw new Error(`chain ${rest.name}: step ${key} stands behind a later stage`)
    declaredStage = step.stage ?? declaredStage
    made.push({ ...step, key, stage: last ? last.stage + (together ? 0 : 1) : 1 })
  }
  const [first, ...others] = made
  if (!first) throw new Error(`chain ${rest.name} has no steps`)
  return { mayRepeat: false, titles: {}, escalatesTo: 'general-manager', ...rest, steps: [first, ...others] }
}

/**
 * What became of a signature that was asked:
 * - `planned`: its turn comes later; `pending`: waited for now;
 * - `signed`: given and in force; `declined`: refused, which ends the round; `returned`: sent back to an earlier step;
 * - `withdrawn`: no longer asked, or given and taken back when a later signer sent the matter back;
 * - `voided`: given, but what it stood for was changed afterwards.
 */
export type SignOffOutcome = 'planned' | 'pending' | 'signed' | 'declined' | 'returned' | 'withdrawn' | 'voided'

/** A signature planned, waited for, given, or no longer in force. */
export interface SignOffRow {
  readonly id: string
  readonly procedure: string
  readonly recordId: string
  readonly chain: string
  /** Counts how often this chain was run on the record, from 1. */
  readonly round: number
  /** Place of the step in its chain, from 1. */
  readonly step: number
  /** Null in rows from before steps had names. */
  readonly key: string | null
  readonly stage: number | null
  /** Counts how often the step was asked in this round. */
  readonly turn: number | null
  readonly byRoles: readonly string[]
  /** Null while only planned. */
  readonly openedAt: Instant | null
  readonly signedAt: Instant | null
  readonly signedBy: string | null
  readonly signedByName: string | null
  readonly deputyFor: DeputyFor | null
  readonly note: string | null
  readonly shown: JsonObject | null
  readonly outcome: SignOffOutcome
  readonly voidedAt: Instant | null
  readonly voidReason: Text | null
}

/** The signature that a person gives now. */
export interface Signing {
  readonly chain: string
  readonly key: string
  readonly stage: number
  /** Nothing remains to be signed after it. */
  readonly last: boolean
  readonly meaning: Text
  /** Whose deputy signs; null when somebody signs in a role of his own. */
  readonly deputyFor: DeputyFor | null
}

/** Opens a round of a chain; whatever still waited in an earlier round is no longer asked. */
export interface SeekSignOff {
  readonly chain: string
  /** Keys of the steps that this round needs, in the chain's order; absent: all. */
  readonly steps?: readonly string[]
}

/** Takes back the signatures after a step and asks again from that step. */
export interface SendBack {
  readonly chain: string
  /** Key of the step that is asked again. */
  readonly to: string
}

/** Signatures of a chain no longer hold, because something outside the record's own row changed (its lines). */
export interface VoidSignOff {
  readonly chain: string
  readonly reason: Text
}

import type { Text } from './text.ts'

/** One signature of a chain. */
export interface SignOffStep {
  /** Role that signs. */
  readonly by: readonly string[]
  /** What the signature says. */
  readonly meaning: Text
}

/**
 * Several signatures in a fixed order, by different people unless the step says otherwise.
 * The command of step 1 opens the chain; the next step then waits in the workbench of its role.
 */
export interface SignOffChain {
  /** Unique in its procedure. */
  readonly name: string
  readonly title: Text
  /** Chain of the requirements catalogue, e.g. `SC20`. */
  readonly rule: string
  readonly clause: string
  readonly steps: readonly [SignOffStep, ...SignOffStep[]]
}

/** Declares a chain. */
export const signOffChain = (chain: SignOffChain): SignOffChain => chain

/** A signature waited for, or given. */
export interface SignOffRow {
  readonly id: string
  readonly procedure: string
  readonly recordId: string
  readonly chain: string
  /** Counts how often this chain was run on the record, from 1. */
  readonly round: number
  readonly step: number
  readonly byRoles: readonly string[]
  readonly openedAt: string
  readonly signedAt: string | null
  readonly signedBy: string | null
  readonly outcome: 'pending' | 'signed' | 'declined' | 'withdrawn'
}

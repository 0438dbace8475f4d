import type { LateReason, Work } from './deadline.ts'
import type { DeputyFor } from './person.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/** A clock as evidence shows it. */
export interface ClockProof {
  readonly id: string
  /** Procedure of the record: that of the clause, or the one that runs its duties. */
  readonly procedure: string
  readonly recordId: string
  readonly group: string
  readonly title: Text
  readonly note: Text | null
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly metAt: Instant | null
  readonly outcome: 'in-time' | 'late' | 'open' | 'cancelled'
  /** Milliseconds from start to end; until now while it runs. */
  readonly took: number
  readonly limit: Text
  /** Why it was due then. */
  readonly why: Text
  readonly reasons: readonly LateReason[]
  /** What met it, where that was work on another record. */
  readonly work: Work | null
  readonly cancelledAt: Instant | null
  readonly cancelReason: Text | null
}

/** A signature given in a step that carries out the clause. */
export interface GivenSignature {
  readonly recordId: string
  readonly personName: string
  readonly meaning: Text
  readonly at: Instant
  readonly deputyFor: DeputyFor | null
  readonly note: string | null
  readonly command: string
}

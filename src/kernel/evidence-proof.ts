import type { LateReason, Work } from './deadline.ts'
import type { NamedRecord } from './named-record.ts'
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

/** A step that carried out a clause. */
export interface ActProof {
  readonly seq: number
  readonly at: Instant
  readonly procedure: string
  readonly recordId: string | null
  readonly command: string
  readonly title: Text
  readonly told: Text
  readonly actorName: string
  /** What was signed with the step. */
  readonly meaning: Text | null
}

/** What a record is called; null where the person may not see it. */
export interface ProofName {
  readonly number: string
  readonly title: string
  readonly state: Text
  readonly tone: NamedRecord['tone']
}

/** Records that prove a clause: clocks where it has them, else steps. */
export interface ProofPage {
  readonly clocks: readonly ClockProof[]
  readonly acts: readonly ActProof[]
  /** Signatures given in steps and chains of the clause on the records shown, and all on the records that met clocks of others. */
  readonly signatures: readonly GivenSignature[]
  /** Records that the person may see, by id. */
  readonly names: Readonly<Record<string, ProofName>>
  /** Where the next page begins; null after the last. */
  readonly next: string | null
}

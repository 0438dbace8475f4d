import type { KeyObject } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Pool } from 'pg'
import type { Words } from './around.ts'
import type { Credential } from './call.ts'
import type { Actor } from './person.ts'
import type { Refusal } from './refusal.ts'
import type { Registry } from './registry.ts'
import type { Settings } from './settings.ts'
import type { Instant, Zone } from './time.ts'

/** Where "now" comes from: the server's clock, or a simulated one for demonstration data and tests. */
export interface Clock {
  now(): Instant
}

/** Keys that are not in the database, so that whoever can change rows cannot also make them look genuine. */
export interface TrailKeys {
  /** Secret of the HMAC of every trail entry. */
  readonly mac: Buffer
  /** Ed25519 pair that signs seals; the public half goes into exports. */
  readonly sealing: KeyObject
  readonly checking: KeyObject
}

/** How the identity of a signer was proven, or why it was not. */
export type Proof = { readonly method: 'password' | 'one-time-code' | 'simulated' } | { readonly refusal: Refusal }

/** Everything that execute and the reads need; one per server process. Holds no state of any record. */
export interface Kernel {
  readonly pool: Pool
  // biome-ignore lint/suspicious/noExplicitAny: each query narrows the tables that it reads
  readonly db: Kysely<any>
  readonly registry: Registry
  readonly clock: Clock
  readonly newId: () => string
  readonly zone: Zone
  readonly words: Words
  readonly keys: TrailKeys
  /** Policies and calendar in force; read anew at most every two seconds and after each change made here. */
  readonly settings: (() => Promise<Settings>) & { forget(): void }
  /** Runs before the transaction, since proving a password is slow on purpose. */
  readonly verifyCredential: (actor: Actor, credential: Credential) => Promise<Proof>
}

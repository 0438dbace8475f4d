import { createHmac, timingSafeEqual } from 'node:crypto'
import type { ClientBase, PoolClient } from 'pg'
import { hashOf } from './canonical.ts'
import type { JsonObject } from './json.ts'
import type { Kernel, TrailKeys } from './kernel.ts'
import type { Actor } from './person.ts'
import { fromRow, insertRow } from './rows.ts'
import type { Instant } from './time.ts'
import { inTransaction } from './transaction.ts'

/** Hash before the first entry of a chain. */
export const GENESIS = '0'.repeat(64)

/** What an entry says; its hash covers all of it and the hash before. */
export interface TrailStatement {
  readonly chain: string
  readonly position: number
  readonly at: Instant
  readonly procedure: string
  readonly recordId: string | null
  readonly command: string
  readonly outcome: 'accepted' | 'refused'
  readonly version: number | null
  readonly actorId: string | null
  readonly actorName: string
  readonly via: string
  readonly clauses: readonly string[]
  readonly body: JsonObject
}

/** An entry of the trail as stored. */
export interface TrailEntry extends TrailStatement {
  readonly seq: number
  readonly previousHash: string
  readonly hash: string
  readonly mac: string
}

/** Where a chain stands. */
export interface ChainHead {
  readonly position: number
  readonly hash: string
}

/** Chain of a record: one chain for each, so that records never wait for one another. */
export const chainOf = (procedure: string, recordId: string | null): string => `${procedure}/${recordId ?? '-'}`

/** SHA-256 over the canonical JSON of the statement together with the hash before it. */
export const entryHash = (statement: TrailStatement, previousHash: string): string =>
  hashOf({ ...statement, previousHash })

/** HMAC of the entry's hash with the key outside the database. */
export const entryMac = (keys: Pick<TrailKeys, 'mac'>, hash: string): string =>
  createHmac('sha256', keys.mac).update(hash).digest('hex')

/** Compares an entry's mac in constant time. */
export const macHolds = (keys: Pick<TrailKeys, 'mac'>, entry: Pick<TrailEntry, 'hash' | 'mac'>): boolean => {
  const expected = Buffer.from(entryMac(keys, entry.hash))
  const given = Buffer.from(entry.mac)
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Makes the next entry of a chain, ready to be stored. */
export function nextEntry(
  keys: Pick<TrailKeys, 'mac'>,
  head: ChainHead,
  statement: Omit<TrailStatement, 'position'>,
): Omit<TrailEntry, 'seq'> {
  const full: TrailStatement = { ...statement, position: head.position + 1 }
  const hash = entryHash(full, head.hash)
  return { ...full, previousHash: head.hash, hash, mac: entryMac(keys, hash) }
}

/** Reads where the chain stands; the caller holds the record's row or the chain's lock. */
export async function chainHead(client: ClientBase, chain: string): Promise<ChainHead> {
  const { rows } = await client.query({
    name: 'chain_head',
    text: 'SELECT position, hash FROM trail WHERE chain = $1 ORDER BY position DESC LIMIT 1',
    values: [chain],
  })
  return rows[0] ?? { position: 0, hash: GENESIS }
}

/** Lets nobody else write to the chain until the transaction ends. */
export const lockChain = (client: ClientBase, chain: string): Promise<unknown> =>
  client.query({ name: 'lock_chain', text: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', values: [chain] })

/** Advisory lock that writers of entries share and that sealing takes alone, so that a seal has no gaps. */
export const SEALING_LOCK = 7_531_001

/** Stores an entry made by {@link nextEntry}. */
export const storeEntry = (client: ClientBase, entry: Omit<TrailEntry, 'seq'>): Promise<unknown> =>
  Promise.all([
    client.query({ name: 'share_sealing', text: 'SELECT pg_advisory_xact_lock_shared($1)', values: [SEALING_LOCK] }),
    insertRow(client, 'trail', entry as unknown as JsonObject),
  ])

/** What is journalled without a record's change: a refused step, a log-in. */
export interface Attempt {
  readonly procedure: string
  readonly recordId?: string | null
  readonly command: string
  readonly outcome: 'accepted' | 'refused'
  readonly actor: Pick<Actor, 'name' | 'via'> & { readonly id: string | null }
  readonly clauses?: readonly string[]
  readonly body: JsonObject
  /** Chain to write to; default: the record's, or the procedure's chain of attempts without a record. */
  readonly chain?: string
}

/**
 * Journals an attempt in a short transaction of its own, together with `change` if the attempt made one: both or neither.
 */
export async function recordAttempt(
  kernel: Pick<Kernel, 'pool' | 'keys' | 'clock'>,
  attempt: Attempt,
  change?: (client: PoolClient) => Promise<unknown>,
): Promise<void> {
  const recordId = attempt.recordId ?? null
  const chain = attempt.chain ?? chainOf(attempt.procedure, recordId)
  await inTransaction(kernel.pool, async client => {
    await change?.(client)
    const [, head] = await Promise.all([lockChain(client, chain), chainHead(client, chain)])
    const entry = nextEntry(kernel.keys, head, {
      chain,
      at: kernel.clock.now(),
      procedure: attempt.procedure,
      recordId,
      command: attempt.command,
      outcome: attempt.outcome,
      version: null,
      actorId: attempt.actor.id,
      actorName: attempt.actor.name,
      via: attempt.actor.via,
      clauses: attempt.clauses ?? [],
      body: attempt.body,
    })
    await storeEntry(client, entry)
  })
}

/** A trail row as the database gives it. */
export const trailEntry = (row: Record<string, unknown>): TrailEntry => fromRow<TrailEntry>(row)

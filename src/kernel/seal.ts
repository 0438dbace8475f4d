import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
  verify,
} from 'node:crypto'
import { hashOf } from './canonical.ts'
import type { Kernel, TrailKeys } from './kernel.ts'
import { merkleRoot } from './merkle.ts'
import { fromRow } from './rows.ts'
import type { Instant } from './time.ts'
import { GENESIS, SEALING_LOCK } from './trail.ts'
import { inTransaction } from './transaction.ts'

/** A Merkle root over all trail entries since the seal before, signed with a key that is not in the database. */
export interface Seal {
  readonly number: number
  readonly at: Instant
  readonly fromSeq: number
  readonly toSeq: number
  readonly entries: number
  readonly root: string
  readonly previousHash: string
  readonly hash: string
  readonly signature: string
}

/** Hash of what the seal says. */
export const sealHash = (seal: Omit<Seal, 'hash' | 'signature'>): string => {
  const { number, at, fromSeq, toSeq, entries, root, previousHash } = seal
  return hashOf({ number, at, fromSeq, toSeq, entries, root, previousHash })
}

/** Whether the seal was made by the holder of the key and says what was signed. */
export const sealHolds = (keys: Pick<TrailKeys, 'checking'>, seal: Seal): boolean =>
  sealHash(seal) === seal.hash &&
  verify(null, Buffer.from(seal.hash), keys.checking, Buffer.from(seal.signature, 'base64'))

/** Most entries under one seal. */
const LARGEST = 50_000

/**
 * Seals all entries that no seal covers yet; answers the seal, or null when there was nothing to seal.
 * Several servers may call it: the lock puts them in order.
 */
export async function sealNow(kernel: Pick<Kernel, 'pool' | 'clock' | 'keys'>): Promise<Seal | null> {
  return inTransaction(kernel.pool, async client => {
    // Waits for entries under way, whose numbers may be smaller than those already committed, and lets none start meanwhile.
    await client.query({ text: 'SELECT pg_advisory_xact_lock($1)', values: [SEALING_LOCK] })
    const { rows: last } = await client.query('SELECT * FROM seal ORDER BY number DESC LIMIT 1')
    const before = last[0] ? fromRow<Seal>(last[0]) : null
    const { rows } = await client.query('SELECT seq, hash FROM trail WHERE seq > $1 ORDER BY seq LIMIT $2', [
      before?.toSeq ?? 0,
      LARGEST,
    ])
    if (rows.length === 0) return null
    const statement = {
      number: (before?.number ?? 0) + 1,
      at: kernel.clock.now(),
      fromSeq: rows[0].seq as number,
      toSeq: rows.at(-1).seq as number,
      entries: rows.length,
      root: merkleRoot(rows.map(row => row.hash as string)),
      previousHash: before?.hash ?? GENESIS,
    }
    const hash = sealHash(statement)
    const signature = sign(null, Buffer.from(hash), kernel.keys.sealing).toString('base64')
    await client.query(
      `INSERT INTO seal (number, at, from_seq, to_seq, entries, root, previous_hash, hash, signature)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        statement.number,
        statement.at,
        statement.fromSeq,
        statement.toSeq,
        statement.entries,
        statement.root,
        statement.previousHash,
        hash,
        signature,
      ],
    )
    return { ...statement, hash, signature }
  })
}

/** Keys of a trail as they are written to the key file: secret of the mac, and the private half of the sealing pair. */
export interface WrittenKeys {
  readonly mac: string
  readonly sealing: string
}

/** Makes new keys for a new trail. */
export function newKeys(): WrittenKeys {
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    mac: randomBytes(32).toString('base64'),
    sealing: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** Reads written keys. @throws Error when they are not keys */
export function readKeys(written: WrittenKeys): TrailKeys {
  const sealing = createPrivateKey(written.sealing)
  return { mac: Buffer.from(written.mac, 'base64'), sealing, checking: createPublicKey(sealing) }
}

/** Short name of the checking key, to recognise it in exports. */
export const keyName = (keys: Pick<TrailKeys, 'checking'>): string =>
  createHash('sha256')
    .update(keys.checking.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

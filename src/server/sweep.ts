import { rm } from 'node:fs/promises'
import { attachmentPath } from './attachments/attachment-file.ts'
import type { Pool } from './database/pool.ts'

/** Days for which a request key is remembered; a client that repeats later makes a new change. */
const KEY_DAYS = 30
/** Hours after which an upload that no record took is taken away. */
const LOOSE_HOURS = 24

/** Takes away what no record refers to any more: old request keys, uploads that were never attached. */
export async function sweepLoose(pool: Pool, dataDir: string): Promise<void> {
  await pool.query(`delete from idempotency where at < now() - $1 * interval '1 day'`, [KEY_DAYS])
  const { rows } = await pool.query<{ sha256: string }>(
    `delete from attachment where record_id is null and uploaded_at < now() - $1 * interval '1 hour' returning sha256`,
    [LOOSE_HOURS],
  )
  await eraseUnused(
    pool,
    dataDir,
    rows.map(row => row.sha256),
  )
}

/** Takes the files of records that were disposed of off the disk, unless another record holds the same content. */
export async function sweepDisposed(pool: Pool, dataDir: string): Promise<void> {
  const { rows } = await pool.query<{ sha256: string }>(
    `select distinct sha256 from attachment where erased_at > now() - interval '30 days'`,
  )
  await eraseUnused(
    pool,
    dataDir,
    rows.map(row => row.sha256),
  )
}

async function eraseUnused(pool: Pool, dataDir: string, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return
  const { rows: kept } = await pool.query<{ sha256: string }>(
    'select distinct sha256 from attachment where erased_at is null and sha256 = any($1::text[])',
    [hashes],
  )
  const stillUsed = new Set(kept.map(row => row.sha256))
  for (const sha256 of hashes) if (!stillUsed.has(sha256)) await rm(attachmentPath(dataDir, sha256), { force: true })
}

import { randomUUID } from 'node:crypto'
import type { Pool } from '../database/pool.ts'
import { type BackupWork, type WrittenBackup, writeBackup } from './write-backup.ts'

/** Who asked for a backup. */
export type BackupWay = 'by-hand' | 'nightly'

/** Writes a backup and writes down how it went, so that the health page can say when the last good one was. */
export async function noteBackup(pool: Pick<Pool, 'query'>, way: BackupWay, work: BackupWork): Promise<WrittenBackup> {
  const id = randomUUID()
  await pool.query('insert into backup_run (id, way, file, encrypted) values ($1, $2, $3, $4)', [
    id,
    way,
    work.file,
    work.passphrase !== undefined,
  ])
  try {
    const written = await writeBackup(work)
    await pool.query('update backup_run set ended_at = now(), bytes = $2, row_count = $3 where id = $1', [
      id,
      written.bytes,
      written.rows,
    ])
    return written
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error)
    await pool.query('update backup_run set ended_at = now(), fault = $2 where id = $1', [id, fault.slice(0, 2_000)])
    throw error
  }
}

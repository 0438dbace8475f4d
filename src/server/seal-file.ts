import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Seal } from '../kernel/seal.ts'
import type { Fault } from '../kernel/verify-rows.ts'
import { errorCode } from './cannot-start.ts'
import type { Pool } from './database/pool.ts'

/** Every seal that this server made, one line each; beside the database, so that seals cut off there are missed. */
const sealFile = (dataDir: string): string => join(dataDir, 'seals.log')

/** Writes a seal down beside the database, on the disk before anybody relies on it. */
export const noteSeal = (dataDir: string, { number, hash, at }: Pick<Seal, 'number' | 'hash' | 'at'>): Promise<void> =>
  appendFile(sealFile(dataDir), `${JSON.stringify({ number, hash, at })}\n`, { mode: 0o600, flush: true })

/** Seals that were written down but are no longer in the database, or not the same there. */
export async function verifyNotedSeals(pool: Pick<Pool, 'query'>, dataDir: string): Promise<readonly Fault[]> {
  const noted = await notedSeals(dataDir)
  if (noted.length === 0) return []
  const { rows } = await pool.query<{ number: number; hash: string }>('select number, hash from seal')
  const kept = new Map(rows.map(row => [row.number, row.hash]))
  return noted
    .filter(({ number, hash }) => kept.get(number) !== hash)
    .slice(0, 20)
    .map(({ number, at }) => ({
      kind: 'seal',
      record: `sealed at ${at}`,
      at: `seal ${number}`,
      what: kept.has(number)
        ? 'it is not the seal that was written down beside the database'
        : 'it was made, but is gone: the end of the trail was cut off',
    }))
}

async function notedSeals(dataDir: string): Promise<readonly { number: number; hash: string; at: string }[]> {
  try {
    const lines = (await readFile(sealFile(dataDir), 'utf8')).split('\n').filter(Boolean)
    // A line that a power cut left unfinished says nothing; the seal itself is in the database.
    return lines.flatMap(line => {
      try {
        return [JSON.parse(line) as { number: number; hash: string; at: string }]
      } catch {
        return []
      }
    })
  } catch (fault) {
    if (errorCode(fault) === 'ENOENT') return []
    throw fault
  }
}

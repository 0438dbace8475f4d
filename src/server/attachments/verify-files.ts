import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Fault } from '../../kernel/verify-rows.ts'
import { errorCode } from '../cannot-start.ts'
import type { Pool } from '../database/pool.ts'
import { contentStream } from './attachment-file.ts'

const BATCH = 500
/** Reporting stops here, as with the trail. */
const MOST = 100

/**
 * Proves that the file of every attached attachment is on the disk and still has the hash that the trail binds to its
 * record. Reads each file once, as a stream.
 */
export async function verifyFiles(
  pool: Pick<Pool, 'query'>,
  dataDir: string,
): Promise<{ readonly files: number; readonly faults: readonly Fault[] }> {
  const faults: Fault[] = []
  let files = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await pool.query<{ id: string; sha256: string; name: string; record_id: string }>(
      'select id, sha256, name, record_id from attachment where record_id is not null and erased_at is null and id > $1 order by id limit $2',
      [after, BATCH],
    )
    for (const { id, sha256, name, record_id: record } of rows) {
      files += 1
      const what = await faultOf(dataDir, sha256)
      if (what !== null && faults.length < MOST) faults.push({ kind: 'row', record, at: `file ${id} (${name})`, what })
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return { files, faults }
    after = last.id
  }
}

const faultOf = async (dataDir: string, sha256: string): Promise<string | null> => {
  const hash = createHash('sha256')
  try {
    await pipeline(contentStream(dataDir, sha256), hash)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 'the file is gone'
    throw error
  }
  return hash.digest('hex') === sha256 ? null : 'the file is not the one that was attached'
}

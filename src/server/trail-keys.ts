import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrailKeys } from '../kernel/kernel.ts'
import { newKeys, readKeys, type WrittenKeys } from '../kernel/seal.ts'
import { CannotStart, errorCode } from './cannot-start.ts'
import type { Pool } from './database/pool.ts'

/** File with the keys of the trail; beside the database and not in it, so that a backup of one does not give the other. */
export const trailKeysFile = (dataDir: string): string =>
  process.env.BIHUAN_TRAIL_KEYS || join(dataDir, 'trail-keys.json')

/**
 * Reads the keys of the trail; makes them for a trail that is still empty.
 * @throws CannotStart when the trail has entries but its keys are gone: new keys would make every entry look forged
 */
export async function trailKeys(dataDir: string, pool: Pool): Promise<TrailKeys> {
  const file = trailKeysFile(dataDir)
  try {
    return readKeys(JSON.parse(await readFile(file, 'utf8')) as WrittenKeys)
  } catch (fault) {
    if (errorCode(fault) !== 'ENOENT')
      throw new CannotStart({
        zh: `无法读取轨迹密钥文件 ${file}。请检查文件内容和权限，或从备份恢复。`,
        en: `The key file of the trail, ${file}, cannot be read. Check its content and permissions, or restore it from a backup.`,
      })
  }
  const { rows } = await pool.query('SELECT 1 FROM trail LIMIT 1')
  if (rows.length > 0)
    throw new CannotStart({
      zh: `数据库中已有轨迹，但缺少密钥文件 ${file}。请从备份恢复该文件，或用 BIHUAN_TRAIL_KEYS 指明它的位置。`,
      en: `The database has a trail, but its key file ${file} is missing. Restore it from a backup, or name it in BIHUAN_TRAIL_KEYS.`,
    })
  const written = newKeys()
  await writeFile(file, `${JSON.stringify(written)}\n`, { mode: 0o600, flag: 'wx' })
  return readKeys(written)
}

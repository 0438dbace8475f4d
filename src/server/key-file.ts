import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { TrailKeys } from '../kernel/kernel.ts'
import { newKeys, readKeys } from '../kernel/seal.ts'
import type { Pool } from './database/pool.ts'
import { CannotStart, errorCode, explainFileProblem } from './cannot-start.ts'

/** The server's secrets: outside the database, so that whoever can change rows cannot make them look genuine. */
export interface ServerKeys {
  readonly trail: TrailKeys
  /** Signs session cookies and encrypts the secrets of authenticators. */
  readonly session: string
}

const keyFile = z.object({ mac: z.string().min(1), sealing: z.string().min(1), session: z.string().min(32) })

/** Where the keys lie: `<data>/keys.json`, or the file that `BIHUAN_KEYS` names (several servers share one). */
export const keyFilePath = (dataDir: string): string => process.env.BIHUAN_KEYS || join(dataDir, 'keys.json')

/**
 * Reads the keys; null when there are none yet.
 * @throws CannotStart when the file is damaged or cannot be read
 */
export const readServerKeys = async (dataDir: string): Promise<ServerKeys | null> => {
  const path = keyFilePath(dataDir)
  try {
    const written = keyFile.parse(JSON.parse(await readFile(path, 'utf8')))
    return { trail: readKeys(written), session: written.session }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    if (errorCode(error) !== '') throw explainFileProblem(error, path)
    throw new CannotStart(
      {
        zh: `密钥文件 ${path} 已损坏。请从备份恢复该文件；没有它，操作轨迹无法续写和核验。`,
        en: `The key file ${path} is damaged. Restore it from a backup: without it the trail can be neither continued nor verified.`,
      },
      error,
    )
  }
}

/**
 * Reads the keys, making them for a database whose trail is empty.
 * @throws CannotStart when the trail has entries and the keys are missing
 */
export const serverKeys = async (dataDir: string, pool: Pool): Promise<ServerKeys> => {
  const known = await readServerKeys(dataDir)
  if (known) return known
  const path = keyFilePath(dataDir)
  const { rows } = await pool.query<{ there: boolean }>('select exists (select from trail) as there')
  if (rows[0]?.there)
    throw new CannotStart({
      zh: `缺少密钥文件 ${path}，而数据库中已有操作轨迹。请从备份恢复该文件，再启动。`,
      en: `The key file ${path} is missing although the database has a trail. Restore the file from a backup, then start again.`,
    })
  const written = { ...newKeys(), session: randomBytes(48).toString('base64url') }
  await writeOnce(path, `${JSON.stringify(written, null, 2)}\n`)
  return { trail: readKeys(written), session: written.session }
}

/** Writes a file that only its owner may read; all of it or nothing survives a crash. */
const writeOnce = async (path: string, content: string): Promise<void> => {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    if (process.platform === 'win32') return // folders cannot be opened there
    const folder = await open(dirname(path), 'r')
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    throw explainFileProblem(error, path)
  } finally {
    await rm(draft, { force: true })
  }
}

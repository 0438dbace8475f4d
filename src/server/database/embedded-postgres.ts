import type { ChildProcess } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  statSync,
} from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { CannotStart, diskFull, errorCode, explainFileProblem } from '../cannot-start.ts'
import { isRunning } from './data-folder.ts'
import { chooseAccount, launch, type PostgresAccount } from './postgres-account.ts'
import { findBinaries, type PostgresBinaries } from './postgres-binaries.ts'
import {
  clusterPaths,
  directoryFor,
  lastLines,
  type PostgresRole,
  type PostgresSecrets,
  prepareCluster,
  settings,
  socketFolderOf,
} from './postgres-cluster.ts'

/** A PostgreSQL of our own on a data folder, reachable only through a socket that only its user may open. */
export interface EmbeddedPostgres {
  /** Process id of the running server program. */
  readonly pid: () => number
  readonly urlFor: (role: PostgresRole, database: string) => string
  /** Fast shutdown: sessions are cut, what was committed is written. Within 5 s, else at once (it recovers next time). */
  readonly stop: () => Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Data folder, claimed by this process. */
  readonly dataDir: string
  /** False: without fsync, for databases that are thrown away. Default true. */
  readonly durable?: boolean
  readonly log?: (sentence: string) => void
  /** Told when the server program died and could not be started again. */
  readonly onLost?: (error: unknown) => void
}

/** Time, in milliseconds, that a fast shutdown may take before an immediate one. */
const FAST_SHUTDOWN = 3_500
const LOG_LIMIT = 20 * 1024 * 1024

/**
 * Starts PostgreSQL on `<dataDir>/postgres`, making it the first time. One left running by a killed server is stopped
 * first, so that its open transactions end; one that dies while we run is started again.
 * The caller holds the claim on the data folder.
 * @throws CannotStart with the reason: disk full, no permission, damaged, root without a way to another account.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const dataDir = resolve(options.dataDir)
  const durable = options.durable ?? true
  const log = options.log ?? (() => undefined)
  const paths = clusterPaths(dataDir)
  try {
    await stopOrphan(paths.cluster, log)
    const account = chooseAccount(paths.cluster)
    const binaries = await findBinaries(account)
    const secrets = await prepareCluster(dataDir, account, binaries, durable)
    return await supervise({ dataDir, durable, log, account, binaries, secrets, onLost: options.onLost })
  } catch (error) {
    throw explainFileProblem(error, dataDir)
  }
}

/** URL of a database of the PostgreSQL on this data folder, for a role. */
export const socketUrl = (dataDir: string, secrets: PostgresSecrets, role: PostgresRole, database: string): string => {
  const host = encodeURIComponent(socketFolderOf(resolve(dataDir), secrets))
  return `postgres://${role}:${secrets.passwords[role]}@/${database}?host=${host}`
}

interface Setting {
  readonly dataDir: string
  readonly durable: boolean
  readonly log: (sentence: string) => void
  readonly account: PostgresAccount
  readonly binaries: PostgresBinaries
  readonly secrets: PostgresSecrets
  readonly onLost: ((error: unknown) => void) | undefined
}

const supervise = async (setting: Setting): Promise<EmbeddedPostgres> => {
  let child = await startUntilReady(setting)
  let stopping = false
  const restarts: number[] = []
  const watch = (): void => {
    child.once('exit', (code, signal) => {
      if (stopping) return
      restarts.push(Date.now())
      const often = restarts.filter(at => Date.now() - at < 60_000).length > 5
      setting.log(`PostgreSQL ended unexpectedly (${signal ?? code}); ${often ? 'giving up' : 'starting it again'}`)
      if (often) return setting.onLost?.(new Error('PostgreSQL keeps ending; see postgres.log in the data folder'))
      revival = startUntilReady(setting).then(
        next => {
          child = next
          if (stopping) next.kill('SIGINT')
          else watch()
        },
        error => setting.onLost?.(error),
      )
    })
  }
  let revival: Promise<void> = Promise.resolve()
  watch()
  const stopAtExit = (): void => {
    child.kill('SIGINT')
  }
  process.once('exit', stopAtExit)
  return {
    pid: () => child.pid ?? 0,
    urlFor: (role, database) => socketUrl(setting.dataDir, setting.secrets, role, database),
    stop: async () => {
      stopping = true
      process.removeListener('exit', stopAtExit)
      await Promise.race([revival, pause(1_000, undefined, { ref: false })])
      await shutDown(child)
      if (setting.secrets.socketFolder !== null)
        await rm(setting.secrets.socketFolder, { recursive: true, force: true })
    },
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

const shutDown = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  child.kill('SIGINT')
  const patience = new AbortController()
  const tooLong = pause(FAST_SHUTDOWN, 'too long' as const, { signal: patience.signal }).catch(() => null)
  if ((await Promise.race([ended, tooLong])) === 'too long') child.kill('SIGQUIT')
  patience.abort()
  await ended
}

/** Starts the program; a cluster whose last processes are still dying (after a kill -9) is tried again for 15 s. */
const startUntilReady = async (setting: Setting): Promise<ChildProcess> => {
  const deadline = Date.now() + 15_000
  for (;;) {
    const { child, logFrom } = spawnPostgres(setting)
    const failure = await waitUntilReady(child, setting)
    if (failure === null) return child
    const said = logSince(setting.dataDir, logFrom)
    const stillDying = /lock file .* already exists|pre-existing shared memory|is another postmaster/i.test(said)
    if (!stillDying || Date.now() > deadline) throw explainFailure(setting.dataDir, said, failure)
    await pause(200)
  }
}

const spawnPostgres = (setting: Setting): { child: ChildProcess; logFrom: number } => {
  const { cluster, log } = clusterPaths(setting.dataDir)
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(log, `${log}.1`)
  const file = openSync(log, 'a', 0o600)
  try {
    const logFrom = statSync(log).size
    const args = ['-D', directoryFor(setting.account, cluster), ...settings(setting.secrets, setting.durable)]
    const child = launch(setting.account, setting.binaries.postgres, args, {
      cwd: cluster,
      stdio: ['ignore', file, file],
    })
    return { child, logFrom }
  } finally {
    closeSync(file)
  }
}

/** Null when the server answers; else why it does not. Recovery after a crash may take minutes and is waited for. */
const waitUntilReady = async (child: ChildProcess, setting: Setting): Promise<string | null> => {
  let failed: string | null = null
  child.once('error', error => {
    failed = error.message
  })
  const url = socketUrl(setting.dataDir, setting.secrets, 'bihuan_superuser', 'postgres')
  for (let tries = 0; ; tries += 1) {
    if (failed !== null) return failed
    if (hasEnded(child)) return `exit ${child.signalCode ?? child.exitCode}`
    const client = new pg.Client({ connectionString: url })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return null
    } catch (error) {
      if (!['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03'].includes(errorCode(error)) && tries > 200) {
        child.kill('SIGINT')
        return error instanceof Error ? error.message : String(error)
      }
    }
    if (tries > 0 && tries % 400 === 0)
      setting.log('PostgreSQL is recovering after it was cut off; this may take some minutes')
    await pause(25)
  }
}

const logSince = (dataDir: string, from: number): string => {
  const { log } = clusterPaths(dataDir)
  return existsSync(log) ? readFileSync(log).subarray(from).toString('utf8') : ''
}

const explainFailure = (dataDir: string, said: string, failure: string): CannotStart => {
  const { log, home } = clusterPaths(dataDir)
  if (/no space left on device|quota exceeded/i.test(said)) return diskFull(home)
  if (/permission denied|wrong ownership/i.test(said)) {
    return new CannotStart({
      zh: `数据库文件夹 ${home} 属于另一个用户。请用上次启动时的用户启动，或改正该文件夹的所有者。`,
      en: `The database folder ${home} belongs to another user. Start as the user who started it before, or correct the folder's owner.`,
    })
  }
  return new CannotStart({
    zh: `数据库未能启动（${failure}）：${lastLines(said)}。完整记录见 ${log}。`,
    en: `The database did not start (${failure}): ${lastLines(said)}. The whole log is in ${log}.`,
  })
}

/** Stops a PostgreSQL that a killed server left running on this cluster. */
const stopOrphan = async (cluster: string, log: (sentence: string) => void): Promise<void> => {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
  if (!(pid > 1) || !isRunning(pid) || !worksIn(pid, cluster)) return
  log(`stopping the PostgreSQL (process ${pid}) that a killed server left running`)
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal)
    } catch (error) {
      if (errorCode(error) === 'ESRCH') return
      throw error
    }
    for (let waited = 0; waited < 5_000; waited += 20) {
      // the file goes just before the process; a dead process that nobody has waited for yet still has its number
      if (!existsSync(pidFile) || !isRunning(pid)) return
      await pause(20)
    }
  }
}

/** Whether that process is the server program of this cluster, and not another one that was given its number. */
const worksIn = (pid: number, cluster: string): boolean => {
  if (process.platform !== 'linux') return true
  try {
    return realpathSync(readlinkSync(`/proc/${pid}/cwd`)) === realpathSync(cluster)
  } catch {
    return false
  }
}

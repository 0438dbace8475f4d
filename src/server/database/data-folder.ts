import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { CannotStart, errorCode, explainFileProblem } from '../cannot-start.ts'

/** Who runs on a data folder; kept in `<data>/server.json` as long as the server lives. */
export interface Holder {
  readonly pid: number
  /** Machine and process namespace in which `pid` means something. */
  readonly machine: string
  /** When the system started that process, so that a pid given to another process later is not taken for it. */
  readonly processStart: string
  readonly since: string
  readonly url: string | null
}

/** A data folder that this process alone may use until it is released. */
export interface ClaimedFolder {
  readonly path: string
  /** Tells the next one who tries where this server answers. */
  announce(url: string): Promise<void>
  release(): Promise<void>
}

const HEARTBEAT = 5_000
/** How long, in milliseconds, a server that is just stopping is waited for. */
const GRACE = 1_500
/** A holder on another machine (or in another container) that has been silent this long, in milliseconds, is gone. */
const SILENT = 30_000
/** Longest time, in milliseconds, that taking a dead claim away can take. */
const TURN = 5_000

/**
 * Takes a data folder for this process, making it when it is missing.
 * A claim left by a process that was killed is taken over.
 * @throws CannotStart when another server holds it, or it cannot be written.
 */
export const claimDataFolder = async (dataDir: string): Promise<ClaimedFolder> => {
  const path = resolve(dataDir)
  const file = join(path, 'server.json')
  try {
    await makeFolder(path)
    const mine: Holder = {
      pid: process.pid,
      machine: thisMachine(),
      processStart: processStart(process.pid),
      since: new Date().toISOString(),
      url: null,
    }
    const patience = Date.now() + GRACE
    while (!(await claim(file, mine))) {
      const holder = await readHolder(file)
      const alive = holder !== null && (await isAlive(holder, file))
      if (Date.now() > patience) throw held(path, holder)
      if (alive) await pause(50)
      else await removeStale(file, holder)
    }
    return folderOf(path, file, mine)
  } catch (error) {
    throw explainFileProblem(error, path)
  }
}

/** Like a recursive mkdir; Node's own hides a read-only disk behind ENOENT and does not return under /proc. */
const makeFolder = async (path: string): Promise<void> => {
  const made = await mkdir(path, { mode: 0o700 }).catch(error => error)
  if (made === undefined) return
  const there = await stat(path).catch(() => null)
  if (there?.isDirectory()) return
  if (errorCode(made) !== 'ENOENT' || dirname(path) === path || existsSync(dirname(path))) throw made
  await makeFolder(dirname(path))
  await mkdir(path, { mode: 0o700 })
}

/** The server that runs on this data folder now, or null. */
export const holderOf = async (dataDir: string): Promise<Holder | null> => {
  const file = join(resolve(dataDir), 'server.json')
  const holder = await readHolder(file)
  return holder !== null && (await isAlive(holder, file)) ? holder : null
}

const folderOf = (path: string, file: string, mine: Holder): ClaimedFolder => {
  const heartbeat = setInterval(() => {
    const now = new Date()
    utimes(file, now, now).catch(() => undefined)
  }, HEARTBEAT)
  heartbeat.unref()
  const releaseAtExit = (): void => {
    if (sameHolder(readHolderSync(file), mine)) rmSync(file, { force: true })
  }
  process.once('exit', releaseAtExit)
  return {
    path,
    announce: async url => {
      const next = `${file}.${randomBytes(6).toString('hex')}`
      await writeHolder(next, { ...mine, url })
      await rename(next, file)
    },
    release: async () => {
      clearInterval(heartbeat)
      process.removeListener('exit', releaseAtExit)
      if (sameHolder(await readHolder(file), mine)) await rm(file, { force: true })
    },
  }
}

/** Makes the claim in one atomic step: a complete file appears under the name, or nothing does. */
const claim = async (file: string, mine: Holder): Promise<boolean> => {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  try {
    await writeHolder(draft, mine)
    await link(draft, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/**
 * Takes a dead claim away. Only one at a time may do so: whoever else looked at the same dead claim would otherwise take away
 * the fresh one that has come in its place.
 */
const removeStale = async (file: string, stale: Holder | null): Promise<void> => {
  const turn = `${file}.takeover`
  if (!(await takeTurn(turn))) return pause(20)
  try {
    // while it is there nobody can put another in its place
    if (existsSync(file) && sameHolder(await readHolder(file), stale)) await rm(file, { force: true })
  } finally {
    await rm(turn, { force: true })
  }
}

/** Whether it is this one's turn; a turn whose owner died on it passes after {@link TURN}. */
const takeTurn = async (turn: string): Promise<boolean> => {
  try {
    await (await open(turn, 'wx', 0o600)).close()
    return true
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
    const taken = await stat(turn).catch(() => null)
    if (taken !== null && Date.now() - taken.mtimeMs > TURN) await rm(turn, { force: true })
    return false
  }
}

const writeHolder = async (file: string, holder: Holder): Promise<void> => {
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(holder, null, 2)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const readHolder = async (file: string): Promise<Holder | null> => {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Holder
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || error instanceof SyntaxError) return null
    throw error
  }
}

const readHolderSync = (file: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return null
  }
}

const sameHolder = (a: Holder | null, b: Holder | null): boolean =>
  a === b || (a !== null && b !== null && a.pid === b.pid && a.since === b.since && a.machine === b.machine)

const isAlive = async (holder: Holder, file: string): Promise<boolean> => {
  if (holder.machine !== thisMachine()) {
    const touched = await stat(file).catch(() => null)
    return touched !== null && Date.now() - touched.mtimeMs < SILENT
  }
  return isRunning(holder.pid) && processStart(holder.pid) === holder.processStart
}

/** Whether a process with this id exists, whoever owns it. */
export const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

const thisMachine = (): string => {
  let namespace = ''
  try {
    namespace = readlinkSync('/proc/self/ns/pid')
  } catch {
    // no /proc on this system: the host name alone has to do
  }
  return `${hostname()} ${namespace}`.trim()
}

const processStart = (pid: number): string => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const ticks = line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? ''
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${ticks}`
  } catch {
    try {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim()
    } catch {
      return ''
    }
  }
}

const held = (path: string, holder: Holder | null): CannotStart => {
  const who = holder ?? { pid: 0, since: '?', url: null }
  const at =
    who.url === null
      ? { zh: '正在启动', en: 'still starting' }
      : { zh: `地址 ${who.url}`, en: `answering at ${who.url}` }
  return new CannotStart({
    zh: `数据文件夹 ${path} 正由另一个 Bihuan 使用：进程 ${who.pid}，自 ${who.since} 起，${at.zh}。请使用那一个，或先停止它（kill ${who.pid}），或用 --data 指定另一个文件夹。`,
    en: `The data folder ${path} is held by another Bihuan: process ${who.pid}, since ${who.since}, ${at.en}. Use that one, stop it first (kill ${who.pid}), or choose another folder with --data.`,
  })
}

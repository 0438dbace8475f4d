import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isRunning } from './data-folder.ts'
import { type Database, openDatabase } from './open-database.ts'
import { clusterPaths } from './postgres-cluster.ts'

let folder: string
const running = new Set<ChildProcess>()
const opened = new Set<Database>()
beforeEach(async () => {
  // mode 0700: as root, no other account can enter it
  folder = await mkdtemp(join(tmpdir(), 'bihuan-embedded-'))
})
afterEach(async () => {
  for (const child of running) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  running.clear()
  for (const database of opened) await database.stop()
  opened.clear()
  await rm(folder, { recursive: true, force: true })
})

const open = async (dataDir: string, attach = false): Promise<Database> => {
  const database = await openDatabase({ dataDir, attach })
  opened.add(database)
  return database
}

/** Another process that serves this data folder, as a running server does. */
const serve = async (dataDir: string): Promise<ChildProcess> => {
  const program = fileURLToPath(new URL('./fixtures/run-database.ts', import.meta.url))
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  if (child.stdout === null) throw new Error('no output')
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`ended with ${code}`))),
  ])
  return child
}

const postmasterPid = (dataDir: string): number =>
  Number(readFileSync(join(clusterPaths(dataDir).cluster, 'postmaster.pid'), 'utf8').split('\n')[0])

const kept = async (database: Database): Promise<unknown[]> =>
  (await database.adminPool.query<{ what: string }>('select what from kept')).rows.map(row => row.what)

const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(20)
}

describe('an embedded PostgreSQL', () => {
  test('keeps what was committed from one start to the next, and leaves nothing running', async () => {
    const first = await open(folder)
    await first.adminPool.query(`create table kept as select 'once'::text as what`)
    const pid = postmasterPid(folder)
    await first.stop()
    await until(() => !isRunning(pid))
    expect(existsSync(join(folder, 'server.json'))).toBe(false)
    expect(await kept(await open(folder))).toEqual(['once'])
  })

  test('writes every commit to the disk, answers no network, and hides its passwords', async () => {
    const database = await open(folder)
    const setting = async (name: string) => (await database.pool.query(`show ${name}`)).rows[0][name]
    expect(await setting('fsync')).toBe('on')
    expect(await setting('synchronous_commit')).toBe('on')
    expect(await setting('full_page_writes')).toBe('on')
    expect(await setting('data_checksums')).toBe('on')
    expect(await setting('listen_addresses')).toBe('')
    expect(statSync(clusterPaths(folder).secrets).mode & 0o777).toBe(0o600)
    expect(statSync(clusterPaths(folder).cluster).mode & 0o777).toBe(0o700)
    const otherPassword = database.url.replace(/:[^:@]*@/, ':wrong@')
    await expect(openDatabase({ databaseUrl: otherPassword })).rejects.toThrow(/password authentication failed/)
  })

  test('sees Chinese in its trigram index and sorts by code point', async () => {
    const database = await open(folder)
    await database.adminPool.query('create extension pg_trgm')
    const { rows } = await database.pool.query(
      `select cardinality(show_trgm('质量投诉')) > 0 as chinese, 'B' < 'a' as sorted`,
    )
    expect(rows).toEqual([{ chinese: true, sorted: true }])
  })

  test('works where the path is too long for a socket', async () => {
    const deep = join(folder, 'x'.repeat(60), 'y'.repeat(60))
    await mkdir(deep, { recursive: true })
    const database = await open(deep)
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    const socket = new URL(database.url.replace('@/', '@x/')).searchParams.get('host') ?? ''
    expect(socket.startsWith(deep)).toBe(false)
    await database.stop()
    expect(existsSync(socket)).toBe(false)
  })

  test('never runs as root', async () => {
    await open(folder)
    const owner = statSync(clusterPaths(folder).cluster).uid
    expect(owner).not.toBe(process.getuid?.() === 0 ? 0 : -1)
  })

  test('is started again when it is killed', async () => {
    const database = await open(folder)
    await database.adminPool.query(`create table kept as select 'before'::text as what`)
    const killed = postmasterPid(folder)
    process.kill(killed, 'SIGKILL')
    const answers = () => kept(database).catch(() => null)
    await until(async () => (await answers()) !== null && postmasterPid(folder) !== killed)
    expect(await answers()).toEqual(['before'])
  })
})

describe('a data folder that a server holds', () => {
  test('is refused to a second one, which says who holds it', async () => {
    const first = await serve(folder)
    await expect(open(folder)).rejects.toThrow(
      new RegExp(`process ${first.pid}, since \\d{4}-.*Z, answering at http://127.0.0.1:4180.*--data`),
    )
  })

  test('can be looked into without stopping that server', async () => {
    const first = await serve(folder)
    const looking = await open(folder, true)
    expect(await kept(looking)).toEqual(['committed'])
    await looking.stop()
    expect(first.exitCode).toBeNull()
    expect(isRunning(postmasterPid(folder))).toBe(true)
  })

  test('is free after SIGTERM, with PostgreSQL stopped', async () => {
    const first = await serve(folder)
    const pid = postmasterPid(folder)
    first.kill('SIGTERM')
    first.kill('SIGINT')
    const [code] = await once(first, 'exit')
    expect(code).toBe(0)
    expect(isRunning(pid)).toBe(false)
    expect(existsSync(join(clusterPaths(folder).cluster, 'postmaster.pid'))).toBe(false)
    expect(await kept(await open(folder))).toEqual(['committed'])
  })

  test('is taken over after kill -9: what was committed is there, what was not is gone', async () => {
    const first = await serve(folder)
    const orphan = postmasterPid(folder)
    first.kill('SIGKILL')
    await once(first, 'exit')
    expect(isRunning(orphan)).toBe(true)
    const next = await open(folder)
    expect(postmasterPid(folder)).not.toBe(orphan)
    expect(await kept(next)).toEqual(['committed'])
  })

  test('is taken over after server and PostgreSQL were both killed', async () => {
    const first = await serve(folder)
    process.kill(postmasterPid(folder), 'SIGKILL')
    first.kill('SIGKILL')
    await once(first, 'exit')
    expect(await kept(await open(folder))).toEqual(['committed'])
  })
})

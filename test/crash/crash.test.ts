/** Kill -9 of the server, and of PostgreSQL, under load, with a database that writes to disk as in real use. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { registry } from '../../src/kernel/registry.ts'
import { readKeys, type WrittenKeys } from '../../src/kernel/seal.ts'
import { verifyTrail } from '../../src/kernel/verify.ts'
import { procedures } from '../../src/procedures/index.ts'
import { type Database, openDatabase } from '../../src/server/database/open-database.ts'
import { clusterPaths } from '../../src/server/database/postgres-cluster.ts'
import { trailKeysFile } from '../../src/server/trail-keys.ts'
import { Load, type Sent, send } from './load.ts'
import { type ServerProcess, startProduct } from './server-process.ts'

// PostgreSQL has up to 15 s to come back, and the machine may be busy with other tests.
vi.setConfig({ testTimeout: 90_000 })

const PASSWORD = 'four unrelated words'
let folder: string
let data: string
let server: ServerProcess
let token: string
const everSent: Sent[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bihuan-crash-'))
  data = join(folder, 'data')
  server = await startProduct(data, '--empty')
  token = await setUpCompany(server.url)
})
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('kill -9 of the server: all that was acknowledged is there, nothing half', async () => {
  const load = new Load(server, token, 'S')
  await load.reached(60)
  await server.kill()
  await load.stop()
  expect(load.faults).toEqual([])
  expect(load.lost, 'requests under way').not.toEqual([])
  everSent.push(...load.sent)
  server = await startProduct(data, '--empty')
  await everythingHolds()
})

test('kill -9 of PostgreSQL while the server lives: it recovers, says so, and all holds', async () => {
  const load = new Load(server, token, 'P')
  await load.reached(60)
  await killPostgres()
  const before = load.acknowledged.length
  await load.reached(before + 30)
  await load.stop()
  expect(load.faults).toEqual([])
  expect(server.child.exitCode, server.said()).toBeNull()
  expect(await readFile(join(data, 'logs', 'current.log'), 'utf8')).toContain('PostgreSQL ended unexpectedly (SIGKILL)')
  everSent.push(...load.sent)
  await everythingHolds()
})

test('kill -9 of both at once: the next start recovers', async () => {
  const load = new Load(server, token, 'B')
  await load.reached(60)
  await Promise.all([killPostgres(), server.kill()])
  await load.stop()
  expect(load.faults).toEqual([])
  everSent.push(...load.sent)
  server = await startProduct(data, '--empty')
  await everythingHolds()
})

/** Everything sent so far is made exactly once, after sending again what was sent: with its parts, under gapless numbers. */
const everythingHolds = async (): Promise<void> => {
  const database = await openDatabase({ dataDir: data, attach: true, poolSize: 4 })
  try {
    await acknowledgedIsThere(database)
    expect(await faults(database), 'right after the crash').toEqual([])
    for (const item of everSent.filter(sent => !sent.answer)) item.answer = await send(server.url, token, item)
    for (const item of everSent) {
      const again = await send(server.url, token, item)
      expect([item.key, again?.number], 'sent again').toEqual([item.key, item.answer?.number])
    }
    await nothingTwice(database)
    expect(await faults(database), 'after sending again').toEqual([])
  } finally {
    await database.stop()
  }
}

const acknowledgedIsThere = async ({ pool }: Database): Promise<void> => {
  const { rows } = await pool.query<{ key: string; number: string }>(
    'SELECT i.key, c.number FROM idempotency i JOIN complaint c ON c.id = i.record_id',
  )
  const kept = new Map(rows.map(row => [row.key, row.number]))
  const missing = everSent.filter(item => item.answer && kept.get(item.key) !== item.answer.number)
  expect(missing).toEqual([])
}

const faults = async ({ pool }: Database) => {
  const keys = readKeys(JSON.parse(await readFile(trailKeysFile(data), 'utf8')) as WrittenKeys)
  const found = await verifyTrail(pool, registry(procedures), keys)
  expect(found.entries).toBeGreaterThan(60)
  return found.faults
}

const nothingTwice = async ({ pool }: Database): Promise<void> => {
  const opened = everSent.filter(item => item.command === 'complaint.open')
  const contacted = everSent.filter(item => item.command === 'complaint.record-contact')
  const { rows } = await pool.query<{
    number: string
    version: number
    entries: number
    contacts: number
    clocks: number
  }>(
    `SELECT number, version,
       (SELECT count(*) FROM trail WHERE record_id = c.id AND outcome = 'accepted') AS entries,
       (SELECT count(*) FROM complaint_contact WHERE complaint_id = c.id) AS contacts,
       (SELECT count(*) FROM deadline WHERE record_id = c.id) AS clocks
     FROM complaint c ORDER BY number`,
  )
  const year = rows[0]?.number.slice(3, 7)
  expect(
    rows.map(row => row.number),
    'numbers without a gap',
  ).toEqual(opened.map((_, at) => `TS-${year}-${String(at + 1).padStart(5, '0')}`))
  const contactsOf = new Map(contacted.map(item => [item.answer?.number, 1]))
  for (const { number, version, entries, contacts, clocks } of rows) {
    const expected = contactsOf.get(number) ?? 0
    expect({ number, contacts, version, entries }).toEqual({
      number,
      contacts: expected,
      version: 1 + expected,
      entries: 1 + expected,
    })
    expect(clocks, number).toBeGreaterThanOrEqual(5)
  }
}

/** Ends the server program of PostgreSQL and all processes that it started. */
const killPostgres = async (): Promise<void> => {
  const { cluster } = clusterPaths(data)
  const postmaster = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
  const backends = await childrenOf(postmaster)
  for (const pid of [postmaster, ...backends]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // ended with the one before
    }
  }
}

const childrenOf = async (parent: number): Promise<number[]> => {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter(pid => pid > 1)
  const found = await Promise.all(
    pids.map(async pid => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent ? pid : 0
    }),
  )
  return found.filter(pid => pid > 0)
}

/** Makes the company and one person of quality management; answers the person's API key. */
const setUpCompany = async (url: string): Promise<string> => {
  let cookie = ''
  const post = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const headers = { 'content-type': 'application/json', ...(cookie && { cookie }) }
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const set = response.headers.getSetCookie()
    if (set.length > 0) cookie = set.map(item => item.split(';')[0]).join('; ')
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Record<string, unknown>
  }
  await post('/api/setup', {
    company: { zh: '河南某某医疗器械有限公司' },
    site: { name: '总部', address: '金水区某路1号', province: '河南省', city: '郑州市', regionCode: '410105' },
    administrator: { name: '韩冰', username: 'han-bing', password: PASSWORD },
  })
  await post('/api/auth/sign-in/username', { username: 'han-bing', password: PASSWORD })
  const { record } = await post('/api/do/person.register', {
    input: { username: 'chen-xiao', name: '陈晓', department: '质量管理部', roles: ['quality'] },
  })
  const issued = await post('/api/keys', {
    personId: (record as { id: string }).id,
    name: '登记',
    scopes: ['complaint.*', 'read:*'],
  })
  return String(issued.token)
}

/**
 * One temporary PostgreSQL for all tests, started when the first test asks for it; every test takes a fresh database
 * made from a migrated template. The default export is vitest's global set-up.
 */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Kysely } from 'kysely'
import { procedures } from '../src/procedures/index.ts'
import { openKysely } from '../src/server/database/kysely.ts'
import { migrate } from '../src/server/database/migrate.ts'
import { openDatabase } from '../src/server/database/open-database.ts'
import { openPool, type Pool } from '../src/server/database/pool.ts'
import { readSecrets } from '../src/server/database/postgres-cluster.ts'
import { schemaSources } from '../src/server/database/schema-sources.ts'

/** A fresh database with the whole schema and nothing in it. */
export interface TestDatabase {
  /** As the application role. */
  readonly pool: Pool
  /** As the owner of the tables. */
  readonly adminPool: Pool
  /** As the superuser of PostgreSQL, for tests that tamper. */
  readonly superuserPool: Pool
  // biome-ignore lint/suspicious/noExplicitAny: each test narrows the database to the tables that it reads
  readonly db: Kysely<any>
  readonly url: string
  readonly adminUrl: string
  readonly superuserUrl: string
  drop(): Promise<void>
}

interface Urls {
  readonly app: string
  readonly owner: string
  readonly superuser: string
  /** Why there is no migrated template, or null. */
  readonly schemaProblem: string | null
}

const TEMPLATE = 'bihuan'
const BROKER = 'BIHUAN_TEST_POSTGRES'

/** Makes a fresh database. `empty`: without the schema, for tests of the schema itself. */
export const testDatabase = async (options: { readonly empty?: boolean } = {}): Promise<TestDatabase> => {
  const urls = await askBroker()
  if (!options.empty && urls.schemaProblem !== null) throw new Error(urls.schemaProblem)
  const name = `test_${randomBytes(8).toString('hex')}`
  const maintenance = openPool(at(urls.superuser, 'postgres'), { max: 1 })
  const template = options.empty ? 'template0' : TEMPLATE
  await maintenance.query(`create database ${name} owner bihuan_owner template ${template}`)
  await maintenance.query(`grant connect on database ${name} to bihuan_app`)
  const pool = openPool(at(urls.app, name), { max: 8 })
  const adminPool = openPool(at(urls.owner, name), { max: 2 })
  const superuserPool = openPool(at(urls.superuser, name), { max: 1 })
  return {
    pool,
    adminPool,
    superuserPool,
    db: openKysely(pool),
    url: at(urls.app, name),
    adminUrl: at(urls.owner, name),
    superuserUrl: at(urls.superuser, name),
    drop: async () => {
      await Promise.all([pool, adminPool, superuserPool].map(each => (each.ended ? undefined : each.end())))
      await maintenance.query(`drop database if exists ${name} with (force)`)
      await maintenance.end()
    },
  }
}

const at = (url: string, database: string): string => url.replace(/@\/[^?]*\?/, `@/${database}?`)

const askBroker = async (): Promise<Urls> => {
  const path = process.env[BROKER]
  if (path === undefined) throw new Error('test/postgres.ts is not set up: run the test with vitest at the root')
  const answer = JSON.parse(await text(createConnection(path))) as Urls | { error: string }
  if ('error' in answer) throw new Error(answer.error)
  return answer
}

/** Global set-up: listens for the first test that needs a database, and only then starts PostgreSQL. */
export default async function setUp(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'bihuan-test-'))
  let starting: Promise<{ urls: Urls; stop: () => Promise<void> }> | undefined
  const server = createServer(socket => {
    starting ??= startPostgres(join(folder, 'data'))
    starting.then(
      ({ urls }) => socket.end(JSON.stringify(urls)),
      error => socket.end(JSON.stringify({ error: String(error?.stack ?? error) })),
    )
  })
  const path = join(folder, 'broker.sock')
  server.listen(path)
  await once(server, 'listening')
  process.env[BROKER] = path
  return async () => {
    server.close()
    await starting?.then(
      ({ stop }) => stop(),
      () => undefined,
    )
    await rm(folder, { recursive: true, force: true })
  }
}

const startPostgres = async (dataDir: string): Promise<{ urls: Urls; stop: () => Promise<void> }> => {
  const database = await openDatabase({ dataDir, durable: false, log: console.error })
  const schemaProblem = await makeTemplate(database.adminPool)
  const secrets = await readSecrets(dataDir)
  const superuser = database.url.replace(/\/\/[^@]*@/, `//bihuan_superuser:${secrets?.passwords.bihuan_superuser}@`)
  // a template must have no sessions: what stays is only the server itself
  await Promise.all([database.pool.end(), database.adminPool.end()])
  return { urls: { app: database.url, owner: database.adminUrl, superuser, schemaProblem }, stop: database.stop }
}

const makeTemplate = async (adminPool: Pool): Promise<string | null> => {
  try {
    await migrate(adminPool, schemaSources(procedures))
    return null
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

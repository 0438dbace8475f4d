import pg from 'pg'
import { CannotStart, errorCode } from '../cannot-start.ts'
import { type ClaimedFolder, claimDataFolder, holderOf } from './data-folder.ts'
import { type EmbeddedPostgres, socketUrl, startEmbeddedPostgres } from './embedded-postgres.ts'
import { openPool, type Pool, type ValueStyle } from './pool.ts'
import { readSecrets } from './postgres-cluster.ts'

/** Role that owns the tables and runs migrations. */
export const OWNER_ROLE = 'bihuan_owner'
/** Role that the product works as: it can neither change nor remove trail entries. */
export const APP_ROLE = 'bihuan_app'
const DATABASE = 'bihuan'

/** An open database. */
export interface Database {
  /** Connections of the product, as the application role. */
  readonly pool: Pool
  /** A few connections as the owner of the tables, for migrations. */
  readonly adminPool: Pool
  readonly url: string
  readonly adminUrl: string
  /** False: the given log-in may make no roles, so that triggers alone guard the trail. */
  readonly restricted: boolean
  /** A further pool; libraries that expect the driver's own values ask for `values: 'driver'`. */
  readonly openPool: (options: { as: 'app' | 'owner'; max: number; values?: ValueStyle }) => Pool
  /** Closes all pools and stops the embedded PostgreSQL. */
  readonly stop: () => Promise<void>
}

export interface OpenDatabaseOptions {
  /** Data folder with the embedded PostgreSQL. */
  readonly dataDir?: string
  /** The claim on that folder; without it one is made, and released by `stop`. */
  readonly claim?: ClaimedFolder
  /** Connect to the PostgreSQL of the server that runs on the folder now, if one does, rather than refuse. */
  readonly attach?: boolean
  /** A PostgreSQL ≥ 15 in place of the embedded one. */
  readonly databaseUrl?: string | undefined
  /** False: without fsync, for databases that are thrown away. */
  readonly durable?: boolean
  /** Connections of the product's pool. Default 16. */
  readonly poolSize?: number
  readonly log?: (sentence: string) => void
  readonly onLost?: (error: unknown) => void
}

/**
 * Opens the database: the one of `databaseUrl`, else the embedded PostgreSQL on `dataDir`.
 * @throws CannotStart with a sentence for the person who started it.
 */
export const openDatabase = async (options: OpenDatabaseOptions): Promise<Database> => {
  if (options.databaseUrl !== undefined) return openGiven(options.databaseUrl, options)
  const { dataDir } = options
  if (dataDir === undefined) throw new TypeError('openDatabase needs dataDir or databaseUrl')
  if (options.attach && options.claim === undefined && (await holderOf(dataDir)) !== null) {
    return attachTo(dataDir, options)
  }
  const claim = options.claim ?? (await claimDataFolder(dataDir))
  const releaseOwn = async (): Promise<void> => {
    if (options.claim === undefined) await claim.release()
  }
  try {
    const postgres = await startEmbeddedPostgres({ ...options, dataDir: claim.path })
    await makeRolesAndDatabase(postgres, claim.path)
    const urls = { app: postgres.urlFor(APP_ROLE, DATABASE), owner: postgres.urlFor(OWNER_ROLE, DATABASE) }
    return assemble(urls, null, options, async () => {
      await postgres.stop()
      await releaseOwn()
    })
  } catch (error) {
    await releaseOwn()
    throw error
  }
}

const attachTo = async (dataDir: string, options: OpenDatabaseOptions): Promise<Database> => {
  const secrets = await readSecrets(dataDir)
  if (secrets === null) {
    throw new CannotStart({
      zh: `数据文件夹 ${dataDir} 的服务正在启动，请稍后再试。`,
      en: `The server on ${dataDir} is still starting. Try again in a moment.`,
    })
  }
  const urls = {
    app: socketUrl(dataDir, secrets, APP_ROLE, DATABASE),
    owner: socketUrl(dataDir, secrets, OWNER_ROLE, DATABASE),
  }
  return assemble(urls, null, options, async () => undefined)
}

interface Urls {
  readonly app: string
  readonly owner: string
}

/** `appRole`: role to take on each of the product's connections, where both URLs are the same log-in. */
const assemble = (
  urls: Urls,
  appRole: string | null,
  options: OpenDatabaseOptions,
  close: () => Promise<void>,
  restricted = true,
): Database => {
  const pools: Pool[] = []
  let stopped: Promise<void> | undefined
  const open: Database['openPool'] = ({ as, max, values }) => {
    const pool = openPool(urls[as], {
      max,
      values,
      role: as === 'app' ? appRole : null,
      onError: error => {
        if (stopped === undefined) options.log?.(`a connection to the database broke: ${error.message}`)
      },
    })
    pools.push(pool)
    return pool
  }
  return {
    pool: open({ as: 'app', max: options.poolSize ?? 16 }),
    adminPool: open({ as: 'owner', max: 2 }),
    url: urls.app,
    adminUrl: urls.owner,
    restricted,
    openPool: open,
    stop: () => {
      stopped ??= closePools(pools).then(close)
      return stopped
    },
  }
}

/** Waits at most a second for work under way; the shutdown of PostgreSQL cuts what is left. */
const closePools = async (pools: readonly Pool[]): Promise<void> => {
  const ended = Promise.all(pools.map(pool => (pool.ended ? undefined : pool.end())))
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>(done => {
    timer = setTimeout(done, 1_000)
  })
  await Promise.race([ended.catch(() => undefined), limit])
  clearTimeout(timer)
}

/** Makes, once, the two roles and the database. */
const makeRolesAndDatabase = async (postgres: EmbeddedPostgres, dataDir: string): Promise<void> => {
  const secrets = await readSecrets(dataDir)
  const client = new pg.Client({ connectionString: postgres.urlFor('bihuan_superuser', 'postgres') })
  await client.connect()
  try {
    const { rows } = await client.query(`select datname from pg_database where datname = $1`, [DATABASE])
    if (rows.length > 0) return
    for (const role of [OWNER_ROLE, APP_ROLE] as const) {
      const exists = await client.query(`select 1 from pg_roles where rolname = $1`, [role])
      const verb = exists.rows.length > 0 ? 'alter' : 'create'
      const password = pg.escapeLiteral(secrets?.passwords[role] ?? '')
      await client.query(`${verb} role ${role} login password ${password}`)
    }
    await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`)
    await client.query(`revoke all on database ${DATABASE} from public`)
    await client.query(`grant connect on database ${DATABASE} to ${APP_ROLE}`)
  } finally {
    await client.end()
  }
}

const OLDEST_SERVER = 150_000

const openGiven = async (url: string, options: OpenDatabaseOptions): Promise<Database> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    const at = `${client.host}:${client.port}/${client.database ?? ''}`
    const reason = error instanceof Error ? error.message || errorCode(error) : String(error)
    throw new CannotStart(
      {
        zh: `无法连接 DATABASE_URL 指定的数据库（${at}）：${reason}。请检查地址、用户和密码。`,
        en: `The database in DATABASE_URL (${at}) cannot be reached: ${reason}. Check address, user and password.`,
      },
      error,
    )
  }
  try {
    const { rows } = await client.query(`show server_version_num`)
    if (Number(rows[0]?.server_version_num) < OLDEST_SERVER) {
      throw new CannotStart({
        zh: 'DATABASE_URL 指定的 PostgreSQL 版本过低，需要 15 或更高版本。',
        en: 'The PostgreSQL in DATABASE_URL is too old: version 15 or later is needed.',
      })
    }
    const restricted = await canBecomeApp(client)
    if (!restricted) {
      options.log?.(
        `the log-in of DATABASE_URL may not make or take the role ${APP_ROLE}: the trail is guarded by triggers alone`,
      )
    }
    const role = restricted ? APP_ROLE : null
    return assemble({ app: url, owner: url }, role, options, async () => undefined, restricted)
  } finally {
    await client.end()
  }
}

/** Makes the application role where the log-in may, and tries it on. */
const canBecomeApp = async (client: pg.Client): Promise<boolean> => {
  const attempts = [
    `set role ${APP_ROLE}`,
    `create role ${APP_ROLE} nologin`,
    `grant ${APP_ROLE} to current_user`,
    `set role ${APP_ROLE}`,
  ]
  for (const attempt of attempts) {
    const worked = await client.query(attempt).then(
      () => true,
      () => false,
    )
    if (worked && attempt.startsWith('set role')) {
      await client.query('reset role')
      return true
    }
  }
  return false
}

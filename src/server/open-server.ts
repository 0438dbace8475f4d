import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { clearUnfinishedDemo } from '../demo/unfinished-demo.ts'
import type { Kernel, TrailKeys } from '../kernel/kernel.ts'
import { openKernel } from '../kernel/open-kernel.ts'
import { registry } from '../kernel/registry.ts'
import { procedures } from '../procedures/index.ts'
import { roleTitle } from '../vocabulary/role.ts'
import { buildApp } from './app.ts'
import type { StartArguments } from './arguments.ts'
import { keepContent } from './attachments/attachment-file.ts'
import { ApiKeyActors } from './auth/api-key.ts'
import { credentialVerifier } from './auth/credential.ts'
import { SessionActors } from './auth/session-actor.ts'
import { openSignInLibrary } from './auth/sign-in-library.ts'
import { backupDir } from './backup/nightly-backup.ts'
import { CannotStart, explainListenProblem } from './cannot-start.ts'
import type { ClaimedFolder } from './database/data-folder.ts'
import { openKysely } from './database/kysely.ts'
import { migrate } from './database/migrate.ts'
import { type Database, openDatabase } from './database/open-database.ts'
import { schemaSources } from './database/schema-sources.ts'
import { queueState } from './health/queue-state.ts'
import { watchHealth } from './health/watch-health.ts'
import { Sights } from './inspection/open-sight.ts'
import { jobList } from './jobs/job-list.ts'
import { joined, type RunningJobs, startJobs } from './jobs/start-jobs.ts'
import { mailSettings } from './mail/mail-settings.ts'
import { openPost } from './mail/post.ts'
import type { MailWork } from './mail/send-letter.ts'
import { ownNetworks } from './notify/networks.ts'
import { notifyJobs } from './notify/notify-jobs.ts'
import { openSecretSeal } from './notify/sealed-secret.ts'
import { startNotifier } from './notify/start-notifier.ts'
import { openLinks } from './outside/link.ts'
import { isHttps, type ServerParts, USUAL_LIMITS } from './parts.ts'
import { closePress } from './print/press.ts'
import { startRegularWork } from './regular-work.ts'
import { sessionSecret } from './session-secret.ts'
import { trailKeys } from './trail-keys.ts'

/** A server that answers. */
export interface RunningServer {
  readonly url: string
  readonly stop: () => Promise<void>
}

const root = new URL('../../', import.meta.url)
const webDir = fileURLToPath(new URL('dist/web/', root))

/** Opens everything in its order: database, schema, keys, kernel, demo company, HTTP. What was opened is closed on failure. */
export const openServer = async (
  asked: StartArguments,
  claim: ClaimedFolder,
  log: Logger,
  onLost: (error: unknown) => void,
  signal?: AbortSignal,
): Promise<RunningServer> => {
  const settings = mailSettings(process.env)
  const database = await openDatabase({
    dataDir: claim.path,
    claim,
    databaseUrl: asked.databaseUrl,
    log: sentence => log.warn(sentence),
    onLost,
  })
  try {
    await migrate(database.adminPool, schemaSources(procedures))
    const secret = await sessionSecret(claim.path)
    const kernel = kernelOn(database, await trailKeys(claim.path, database.pool), secret)
    const demoPassword = await demoCompany(asked, database, kernel, claim.path, log, signal)
    const listening = { url: 'http://localhost' }
    const parts = await putTogether(claim.path, database, secret, kernel, demoPassword, listening, log)
    const app = await buildApp(parts)
    const work = startRegularWork(kernel, database.pool, claim.path, error =>
      log.error({ err: error }, 'regular work failed'),
    )
    const mail: MailWork | null = settings && { settings, post: openPost(settings) }
    let jobs: RunningJobs | undefined
    const notifier = startNotifier(parts, mail !== null)
    const health = watchHealth(parts)
    const stop = async (): Promise<void> => {
      await app.close()
      await notifier.stop()
      await health.stop()
      await work.stop()
      await jobs?.stop()
      mail?.post.close()
      await closePress()
      await database.stop()
    }
    try {
      listening.url = await listen(app, asked)
      // links in letters name the address at which we listen, so letters go out after that
      jobs = await startJobs(database, joined([jobList(parts, mail, database), notifyJobs(parts, mail, notifier)]), log)
      return { url: listening.url, stop }
    } catch (error) {
      await app.close()
      await notifier.stop()
      await health.stop()
      await work.stop()
      throw error
    }
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** The kernel as the server runs it: the clock of the machine, real credentials. */
const kernelOn = (database: Database, keys: TrailKeys, secret: string): Kernel =>
  openKernel({
    pool: database.pool,
    db: openKysely(database.pool),
    registry: registry(procedures),
    words: { roleTitle },
    keys,
    verifyCredential: credentialVerifier(database.pool, secret),
  })

const putTogether = async (
  dataDir: string,
  database: Database,
  secret: string,
  kernel: Kernel,
  demoPassword: string | null,
  listening: { readonly url: string },
  log: Logger,
): Promise<ServerParts> => {
  const publicUrl = publicAddress(process.env.BIHUAN_PUBLIC_URL)
  const library = await openSignInLibrary({
    pool: database.openPool({ as: 'app', max: 4, values: 'driver' }),
    secret,
    https: isHttps({ publicUrl }),
  })
  const { pool } = database
  const own = ownNetworks(process.env.BIHUAN_OWN_NETWORKS)
  const requests = Number(process.env.BIHUAN_REQUESTS_PER_MINUTE)
  const sights = new Sights(kernel)
  return {
    kernel,
    pool,
    library,
    sessions: new SessionActors(pool, secret, library.cookieName, sights),
    apiKeys: new ApiKeyActors(pool, sights),
    links: openLinks(secret, () => publicUrl?.href ?? listening.url),
    outgoing: { seal: openSecretSeal(secret, own), own },
    dataDir,
    webDir,
    publicUrl,
    demoPassword,
    version: await ownVersion(),
    limits: { ...USUAL_LIMITS, ...(requests > 0 && { requests }) },
    log,
    operations: {
      queue: () => queueState(database.adminPool),
      mailHost: mailHost(),
      backupFolder: backupDir(dataDir),
    },
  }
}

const mailHost = (): string | null => {
  const set = mailSettings(process.env)
  return set && new URL(set.smtpUrl).host
}

const publicAddress = (value: string | undefined): URL | null => {
  if (!value) return null
  const url = URL.parse(value)
  if (url !== null && /^https?:$/.test(url.protocol)) return url
  throw new CannotStart({
    zh: `BIHUAN_PUBLIC_URL 应为完整网址，例如 https://qms.example.cn，现为“${value}”。`,
    en: `BIHUAN_PUBLIC_URL is a whole address such as https://qms.example.cn, not "${value}".`,
  })
}

const ownVersion = async (): Promise<string> =>
  (JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as { version: string }).version

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|::1|\[::1\])$/

/**
 * Fills an empty database with the demo company unless `--empty` was given. Answers the password of the demo accounts when
 * this is a demo, else null.
 * @throws CannotStart when a demo is asked to listen on an address that others reach
 */
const demoCompany = async (
  asked: StartArguments,
  database: Database,
  kernel: Kernel,
  dataDir: string,
  log: Logger,
  signal: AbortSignal | undefined,
): Promise<string | null> => {
  const { rows } = await database.pool.query<{ demo: boolean }>('select demo from company')
  // Broken off by the power or by kill -9: what was filled in until then is no company.
  if (rows.length === 0) await clearUnfinishedDemo(database.adminPool)
  const fresh = rows.length === 0 && !asked.empty
  if (!fresh && !rows[0]?.demo) return null
  if (!LOOPBACK.test(asked.host))
    throw new CannotStart({
      zh: `演示公司的账号和密码是公开的，只能在本机使用，不能监听 ${asked.host}。请去掉 --host；正式使用请加 --empty 并另用一个数据文件夹。`,
      en: `The accounts of the demo company are public, so it answers on this machine only and not on ${asked.host}. Leave --host out; for real use start with --empty on a data folder of its own.`,
    })
  const seed = new URL('../demo/seed-demo.ts', import.meta.url)
  if (!existsSync(seed)) return null
  const { demoPassword, seedDemo } = await import(seed.href)
  if (fresh) {
    const begun = performance.now()
    const { steps, broken } = await seedDemo(
      kernel,
      database,
      undefined,
      signal,
      (sha256: string, content: Uint8Array) => keepContent(dataDir, sha256, content),
    )
    log.info(
      { seconds: (performance.now() - begun) / 1_000, steps, broken: broken.map(String) },
      'filled the demo company',
    )
  }
  return demoPassword
}

/** Listens and answers the address under which people reach it. */
const listen = async (app: FastifyInstance, { host, port }: StartArguments): Promise<string> => {
  try {
    await app.listen({ host, port })
  } catch (error) {
    throw explainListenProblem(error, { host, port })
  }
  const { port: taken } = app.server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`
}

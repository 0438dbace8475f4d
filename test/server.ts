/** The HTTP server on a fresh database with the named company, for tests that send requests. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { pino } from 'pino'
import type { Procedure } from '../src/kernel/procedure.ts'
import { buildApp } from '../src/server/app.ts'
import { createAccount } from '../src/server/auth/account.ts'
import { ApiKeyActors } from '../src/server/auth/api-key.ts'
import { credentialVerifier } from '../src/server/auth/credential.ts'
import { SessionActors } from '../src/server/auth/session-actor.ts'
import { openSignInLibrary } from '../src/server/auth/sign-in-library.ts'
import { openPool } from '../src/server/database/pool.ts'
import { Sights } from '../src/server/inspection/open-sight.ts'
import { ownNetworks } from '../src/server/notify/networks.ts'
import { openSecretSeal } from '../src/server/notify/sealed-secret.ts'
import { openLinks } from '../src/server/outside/link.ts'
import { type ServerParts, USUAL_LIMITS } from '../src/server/parts.ts'
import { PASSWORD, type TestKernel, testKernel } from './kernel.ts'

/** Signs cookies in tests. */
export const SECRET = 'a secret of tests, long enough to sign with'

/** A server without a port, and the hands to use it. */
export interface TestServer {
  readonly company: TestKernel
  readonly app: FastifyInstance
  readonly parts: ServerParts
  readonly dataDir: string
  /** Sends a request; a JSON body is given as `payload`. */
  send(options: InjectOptions): Promise<LightMyRequestResponse>
  /** Gives the person an account and signs in; answers the `Cookie` header. */
  signIn(username: string, password?: string): Promise<string>
  close(): Promise<void>
}

/** Starts the server on a fresh database. */
export async function testServer(
  procedures: readonly Procedure[],
  { schema = '', ...over }: Partial<ServerParts> & { readonly schema?: string } = {},
): Promise<TestServer> {
  const company = await testKernel(procedures, { schema })
  const { pool } = company.database
  const dataDir = await mkdtemp(join(tmpdir(), 'bihuan-server-'))
  const driverPool = openPool(company.database.url, { max: 2, values: 'driver' })
  const library = await openSignInLibrary({ pool: driverPool, secret: SECRET, https: false })
  const sights = new Sights(company.kernel)
  const parts: ServerParts = {
    kernel: { ...company.kernel, verifyCredential: credentialVerifier(pool, SECRET) },
    pool,
    library,
    sessions: new SessionActors(pool, SECRET, library.cookieName, sights),
    apiKeys: new ApiKeyActors(pool, sights),
    links: openLinks(SECRET, () => 'http://localhost'),
    outgoing: { seal: openSecretSeal(SECRET, ownNetworks('')), own: ownNetworks('') },
    dataDir,
    webDir: join(dataDir, 'web'),
    publicUrl: null,
    demoPassword: null,
    version: '0.0.0',
    limits: USUAL_LIMITS,
    operations: { queue: async () => null, mailHost: null, backupFolder: join(dataDir, 'backups') },
    log: pino({ level: process.env.BIHUAN_LOG_LEVEL ?? 'silent' }),
    ...over,
  }
  const app = await buildApp(parts)
  const send = (options: InjectOptions): Promise<LightMyRequestResponse> => app.inject(options)
  return {
    company,
    app,
    parts,
    dataDir,
    send,
    signIn: async (username, password = PASSWORD) => {
      const person = company.as(username)
      const { rows } = await pool.query('select 1 from auth_user where id = $1', [person.id])
      if (rows.length === 0) await createAccount(pool, person.id, username, password)
      const answer = await send({
        method: 'POST',
        url: '/api/auth/sign-in/username',
        payload: { username, password },
      })
      if (answer.statusCode !== 200) throw new Error(`${username} could not sign in: ${answer.body}`)
      return cookiesOf(answer)
    },
    close: async () => {
      await app.close()
      await driverPool.end()
      await company.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The cookies that an answer sets, as the header that a browser sends back. */
export const cookiesOf = (answer: LightMyRequestResponse): string =>
  answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')

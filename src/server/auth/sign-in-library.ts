import { randomUUID } from 'node:crypto'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { twoFactor, username } from 'better-auth/plugins'
import { openKysely } from '../database/kysely.ts'
import type { Pool } from '../database/pool.ts'
import { hashPassword, isPassword, SHORTEST_PASSWORD } from './password.ts'

/** Header in which the library is told the address of the person; set by us on the request that we hand it. */
export const ADDRESS_HEADER = 'x-bihuan-address'
/** Path under which the library answers. */
export const AUTH_PATH = '/api/auth'
const DAY = 86_400
/** Seconds for which a sign-in holds where the person asked to be remembered; otherwise it holds one day at most. */
const SESSION_SECONDS = 7 * DAY

export interface SignInLibraryOptions {
  /** Connections whose values are the driver's own: the library reads dates. */
  readonly pool: Pool
  /** Signs cookies and encrypts TOTP secrets; at least 32 characters. */
  readonly secret: string
  /** The product is reached over https: cookies are Secure. */
  readonly https: boolean
}

/**
 * The library that keeps sessions and second factors. It sees no names: a person signs in under the person's id, which our
 * route looks up. Its own rate limit and origin check are off, because both are done for every route before it is called.
 */
const optionsOf = ({ pool, secret, https }: SignInLibraryOptions) =>
  ({
    appName: 'Bihuan',
    baseURL: https ? 'https://bihuan.invalid' : 'http://bihuan.invalid',
    basePath: AUTH_PATH,
    secret,
    database: { db: openKysely(pool), type: 'postgres' },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: 200,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    user: { modelName: 'authUser' },
    session: { modelName: 'authSession', expiresIn: SESSION_SECONDS, disableSessionRefresh: true },
    account: { modelName: 'authAccount' },
    verification: { modelName: 'authVerification' },
    advanced: {
      cookiePrefix: 'bihuan',
      useSecureCookies: https,
      disableCSRFCheck: true,
      disableOriginCheck: true,
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
    },
    plugins: [
      username({ displayUsername: false, minUsernameLength: 1, maxUsernameLength: 64, usernameValidator: () => true }),
      twoFactor({ issuer: 'Bihuan', twoFactorTable: 'authTwoFactor' }),
    ],
  }) satisfies BetterAuthOptions

/** What the rest of the server uses of the library. */
export interface SignInLibrary {
  readonly handler: (request: Request) => Promise<Response>
  readonly cookieName: string
}

/** Starts the library. */
export const openSignInLibrary = async (options: SignInLibraryOptions): Promise<SignInLibrary> => {
  const library = betterAuth(optionsOf(options))
  const context = await library.$context
  return { handler: library.handler, cookieName: context.authCookies.sessionToken.name }
}

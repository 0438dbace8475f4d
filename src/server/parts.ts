import type { FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Kernel } from '../kernel/kernel.ts'
import type { ApiKeyActors } from './auth/api-key.ts'
import type { SessionActors } from './auth/session-actor.ts'
import type { SignInLibrary } from './auth/sign-in-library.ts'
import type { Pool } from './database/pool.ts'
import type { QueueState } from './health/queue-state.ts'
import type { OwnNetworks } from './notify/networks.ts'
import type { SecretSeal } from './notify/sealed-secret.ts'
import type { Links } from './outside/link.ts'

/** Most requests per minute, counted for each person or, before sign-in, each address. */
export interface RequestLimits {
  /** All of the API. */
  readonly requests: number
  /** Sign-in and what else tests a credential. */
  readonly signIn: number
}

/** Limits where nothing else is set. */
export const USUAL_LIMITS: RequestLimits = { requests: 3_000, signIn: 60 }

/** Where the health of the server is read, beyond what the application role may see. */
export interface Operations {
  readonly queue: () => Promise<QueueState | null>
  /** Host of the mail server; null without one. */
  readonly mailHost: string | null
  readonly backupFolder: string
}

/** What the routes work with; put together once when the server starts. */
export interface ServerParts {
  readonly kernel: Kernel
  readonly pool: Pool
  readonly library: SignInLibrary
  readonly sessions: SessionActors
  readonly apiKeys: ApiKeyActors
  /** Links for people without an account. */
  readonly links: Links
  /** Absolute path of the data folder: attachments lie in it. */
  readonly dataDir: string
  /** Folder of the built web client. */
  readonly webDir: string
  /** Address under which people reach the product when a proxy stands before it, e.g. `https://qms.example.cn`. */
  readonly publicUrl: URL | null
  /** Password of the demo accounts in demo mode, else null. */
  readonly demoPassword: string | null
  readonly version: string
  readonly limits: RequestLimits
  readonly log: Logger
  /** How secrets of channels are kept, and which networks notifications may reach. */
  readonly outgoing: { readonly seal: SecretSeal; readonly own: OwnNetworks }
  /** What those who look after the server see of it. */
  readonly operations: Operations
}

/** Whether people reach the product over https. */
export const isHttps = (parts: Pick<ServerParts, 'publicUrl'>): boolean => parts.publicUrl?.protocol === 'https:'

/** Route options for what tests a credential: few requests a minute from one address, whatever cookies they carry. */
export const credentialLimit = ({ limits }: Pick<ServerParts, 'limits'>) => ({
  config: {
    rateLimit: { max: limits.signIn, timeWindow: '1 minute', keyGenerator: (request: FastifyRequest) => request.ip },
  },
})

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Actor } from '../../kernel/person.ts'
import type { Pool } from '../database/pool.ts'
import type { Sights } from '../inspection/open-sight.ts'
import { HELD_FOR, rolesHeld } from './deputy-roles.ts'
import { ShortMemory } from './short-memory.ts'

/** A session that holds, and whose it is. */
export interface SignedIn {
  readonly actor: Actor
  readonly sessionId: string
  readonly expiresAt: string
}

/** How long an answer is kept, in milliseconds: a revoked session or a changed role takes effect within this time. */
const REMEMBERED_MS = 2_000

interface Row {
  readonly session_id: string
  readonly expires_at: string
  readonly id: string
  readonly name: string
  readonly username: string
  readonly roles: string[]
  readonly site_id: string
  readonly held_for: Parameters<typeof rolesHeld>[1]
  readonly inspection: Parameters<Sights['of']>[1]
}

const lookUp = (sights: Sights) => ({
  name: 'session-actor',
  text: `select s.id as session_id, s.expires_at, p.id, p.name, p.username, p.roles, p.site_id, ${HELD_FOR},
      ${sights.column('$2')}
    from auth_session s join person p on p.id = s.user_id
    where s.token = $1 and s.expires_at > now() and p.state = 'active'`,
})

/** Reads who is signed in from the cookie that the sign-in library set; one prepared query, on every request. */
export class SessionActors {
  readonly #pool: Pool
  readonly #secret: string
  readonly #cookieName: string
  readonly #memory = new ShortMemory<SignedIn>(REMEMBERED_MS)
  readonly #sights: Sights
  readonly #lookUp: ReturnType<typeof lookUp>

  constructor(pool: Pool, secret: string, cookieName: string, sights: Sights) {
    this.#sights = sights
    this.#lookUp = lookUp(sights)
    this.#pool = pool
    this.#secret = secret
    this.#cookieName = cookieName
  }

  /** The session token of a `Cookie` header, if we signed it; the session may have ended since. */
  tokenIn(cookieHeader: string | undefined): string | null {
    return sessionToken(cookieHeader, this.#cookieName, this.#secret)
  }

  /** The session of a `Cookie` header; null when there is none that holds. */
  async of(cookieHeader: string | undefined): Promise<SignedIn | null> {
    const token = this.tokenIn(cookieHeader)
    if (token === null) return null
    const known = this.#memory.get(token)
    if (known) return known.expiresAt > new Date().toISOString() ? known : null
    const { rows } = await this.#pool.query<Row>({ ...this.#lookUp, values: [token, this.#sights.now()] })
    const row = rows[0]
    if (!row) return null
    const signedIn: SignedIn = {
      sessionId: row.session_id,
      expiresAt: row.expires_at,
      actor: {
        id: row.id,
        name: row.name,
        username: row.username,
        ...rolesHeld(row.roles, row.held_for),
        ...this.#sights.of(row.roles, row.inspection),
        siteId: row.site_id,
        via: 'session',
      },
    }
    this.#memory.set(token, signedIn)
    return signedIn
  }

  /** Forgets all answers at once, after a session was ended by this server. */
  forget(): void {
    this.#memory.clear()
  }
}

/**
 * The session token of a `Cookie` header, if its signature holds. The library writes `<token>.<signature>`, URL-encoded;
 * the signature is the Base64 of HMAC-SHA256 over the token.
 */
const sessionToken = (header: string | undefined, name: string, secret: string): string | null => {
  if (header === undefined) return null
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    if (at < 0 || part.slice(0, at).trim() !== name) continue
    const value = decoded(part.slice(at + 1).trim())
    const dot = value.lastIndexOf('.')
    if (dot < 1) return null
    const token = value.slice(0, dot)
    const given = Buffer.from(value.slice(dot + 1), 'base64')
    const expected = createHmac('sha256', secret).update(token).digest()
    return given.length === expected.length && timingSafeEqual(given, expected) ? token : null
  }
  return null
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}

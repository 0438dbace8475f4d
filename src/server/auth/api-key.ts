import { hash, randomBytes, randomUUID } from 'node:crypto'
import { inScope } from '../../kernel/decide.ts'
import type { Actor } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { Pool } from '../database/pool.ts'
import type { Sights } from '../inspection/open-sight.ts'
import { HELD_FOR, rolesHeld } from './deputy-roles.ts'
import { ShortMemory } from './short-memory.ts'

/** An API key as it is listed; the token is not among it. */
export interface ApiKeyRow {
  readonly id: string
  readonly personId: string
  readonly name: string
  readonly hint: string
  readonly scopes: readonly string[]
  readonly createdAt: string
  readonly expiresAt: string
  readonly lastUsedOn: string | null
  readonly revokedAt: string | null
}

/** What a new key is to be. */
export interface NewApiKey {
  /** Its id, where the caller must know it before; otherwise one is made. */
  readonly id?: string
  readonly personId: string
  readonly name: string
  /** `complaint.open`, `complaint.*`, `read:complaint.*`, `read:*`, `metrics`. */
  readonly scopes: readonly string[]
  readonly expiresAt: string
  readonly createdBy: string
}

const sha256 = (token: string): string => hash('sha256', token, 'hex')

/** A connection or a pool: whatever runs a query. */
type Queryable = Pick<Pool, 'query'>

/** Issues a key. The token is answered this one time; only its SHA-256 is stored. */
export const issueApiKey = async (
  database: Queryable,
  key: NewApiKey,
): Promise<{ readonly id: string; readonly token: string }> => {
  const id = key.id ?? randomUUID()
  const token = `bh_${randomBytes(32).toString('base64url')}`
  await database.query(
    `insert into api_key (id, person_id, name, hint, token_hash, scopes, created_at, created_by, expires_at)
     values ($1, $2, $3, $4, $5, $6, now(), $7, $8)`,
    [id, key.personId, key.name, token.slice(0, 9), sha256(token), key.scopes, key.createdBy, key.expiresAt],
  )
  return { id, token }
}

/** Ends a key; false when there is none that could be ended. */
export const revokeApiKey = async (database: Queryable, id: string, revokedBy: string): Promise<boolean> => {
  const { rowCount } = await database.query(
    'update api_key set revoked_at = now(), revoked_by = $2 where id = $1 and revoked_at is null',
    [id, revokedBy],
  )
  return rowCount === 1
}

/** All keys, of one person where asked, the newest first. */
export const listApiKeys = async (database: Queryable, personId?: string): Promise<ApiKeyRow[]> => {
  const { rows } = await database.query<ApiKeyRow>(
    `select id, person_id as "personId", name, hint, scopes, created_at as "createdAt", expires_at as "expiresAt",
       last_used_on as "lastUsedOn", revoked_at as "revokedAt"
     from api_key where $1::uuid is null or person_id = $1 order by created_at desc`,
    [personId ?? null],
  )
  return rows
}

const lookUp = (sights: Sights) => ({
  name: 'api-key-actor',
  text: `select k.id as key_id, k.scopes, k.last_used_on is distinct from current_date as first_today,
      p.id, p.name, p.username, p.roles, p.site_id, ${HELD_FOR}, ${sights.column('$2')}
    from api_key k join person p on p.id = k.person_id
    where k.token_hash = $1 and k.revoked_at is null and k.expires_at > now() and p.state = 'active'`,
})

interface Row {
  readonly key_id: string
  readonly scopes: string[]
  readonly first_today: boolean
  readonly id: string
  readonly name: string
  readonly username: string
  readonly roles: string[]
  readonly site_id: string
  readonly held_for: Parameters<typeof rolesHeld>[1]
  readonly inspection: Parameters<Sights['of']>[1]
}

/** Reads who acts from the token of an API key; kept for two seconds, after which a revoked key is refused. */
export class ApiKeyActors {
  readonly #pool: Pool
  readonly #memory = new ShortMemory<Actor>(2_000)

  readonly #sights: Sights
  readonly #lookUp: ReturnType<typeof lookUp>

  constructor(pool: Pool, sights: Sights) {
    this.#sights = sights
    this.#lookUp = lookUp(sights)
    this.#pool = pool
  }

  /** The person behind a token; null when the key is unknown, ended or expired, or the person is not active. */
  async of(token: string): Promise<Actor | null> {
    const hashed = sha256(token)
    const known = this.#memory.get(hashed)
    if (known) return known
    const { rows } = await this.#pool.query<Row>({ ...this.#lookUp, values: [hashed, this.#sights.now()] })
    const row = rows[0]
    if (!row) return null
    if (row.first_today)
      await this.#pool.query('update api_key set last_used_on = current_date where id = $1', [row.key_id])
    const actor: Actor = {
      id: row.id,
      name: row.name,
      username: row.username,
      ...rolesHeld(row.roles, row.held_for),
      ...this.#sights.of(row.roles, row.inspection),
      siteId: row.site_id,
      via: 'api-key',
      scopes: row.scopes,
    }
    this.#memory.set(hashed, actor)
    return actor
  }

  /** Forgets all answers at once, after a key was revoked by this server. */
  forget(): void {
    this.#memory.clear()
  }
}

/** Why an actor may not read `name` (`complaint.ledger`); null for sessions and for keys whose scopes cover it. */
export const readScopeRefusal = (actor: Actor, name: string): Refusal | null => {
  const { scopes } = actor
  if (scopes === undefined || scopes.includes('read:*') || inScope(scopes, `read:${name}`)) return null
  return refuse(
    'scope',
    {
      zh: `此接口密钥未获准读取 ${name}，请管理员把 read:${name} 加入密钥的范围。`,
      en: `This API key may not read ${name}: ask an administrator to add read:${name} to its scopes.`,
    },
    { kind: 'forbidden' },
  )
}

import { hash, randomBytes } from 'node:crypto'
import type { Kernel } from '../../kernel/kernel.ts'
import { recordsOf } from '../../kernel/listed-records.ts'
import { sees } from '../../kernel/mask.ts'
import type { Actor } from '../../kernel/person.ts'
import { policyBook } from '../../kernel/policy.ts'
import { addDays, dayOf, type Instant } from '../../kernel/time.ts'
import type { ShownTurn } from '../../procedures/duty/shown-turns.ts'
import { HELD_FOR, rolesHeld } from '../auth/deputy-roles.ts'
import type { Pool } from '../database/pool.ts'

const sha256 = (token: string): string => hash('sha256', token, 'hex')

type Queryable = Pick<Pool, 'query'>

/** Opens a person's feed under a new secret address; an address of before is closed. The secret is answered this one time. */
export const openFeed = async (database: Queryable, id: string, personId: string, now: Instant): Promise<string> => {
  const token = randomBytes(24).toString('base64url')
  await closeFeed(database, personId, now)
  await database.query('insert into calendar_feed (id, person_id, token_hash, created_at) values ($1, $2, $3, $4)', [
    id,
    personId,
    sha256(token),
    now,
  ])
  return token
}

/** Closes a person's feed; false when there is none. */
export const closeFeed = async (database: Queryable, personId: string, now: Instant): Promise<boolean> => {
  const { rowCount } = await database.query(
    'update calendar_feed set revoked_at = $2 where person_id = $1 and revoked_at is null',
    [personId, now],
  )
  return rowCount === 1
}

/** Since when a person's feed is open, and when a calendar last read it; null for none. */
export const feedOf = async (
  database: Queryable,
  personId: string,
): Promise<{ readonly createdAt: string; readonly lastReadOn: string | null } | null> => {
  const { rows } = await database.query<{ createdAt: string; lastReadOn: string | null }>(
    `select created_at as "createdAt", last_read_on as "lastReadOn" from calendar_feed
     where person_id = $1 and revoked_at is null`,
    [personId],
  )
  return rows[0] ?? null
}

interface Reader {
  readonly feed_id: string
  readonly first_today: boolean
  readonly id: string
  readonly name: string
  readonly username: string
  readonly roles: string[]
  readonly site_id: string
  readonly held_for: Parameters<typeof rolesHeld>[1]
}

/**
 * Whose feed an address is; null when it is closed, unknown, the person has left, or is an inspector of the authority by now, whose
 * every look stands in the trail.
 */
export const feedReader = async (database: Queryable, token: string): Promise<Actor | null> => {
  const { rows } = await database.query<Reader>(
    `select f.id as feed_id, f.last_read_on is distinct from current_date as first_today,
       p.id, p.name, p.username, p.roles, p.site_id, ${HELD_FOR}
     from calendar_feed f join person p on p.id = f.person_id
     where f.token_hash = $1 and f.revoked_at is null and p.state = 'active'
       and not 'authority-inspector' = any(p.roles)`,
    [sha256(token)],
  )
  const row = rows[0]
  if (!row) return null
  if (row.first_today)
    await database.query('update calendar_feed set last_read_on = current_date where id = $1', [row.feed_id])
  const { id, name, username } = row
  return { id, name, username, ...rolesHeld(row.roles, row.held_for), siteId: row.site_id, via: 'api-key', scopes: [] }
}

/** A clock as a calendar shows it: what, of which record, until when. Names of people and goods stay in the product. */
export interface FeedClock {
  readonly id: string
  readonly title: string
  readonly procedure: string
  readonly number: string
  readonly dueAt: Instant
}

/** Days back and ahead that a feed covers. */
const BACK = 7
const AHEAD = 62
/** Most clocks of one feed. */
const MOST = 500

/** A person's own recurring work and open clocks. */
export async function feedContent(
  kernel: Kernel,
  actor: Actor,
): Promise<{ readonly turns: readonly ShownTurn[]; readonly clocks: readonly FeedClock[] }> {
  const now = kernel.clock.now()
  const today = dayOf(now, kernel.zone)
  const { policies } = await kernel.settings()
  const context = { actor, now, zone: kernel.zone, policy: policyBook(policies, now) }
  const read = kernel.registry.procedure('duty').queries.reads.turns
  const params = { from: addDays(today, -BACK), to: addDays(today, AHEAD), whose: 'mine' }
  const [turns, clocks] = await Promise.all([
    read ? (read.run(kernel.db, params, context) as Promise<readonly ShownTurn[]>) : [],
    kernel.pool.query<{ id: string; name: string; procedure: string; record_id: string; due_at: Instant }>(
      `select id, name, procedure, record_id, due_at from deadline
       where procedure <> 'duty' and met_at is null and cancelled_at is null
         and (owner_id = $1 or (owner_id is null and owner_role = any($2::text[])))
       order by due_at limit ${MOST}`,
      [actor.id, actor.roles],
    ),
  ])
  const numbers = await numbersOf(kernel, clocks.rows, actor)
  return {
    turns,
    clocks: clocks.rows.flatMap(row => {
      const number = numbers.get(row.record_id)
      if (!number) return []
      const declared = kernel.registry.procedure(row.procedure).deadlines.find(item => item.name === row.name)
      return [
        {
          id: row.id,
          title: declared?.title.zh ?? row.name,
          procedure: row.procedure,
          number,
          dueAt: row.due_at,
        },
      ]
    }),
  }
}

/** Numbers of the records that the person may see, one query for each procedure. */
async function numbersOf(
  kernel: Kernel,
  rows: readonly { readonly procedure: string; readonly record_id: string }[],
  actor: Actor,
): Promise<ReadonlyMap<string, string>> {
  const records = await recordsOf(
    kernel,
    rows
      .filter(row => kernel.registry.has(row.procedure))
      .map(row => ({ procedure: row.procedure, recordId: row.record_id })),
  )
  return new Map(
    rows.flatMap(({ procedure, record_id }) => {
      const record = records.get(record_id)
      return record && sees(kernel.registry.procedure(procedure).record, record, actor)
        ? [[record.id, record.number]]
        : []
    }),
  )
}

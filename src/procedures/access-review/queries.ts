import { sql } from 'kysely'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { signaturesOf } from '../../vocabulary/given-signature.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { RoleId } from '../../vocabulary/role.ts'
import type { AccessReviewLine, AccessReviewRow } from './access-review.ts'
import { EMPTY_REVIEW, type ReviewView } from './forms/view.ts'

/** An account as the review finds it. */
export interface Account {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly department: string
  readonly state: string
  readonly roles: readonly RoleId[]
  readonly lastSignIn: string | null
  readonly lastChange: string | null
}

/** What somebody holds at this moment. */
export interface Holding {
  readonly state: string
  readonly roles: readonly RoleId[]
}

const lines: FactQuery<readonly AccessReviewLine[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const rows = (await db
    .selectFrom('accessReviewLine')
    .selectAll()
    .where('accessReviewId', 'in', [...ids])
    .orderBy('place')
    .execute()) as AccessReviewLine[]
  return Map.groupBy(rows, row => row.accessReviewId)
}

/** What the printed form shows. */
const paper: FactQuery<ReviewView> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [rows, all, signatures] = await Promise.all([
    db
      .selectFrom('accessReview')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute(),
    lines(db, ids),
    signaturesOf(db, ids),
  ])
  return new Map(
    rows.map(({ searchText: _, ...row }) => {
      const record = row as unknown as AccessReviewRow
      const signed = (signatures.get(record.id) ?? []).map(({ meaning, role, name, at, hash }) => ({
        meaning,
        role,
        name,
        at,
        hash,
      }))
      return [record.id, { record, lines: all.get(record.id) ?? [], signed }]
    }),
  )
}

export const queries = {
  facts: {
    lines: { read: lines, none: [] as readonly AccessReviewLine[] },
    paper: { read: paper, none: EMPTY_REVIEW },
  },
  finds: {
    /** Every account of the site, with when it was last used and when its permissions last changed. */
    accounts: async (db: AnyDatabase, { actor }: { actor: { siteId: string } }): Promise<readonly Account[]> => {
      const { rows } = await sql<Account>`
        select p.id, p.number, p.name, p.department, p.state, p.roles,
          (select t.at from trail t where t.actor_id = p.id and t.command = 'access.sign-in' and t.outcome = 'accepted'
            order by t.seq desc limit 1) as last_sign_in,
          (select max(c.at) from permission_change c where c.person_id = p.id) as last_change
        from person p
        where p.site_id = ${actor.siteId} and (p.state = 'active' or cardinality(p.roles) > 0)
        order by p.department, p.number limit 2000`.execute(db)
      return rows
    },
    /** What the people of the review hold now: since it began, roles may have gone. */
    holdings: async (
      db: AnyDatabase,
      { record }: { record?: AccessReviewRow },
    ): Promise<ReadonlyMap<string, Holding>> => {
      if (!record) return new Map()
      const rows = await db
        .selectFrom('person')
        .innerJoin('accessReviewLine', 'accessReviewLine.personId', 'person.id')
        .select(['person.id', 'person.state', 'person.roles'])
        .where('accessReviewLine.accessReviewId', '=', record.id)
        .execute()
      return new Map(rows.map(row => [row.id as string, row as unknown as Holding]))
    },
    /** The review of this half-year, if there is one. */
    sameHalfYear: async (
      db: AnyDatabase,
      { input, actor }: { input: { period: string }; actor: { siteId: string } },
    ): Promise<{ readonly number: string } | null> => {
      await holdName(db, `access-review/${actor.siteId}/${input.period}`)
      const row = await db
        .selectFrom('accessReview')
        .select('number')
        .where('siteId', '=', actor.siteId)
        .where('period', '=', input.period)
        .executeTakeFirst()
      return (row as { number: string } | undefined) ?? null
    },
  },
  reads: {},
} satisfies Queries

export type AccessReviewQueries = typeof queries

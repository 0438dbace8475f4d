import { sql } from 'kysely'
import type { AnyDatabase } from './queries.ts'

/** A record that came out of another one. */
export interface LinkedRecord {
  readonly id: string
  readonly number: string
  readonly state: string
}

/** What is looked for behind the links. */
export interface LinkedAsk {
  /** Name of the procedure whose records are meant. */
  readonly procedure: string
  /** Its table. */
  readonly table: string
  /** States in which nothing more is expected of anybody; such records are left out. */
  readonly ended: readonly string[]
}

/**
 * Kinds of link that are written by the record which came out of the other: a return names its complaint, goods and notices name
 * their cause. They are followed the other way round.
 */
const NAMES_ITS_CAUSE = ['complaint', 'cause']

const named = sql`${NAMES_ITS_CAUSE}::text[]`
const isNamed = `kind IN (${NAMES_ITS_CAUSE.map(kind => `'${kind}'`).join(', ')})`

/** Both ends of a row of `link`, the cause first, as SQL. */
export const CAUSE_FIRST = {
  cause: `CASE WHEN ${isNamed} THEN to_id ELSE from_id END`,
  came: `CASE WHEN ${isNamed} THEN from_id ELSE to_id END`,
} as const

/** What came of the record `id` of the chain, one link on, within SQL. */
const next = sql`(
  SELECT to_id AS id, to_procedure AS procedure FROM link WHERE from_id = chain.id AND NOT kind = ANY(${named})
  UNION ALL SELECT from_id, from_procedure FROM link WHERE to_id = chain.id AND kind = ANY(${named}))`

/** What led to the record `id` of the chain, one link back, within SQL. */
const before = sql`(
  SELECT from_id AS id, from_procedure AS procedure FROM link WHERE to_id = chain.id AND NOT kind = ANY(${named})
  UNION ALL SELECT to_id, to_procedure FROM link WHERE from_id = chain.id AND kind = ANY(${named}))`

/** So many links are followed from a record: complaint → stop-sale → nonconforming goods → destruction. */
const DEPTH = 4

/**
 * The records of one procedure that were started from each of the given ones, directly or through others, and are not ended.
 * Ids without any are left out of the answer. For gates such as "no closing of a complaint while its stop-sale is open".
 */
export async function openLinked(
  db: AnyDatabase,
  ids: readonly string[],
  { procedure, table, ended }: LinkedAsk,
): Promise<Map<string, LinkedRecord[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<LinkedRecord & { readonly root: string }>`
    WITH RECURSIVE chain (root, id, procedure, depth) AS (
      SELECT asked.id, asked.id, '', 0 FROM unnest(${[...new Set(ids)]}::uuid[]) AS asked (id)
      UNION
      SELECT chain.root, step.id, step.procedure, chain.depth + 1
      FROM chain JOIN LATERAL ${next} AS step ON true
      WHERE chain.depth < ${DEPTH})
    SELECT DISTINCT chain.root, record.id, record.number, record.state
    FROM chain JOIN ${sql.table(table)} AS record ON record.id = chain.id
    WHERE chain.procedure = ${procedure} AND record.id <> chain.root AND record.state <> ALL(${[...ended]}::text[])
    ORDER BY record.number`.execute(db)
  const linked = new Map<string, LinkedRecord[]>()
  for (const { root, id, number, state } of rows) {
    const list = linked.get(root) ?? []
    list.push({ id, number, state })
    linked.set(root, list)
  }
  return linked
}

/** A record at the end of a link. */
export interface LinkEnd {
  readonly procedure: string
  readonly id: string
}

/** A circle of links ends here, and so does a chain that nobody could read. */
const FARTHEST = 12
/** Most records that one walk along links answers. */
export const MOST_LINKED = 600

/** The records that these came from, directly or through others; they themselves are left out. */
export const linkedBack = (db: AnyDatabase, ids: readonly string[]): Promise<LinkEnd[]> => walk(db, ids, 'back')

/** The records that these led to, directly or through others; they themselves are left out. */
export const linkedOn = (db: AnyDatabase, ids: readonly string[]): Promise<LinkEnd[]> => walk(db, ids, 'on')

/** What these came from and what they led to. */
export async function linkedAround(db: AnyDatabase, ids: readonly string[]): Promise<LinkEnd[]> {
  const [back, on] = await Promise.all([linkedBack(db, ids), linkedOn(db, ids)])
  return [...new Map([...back, ...on].map(end => [end.id, end])).values()]
}

async function walk(db: AnyDatabase, ids: readonly string[], way: 'back' | 'on'): Promise<LinkEnd[]> {
  if (ids.length === 0) return []
  const given = sql`${[...new Set(ids)]}::uuid[]`
  const { rows } = await sql<LinkEnd>`
    WITH RECURSIVE chain (id, procedure, depth) AS (
      SELECT asked.id, '', 0 FROM unnest(${given}) AS asked (id)
      UNION
      SELECT step.id, step.procedure, chain.depth + 1
      FROM chain JOIN LATERAL ${way === 'on' ? next : before} AS step ON true
      WHERE chain.depth < ${FARTHEST})
    SELECT id, procedure FROM chain WHERE NOT id = ANY(${given}) GROUP BY id, procedure
    ORDER BY min(depth), id LIMIT ${MOST_LINKED}`.execute(db)
  return rows
}

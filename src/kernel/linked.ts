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

/** A link as it leads from a cause to what came of it, within SQL: columns `led` and `came`. */
const led = (swapped: boolean) => (swapped ? 'to' : 'from')

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
      SELECT from_id, to_id, to_procedure, 1 FROM link WHERE from_id = ANY(${[...new Set(ids)]}::uuid[])
      UNION
      SELECT chain.root, link.to_id, link.to_procedure, chain.depth + 1
      FROM chain JOIN link ON link.from_id = chain.id
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
  const [here, there] = way === 'on' ? ['from', 'to'] : ['to', 'from']
  const start = sql.ref(`link.${here}Id`)
  const end = sql.ref(`link.${there}Id`)
  const procedure = sql.ref(`link.${there}Procedure`)
  const given = sql`${[...new Set(ids)]}::uuid[]`
  const { rows } = await sql<LinkEnd>`
    WITH RECURSIVE chain (id, procedure, depth) AS (
      SELECT ${end}, ${procedure}, 1 FROM link WHERE ${start} = ANY(${given})
      UNION
      SELECT ${end}, ${procedure}, chain.depth + 1 FROM chain JOIN link ON ${start} = chain.id
      WHERE chain.depth < ${FARTHEST})
    SELECT id, procedure FROM chain WHERE NOT id = ANY(${given}) GROUP BY id, procedure
    ORDER BY min(depth), id LIMIT ${MOST_LINKED}`.execute(db)
  return rows
}

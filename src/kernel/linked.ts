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

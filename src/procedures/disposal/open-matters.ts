import { sql } from 'kysely'
import type { Procedure } from '../../kernel/procedure.ts'
import type { AnyDatabase } from '../../kernel/queries.ts'

/** So many links are followed from a record, in either direction. */
const DEPTH = 3

/** Numbers of records that are linked with each of these, directly or through others, and are not settled. */
export async function openMatters(
  db: AnyDatabase,
  procedures: readonly Procedure[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const { rows } = await sql<{ root: string; id: string; procedure: string }>`
    with recursive walk (root, id, procedure, depth) as (
      select asked.id, asked.id, '', 0 from unnest(${[...ids]}::uuid[]) as asked (id)
      union
      select walk.root, step.id, step.procedure, walk.depth + 1
      from walk join lateral (
        select to_id as id, to_procedure as procedure from link where from_id = walk.id
        union all select from_id, from_procedure from link where to_id = walk.id) as step on true
      where walk.depth < ${DEPTH})
    select distinct root, id, procedure from walk where id <> root`.execute(db)
  const found = new Map<string, string[]>()
  await Promise.all(
    [...Map.groupBy(rows, row => row.procedure)].map(async ([name, ends]) => {
      const record = procedures.find(item => item.name === name)?.record
      if (!record) return
      const final = Object.entries(record.states).flatMap(([state, meaning]) => (meaning.final ? [state] : []))
      // master data is never settled: it is no matter that could be open
      if (final.length === 0) return
      const open = await sql<{ id: string; number: string }>`
        select id, number from ${sql.table(record.table)}
        where id = any(${ends.map(end => end.id)}::uuid[]) and state <> all(${final}::text[])`.execute(db)
      const numbers = new Map(open.rows.map(row => [row.id, row.number]))
      for (const { root, id } of ends) {
        const number = numbers.get(id)
        if (number) found.set(root, [...(found.get(root) ?? []), number].toSorted())
      }
    }),
  )
  return found
}

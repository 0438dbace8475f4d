import type { Pool, PoolClient } from 'pg'

/** Rows of the demo company that are copied in turn; so many differ enough. */
const BASE = 200

/** Copies rows of the demo company, in turn, with other ids; `values` are SQL over the copy's number `n` and the row `b`. */
export async function copyRows(
  client: Pool | PoolClient,
  table: string,
  count: number,
  values: Readonly<Record<string, string>>,
  condition = 'true',
): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 ORDER BY ordinal_position`,
    [table],
  )
  const given: Readonly<Record<string, string>> = { id: 'gen_random_uuid()', ...values }
  const base = `(SELECT * FROM ${table} WHERE ${condition} ORDER BY id LIMIT ${BASE})`
  await client.query(
    `INSERT INTO ${table} (${rows.map(({ name }) => `"${name}"`).join(', ')})
     SELECT ${rows.map(({ name }) => given[name] ?? `b."${name}"`).join(', ')}
     FROM (SELECT n, 1 + n % (SELECT count(*) FROM ${base} AS base) AS pick FROM generate_series(1, ${count}) AS n) AS made
     JOIN (SELECT *, row_number() OVER () AS place FROM ${base} AS base) AS b ON b.place = made.pick`,
  )
}

/**
 * Takes the indexes of a table away, so that it is filled quickly; answers what builds those again that are `wanted`. What keeps
 * rows unique stays.
 */
export async function withoutIndexes(
  client: Pool | PoolClient,
  table: string,
  wanted: (definition: string) => boolean,
): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE tablename = $1 AND indexdef NOT LIKE '%UNIQUE%'`,
    [table],
  )
  for (const { name } of rows) await client.query(`DROP INDEX "${name}"`)
  return async () => {
    for (const { definition } of rows) if (wanted(definition)) await client.query(definition)
  }
}

/** Whether an index serves the search for words: minutes for a million rows, so that only who searches builds it. */
export const searches = (definition: string): boolean => definition.includes('USING gin')

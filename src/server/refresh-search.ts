import type { Kernel } from '../kernel/kernel.ts'
import { recordOf } from '../kernel/load.ts'
import { searchTextOf } from '../kernel/search-text.ts'

/** Raised when what the search looks through is put together differently; records of before are then gone through once. */
const MAKING = 2
const PAGE = 500

/**
 * Brings what the search looks through up to date for records of before this version, a page at a time and without haste; what
 * people change meanwhile is right already. Answers how many records were touched.
 */
export async function refreshSearch({ pool, registry }: Pick<Kernel, 'pool' | 'registry'>): Promise<number> {
  const { rows: made } = await pool.query<{ making: number }>('select making from search_making')
  if ((made[0]?.making ?? 1) >= MAKING) return 0
  let touched = 0
  for (const { record: type } of registry.procedures) {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const { rows } = await pool.query(`select * from "${type.table}" where id > $1 order by id limit $2`, [
        after,
        PAGE,
      ])
      const stale = rows.flatMap(row => {
        const search = searchTextOf(type, recordOf(row))
        return search === row.search_text ? [] : [{ id: row.id as string, version: row.version as number, search }]
      })
      if (stale.length > 0)
        await pool.query(
          `update "${type.table}" t set search_text = u.search
           from unnest($1::uuid[], $2::int[], $3::text[]) as u (id, version, search)
           where t.id = u.id and t.version = u.version`,
          [stale.map(item => item.id), stale.map(item => item.version), stale.map(item => item.search)],
        )
      touched += stale.length
      if (rows.length < PAGE) break
      after = rows.at(-1)?.id
    }
  }
  await pool.query(
    `insert into search_making (one, making) values (true, $1) on conflict (one) do update set making = excluded.making`,
    [MAKING],
  )
  return touched
}

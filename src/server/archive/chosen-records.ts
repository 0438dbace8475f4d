import { sql } from 'kysely'
import type { Kernel } from '../../kernel/kernel.ts'
import type { Actor } from '../../kernel/person.ts'
import type { Procedure } from '../../kernel/procedure.ts'
import { sightCondition } from '../../kernel/sight.ts'
import { type Day, endOfDay, startOfDay } from '../../kernel/time.ts'

/** Ids of the records that were made in a period, in the order of their numbers. */
export async function recordsMade(
  { pool, zone }: Pick<Kernel, 'pool' | 'zone'>,
  { record }: Procedure,
  from: Day,
  to: Day,
  most: number,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from "${record.table}" where created_at between $1 and $2 order by number limit $3`,
    [startOfDay(from, zone), endOfDay(to, zone), most],
  )
  return rows.map(row => row.id)
}

/** Ids of the records that lie in somebody's sight, in the order of their numbers. */
export async function recordsSeen(
  { db }: Pick<Kernel, 'db'>,
  { record }: Procedure,
  actor: Actor,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM ${sql.table(record.table)} WHERE ${sightCondition(record, actor)} ORDER BY number LIMIT ${most}`.execute(
    db,
  )
  return rows.map(row => row.id)
}

/** Bytes of the files of these records. */
export async function bytesOf({ pool }: Pick<Kernel, 'pool'>, ids: readonly string[]): Promise<number> {
  const { rows } = await pool.query<{ bytes: string | number }>(
    'select coalesce(sum(size), 0) as bytes from attachment where record_id = any($1::uuid[]) and erased_at is null',
    [ids],
  )
  return Number(rows[0]?.bytes ?? 0)
}

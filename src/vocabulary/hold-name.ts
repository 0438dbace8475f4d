import { sql } from 'kysely'
import type { AnyDatabase } from '../kernel/queries.ts'

/**
 * Lets nobody else look for the same name until the transaction ends, so that two steps cannot both find it free.
 * For look-ups inside a step; `name` says what it is a name of: `person.username/li-hua`.
 */
export const holdName = async (db: AnyDatabase, name: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 2))`.execute(db)
}

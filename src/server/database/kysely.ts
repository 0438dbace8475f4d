import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { Pool } from './pool.ts'

/**
 * The query builder on a pool: columns are snake_case in the database and camelCase here. Keys inside JSON values are
 * left alone, because they are data.
 */
export const openKysely = <Tables>(pool: Pool): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })

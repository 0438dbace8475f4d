import type { DutyPlace } from '../../kernel/duty.ts'
import type { AnyDatabase, Queries } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { dayOf, SITE_ZONE } from '../../kernel/time.ts'

/** Media in use, each to be read back once a year. */
const media = async (db: AnyDatabase): Promise<DutyPlace[]> => {
  const rows = await db
    .selectFrom('archive')
    .select(['id', 'number', 'label', 'siteId', 'createdAt'])
    .where('state', '<>', 'retired')
    .orderBy('number')
    .execute()
  return rows.map(row => ({
    key: row.id as string,
    title: text(`${row.number} ${row.label}`, `${row.number} ${row.label}`),
    siteId: row.siteId as string,
    since: dayOf(row.createdAt as string, SITE_ZONE),
  }))
}

/** All SQL of media, by name. */
export const queries = { facts: {}, finds: { media }, reads: {} } satisfies Queries

import { text } from '../../kernel/text.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import { TROUBLE_ROLES } from '../../vocabulary/notification-plan.ts'
import type { HealthCheck } from '../health/checks.ts'
import type { Notice } from './notice.ts'
import { type NotifyWork, postNotices } from './post-notices.ts'
import { settleNamed } from './settle-notices.ts'

/**
 * Tells those who look after the system what does not stand well: once for each finding, until it is well again, which settles it. A finding is told at a
 * second look more than a minute after the first, so that what passes by itself wakes nobody. Answers the names of what was told.
 */
export const tellTrouble = (work: NotifyWork, checks: readonly HealthCheck[]): Promise<readonly string[]> =>
  inTransaction(work.kernel.pool, async client => {
    const now = work.kernel.clock.now()
    const troubled = checks.filter(check => check.tone === 'late')
    const names = troubled.map(check => check.name)
    const sites = await client.query<{ id: string }>('select distinct site_id as id from person')
    const well = await client.query<{ name: string; since: string }>(
      'delete from health_trouble where name <> all($1::text[]) returning name, since',
      [names],
    )
    const over = well.rows.flatMap(({ name, since }) => sites.rows.map(site => eventOf(site.id, name, since)))
    await settleNamed(client, over, now)
    const { rows } = await client.query<{ name: string; since: string }>(
      `update health_trouble set told_at = $2 where name = any($1::text[]) and told_at is null and since < $2::timestamptz - interval '1 minute'
        returning name, since`,
      [names, now],
    )
    await client.query(
      'insert into health_trouble (name, since) select name, $2 from unnest($1::text[]) as name on conflict do nothing',
      [names, now],
    )
    if (rows.length === 0) return []
    const notices = rows.flatMap(({ name, since }) => {
      const title = troubled.find(check => check.name === name)?.title
      return title ? sites.rows.map(site => noticeOf(name, title, since, now, site.id)) : []
    })
    await postNotices(work, client, notices, new Map(), now)
    return rows.map(row => row.name)
  })

const eventOf = (siteId: string, name: string, since: string): string => `trouble:${siteId}:${name}:${since}`

/** The finding itself may hold paths and answers of other systems, so it stays in the product. */
const noticeOf = (name: string, title: HealthCheck['title'], since: string, at: string, siteId: string): Notice => ({
  id: eventOf(siteId, name, since),
  at,
  class: 'trouble',
  kind: 'health.trouble',
  procedure: null,
  recordId: null,
  number: null,
  sentence: text(
    `系统故障：${title.zh}不正常，请查看“系统状况”`,
    `System trouble: ${title.en} does not stand well, see "Health of the system"`,
  ),
  to: { siteId, roles: TROUBLE_ROLES },
})

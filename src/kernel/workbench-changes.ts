import { withoutDisposed } from './disposed.ts'
import type { Kernel } from './kernel.ts'
import { recordsOf } from './listed-records.ts'
import { sees } from './mask.ts'
import type { Actor } from './person.ts'
import { titleOf } from './record.ts'
import { type Text, text } from './text.ts'
import type { Instant } from './time.ts'
import { onOneConnection } from './transaction.ts'

/** What other people did on a record since the person's own last step on it. */
export interface RecordNews {
  readonly procedure: string
  readonly noun: Text
  readonly recordId: string
  readonly number: string
  readonly title: string
  readonly state: Text
  /** The last step of somebody else, as the timeline tells it. */
  readonly told: Text
  readonly by: string
  readonly at: Instant
  /** Steps of others since the person's own last one; counting stops at {@link MOST_STEPS}. */
  readonly steps: number
}

/** Records of the person that are looked at: those on which the person worked last. */
const RECENT = 80
/** Most steps that are counted for one record. */
export const MOST_STEPS = 20

/** News on the records on which the person worked last, youngest first: two questions, whatever the size of the trail. */
export const workbenchChanges = (kernel: Kernel, actor: Actor, limit = 12): Promise<readonly RecordNews[]> =>
  onOneConnection(kernel, async one => {
    const { rows } = await one.pool.query<{
      procedure: string
      record_id: string
      at: Instant
      actor_name: string
      told: Text | null
      steps: number
    }>({
      name: 'workbench_changes',
      text: `WITH own AS (
               SELECT record_id, max(seq) AS seq FROM (
                 SELECT record_id, seq FROM trail WHERE actor_id = $1 AND record_id IS NOT NULL AND outcome = 'accepted'
                 ORDER BY seq DESC LIMIT ${RECENT * 5}) AS steps
               GROUP BY 1 ORDER BY 2 DESC LIMIT ${RECENT})
             SELECT news.* FROM own CROSS JOIN LATERAL (
               SELECT procedure, record_id, at, actor_name, body->'told' AS told, seq, count(*) OVER ()::int AS steps FROM (
                 SELECT * FROM trail WHERE record_id = own.record_id AND seq > own.seq AND outcome = 'accepted'
                   AND actor_id IS DISTINCT FROM $1 AND via <> 'system' ORDER BY seq DESC LIMIT ${MOST_STEPS}) AS others
               ORDER BY seq DESC LIMIT 1) AS news
             ORDER BY news.seq DESC LIMIT $2`,
      values: [actor.id, limit],
    })
    const known = await withoutDisposed(
      one,
      rows.filter(row => one.registry.has(row.procedure)),
      row => row.record_id,
    )
    const records = await recordsOf(
      one,
      known.map(row => ({ procedure: row.procedure, recordId: row.record_id })),
    )
    return known.flatMap(row => {
      const record = records.get(row.record_id)
      const procedure = one.registry.procedure(row.procedure)
      if (!record || !sees(procedure.record, record, actor)) return []
      return [
        {
          procedure: row.procedure,
          noun: procedure.noun,
          recordId: row.record_id,
          number: record.number,
          title: titleOf(procedure.record, record),
          state: procedure.record.states[record.state]?.title ?? text(record.state, record.state),
          told: row.told ?? text('有新的步骤', 'there was a step'),
          by: row.actor_name,
          at: row.at,
          steps: row.steps,
        },
      ]
    })
  })

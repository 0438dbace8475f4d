import type { Instant } from '../../kernel/time.ts'
import { inTransaction } from '../../kernel/transaction.ts'
import type { NotifyWork } from './post-notices.ts'

/** Dispatches that are looked at in one transaction. */
const BATCH = 2_000

/**
 * Makes messages of what may go out now: for each reader one of everything that waits, for a program one of each event. The message is a
 * job of the queue from the same transaction on. Answers how many dispatches went.
 */
export const bundleDispatches = ({ kernel }: NotifyWork, now: Instant): Promise<number> =>
  inTransaction(kernel.pool, async client => {
    const { rows } = await client.query<{ event_id: string; target: string; alone: boolean }>({
      name: 'dispatches_due',
      text: `select event_id, target, alone from notification_dispatch where delivery_id is null and not_before <= $1
        order by not_before limit ${BATCH} for update skip locked`,
      values: [now],
    })
    if (rows.length === 0) return 0
    const messages = [
      ...Map.groupBy(rows, row => (row.alone ? `${row.target} ${row.event_id}` : row.target)).values(),
    ].map(list => ({ id: kernel.newId(), target: list[0]?.target ?? '', events: list.map(row => row.event_id) }))
    await client.query({
      name: 'make_deliveries',
      text: `insert into notification_delivery (id, target, state, created_at, next_try_at)
        select id, target, 'waiting', $2, $2 from jsonb_to_recordset($1::jsonb) as d(id uuid, target text)`,
      values: [JSON.stringify(messages), now],
    })
    await client.query({
      name: 'dispatches_gone',
      text: `update notification_dispatch p set delivery_id = d.id
        from jsonb_to_recordset($1::jsonb) as d(id uuid, target text, events jsonb), jsonb_array_elements_text(d.events) as e(event_id)
        where p.target = d.target and p.event_id = e.event_id`,
      values: [JSON.stringify(messages)],
    })
    return rows.length
  })

import { inTransaction } from '../../kernel/transaction.ts'
import { bundleDispatches } from './bundle-dispatches.ts'
import { followTrail } from './follow-trail.ts'
import type { NotifyWork } from './post-notices.ts'
import { sweepClocks } from './sweep-clocks.ts'

/** Batches of one call; what is left waits for the next, so that no call lasts for ever. */
const MOST = 200

/** Tells everything that is to be told now; answers whether something may be left that should not wait for the next minute. */
export async function tellAll(work: NotifyWork): Promise<boolean> {
  await begin(work)
  const now = work.kernel.clock.now()
  for (let i = 0; i < MOST && (await sweepClocks(work, now)) > 0; i += 1);
  let again = true
  for (let i = 0; i < MOST && again; i += 1) {
    const followed = await followTrail(work, now)
    again = followed.again
    if (followed.entries === 0) break
  }
  for (let i = 0; i < MOST && (await bundleDispatches(work, now)) > 0; i += 1);
  return again
}

/**
 * The first time: steps are told from now on, clocks that reached a stage since yesterday too, so that a company that has long worked is
 * not told its whole past.
 */
async function begin({ kernel }: NotifyWork): Promise<void> {
  await inTransaction(kernel.pool, client =>
    client.query({
      name: 'notify_begin',
      text: `insert into notification_progress (began_at, seq)
        select $1::timestamptz, coalesce((select max(to_seq) from seal), 0)
        where not exists (select from notification_progress) on conflict do nothing`,
      values: [kernel.clock.now()],
    }),
  )
}

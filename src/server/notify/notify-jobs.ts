import { z } from 'zod'
import type { JobList } from '../jobs/start-jobs.ts'
import type { MailWork } from '../mail/send-letter.ts'
import type { ServerParts } from '../parts.ts'
import { deliver } from './deliver.ts'
import type { Notifier } from './start-notifier.ts'

const deliverySchema = z.object({ id: z.uuid() })

/** Jobs that tell people: looking each minute, sending, and clearing what is a year old. */
export const notifyJobs = (
  { kernel, outgoing, publicUrl }: Pick<ServerParts, 'kernel' | 'outgoing' | 'publicUrl'>,
  mail: MailWork | null,
  notifier: Pick<Notifier, 'tell'>,
): JobList => {
  const work = { kernel, mail, ...outgoing, origin: publicUrl?.href ?? null }
  return {
    work: {
      'tell-people': async (_, { query }) => {
        await notifier.tell()
        await query(SWEEP)
      },
      'deliver-notification': payload => deliver(work, deliverySchema.parse(payload).id),
      'clear-notifications': async (_, { query }) => {
        for (const statement of CLEAR) await query(statement)
      },
    },
    atStart: ['tell-people'],
    clock: [
      { at: '* * * * *', job: 'tell-people' },
      { at: '10 19 * * *', job: 'clear-notifications' },
    ],
  }
}

/** Messages that wait without a job get one: written while the queue was not there, or in the hands of a process that ended. */
const SWEEP = `
  select graphile_worker.add_job('deliver-notification', json_build_object('id', d.id), run_at => d.next_try_at,
    job_key => 'notification ' || d.id::text, max_attempts => 3)
  from notification_delivery d
  where d.state = 'waiting' and d.next_try_at < now() - interval '1 minute' and not exists (
    select from graphile_worker.jobs j
    where j.key = 'notification ' || d.id::text
      and (j.locked_at > now() - interval '10 minutes' or (j.locked_at is null and j.attempts < j.max_attempts))
  )`

/** What people were told is no record: the trail and the clocks are. After a year it goes. */
const CLEAR = [
  `delete from notification_event where at < now() - interval '1 year'`,
  `delete from notification_delivery d where created_at < now() - interval '1 year'
    and not exists (select from notification_dispatch p where p.delivery_id = d.id)`,
]

import type { ClientBase } from 'pg'
import type { Kernel } from '../../kernel/kernel.ts'
import type { RecordBase } from '../../kernel/record.ts'
import { type Instant, SITE_ZONE } from '../../kernel/time.ts'
import { signalLive } from './live-signal.ts'
import type { Notice } from './notice.ts'
import { channelsFor, type Readers, readReaders, whomToTell } from './readers.ts'
import { mayGoAt } from './timing.ts'

/** What the notifier works with. */
export interface NotifyWork {
  readonly kernel: Kernel
  /** Whether the company has a mail server; without one nobody is told by e-mail. */
  readonly mails: boolean
}

interface Dispatch {
  readonly event_id: string
  readonly target: string
  readonly not_before: Instant
  readonly alone: boolean
}

/**
 * Writes notices that are not known yet, whom they reach in the product, and what is to leave it: all in the caller's transaction, so that
 * whatever found them is marked as told together with them. A notice that is known already changes nothing.
 */
export async function postNotices(
  { kernel, mails }: NotifyWork,
  client: ClientBase,
  notices: readonly Notice[],
  records: ReadonlyMap<string, RecordBase>,
  now: Instant,
): Promise<void> {
  if (notices.length === 0) return
  const written = await client.query<{ id: string }>({
    name: 'notify_events',
    text: `insert into notification_event (id, at, class, kind, procedure, record_id, number, sentence, asks)
      select id, at, class, kind, procedure, record_id, number, sentence, asks
      from jsonb_to_recordset($1::jsonb) as e(id text, at timestamptz, class text, kind text, procedure text, record_id uuid,
        number text, sentence jsonb, asks jsonb)
      on conflict (id) do nothing returning id`,
    values: [JSON.stringify(notices.map(({ to: _, recordId, ...notice }) => ({ ...notice, record_id: recordId })))],
  })
  const fresh = new Set(written.rows.map(row => row.id))
  const told = notices.filter(notice => fresh.has(notice.id))
  if (told.length === 0) return
  const readers = await readReaders(client, now)
  const people = told.flatMap(notice => {
    const record = notice.recordId === null ? undefined : records.get(notice.recordId)
    return whomToTell(kernel, readers, notice, record).map(reader => ({ notice, reader }))
  })
  const dispatches = [
    ...people.flatMap(({ notice, reader }): Dispatch[] => {
      const goes = mails && reader.email ? mayGoAt(reader.plan, notice.class, now, kernel.zone) : null
      return goes === null
        ? []
        : [{ event_id: notice.id, target: `person:${reader.actor.id}`, not_before: goes, alone: false }]
    }),
    ...told.flatMap(notice => sharedDispatches(readers, notice, now, kernel.zone)),
  ]
  await Promise.all([
    client.query({
      name: 'notify_people_told',
      text: `insert into notification (person_id, event_id, at)
        select person_id, event_id, at from jsonb_to_recordset($1::jsonb) as n(person_id uuid, event_id text, at timestamptz)
        on conflict do nothing`,
      values: [
        JSON.stringify(
          people.map(({ notice, reader }) => ({ person_id: reader.actor.id, event_id: notice.id, at: now })),
        ),
      ],
    }),
    client.query({
      name: 'notify_dispatches',
      text: `insert into notification_dispatch (event_id, target, not_before, alone)
        select event_id, target, not_before, alone
        from jsonb_to_recordset($1::jsonb) as d(event_id text, target text, not_before timestamptz, alone boolean)
        on conflict do nothing`,
      values: [JSON.stringify(dispatches)],
    }),
    signalLive(client, { people: [...new Set(people.map(({ reader }) => reader.actor.id))] }),
  ])
}

const sharedDispatches = (readers: Readers, notice: Notice, now: Instant, zone = SITE_ZONE): Dispatch[] =>
  channelsFor(readers, notice).flatMap(channel => {
    const goes = notice.to.channel === undefined ? mayGoAt(channel, notice.class, now, zone) : now
    const alone = channel.kind === 'webhook' || notice.to.channel !== undefined
    return goes === null ? [] : [{ event_id: notice.id, target: `channel:${channel.id}`, not_before: goes, alone }]
  })

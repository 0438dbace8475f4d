import type { ClientBase } from 'pg'
import type { RecordBase } from '../../kernel/record.ts'
import type { Instant } from '../../kernel/time.ts'
import { signalLive } from './live-signal.ts'
import type { Step } from './trail-notices.ts'

/**
 * Settles what these steps have settled: a notification that asks for something is done for everybody when its clocks run no more for whom
 * it told, its signature is no longer asked, or the record has left its state; and whoever took a step on a record has read what he was
 * told of it before and that asks for nothing.
 */
export async function settleNotices(
  client: ClientBase,
  steps: readonly Step[],
  records: ReadonlyMap<string, RecordBase>,
  now: Instant,
): Promise<void> {
  if (steps.length === 0) return
  const { rows } = await client.query<{ person_id: string }>({
    name: 'settle_notices',
    text: `with touched as (
        select id, state from jsonb_to_recordset($1::jsonb) as t(id uuid, state text)
      ), settled as (
        update notification_event e set settled_at = $3 from touched t
        where e.record_id = t.id and e.settled_at is null and e.asks is not null and case
          when e.asks ? 'clocks' then not exists (
            select from deadline d where d.id = any (array(select jsonb_array_elements_text(e.asks->'clocks')::uuid))
              and d.met_at is null and d.cancelled_at is null
              and (not e.asks ? 'owner' or e.asks->>'owner' = coalesce(d.owner_id::text, d.owner_role)))
          when e.asks ? 'signOff' then not exists (
            select from sign_off s where s.id = (e.asks->>'signOff')::uuid and s.outcome = 'pending')
          else e.asks->>'state' <> t.state end
        returning e.id
      ), known as (
        select n.person_id, n.event_id from settled s join notification n on n.event_id = s.id and n.read_at is null
        union
        select n.person_id, n.event_id
        from jsonb_to_recordset($2::jsonb) as w(record_id uuid, person_id uuid, at timestamptz)
        join notification_event e on e.record_id = w.record_id and e.asks is null and e.settled_at is null
        join notification n on n.event_id = e.id and n.person_id = w.person_id and n.read_at is null and n.at <= w.at
      )
      update notification n set read_at = $3 from known k where n.person_id = k.person_id and n.event_id = k.event_id
      returning n.person_id`,
    values: [
      JSON.stringify([...records.values()].map(({ id, state }) => ({ id, state }))),
      JSON.stringify(steps.map(step => ({ record_id: step.recordId, person_id: step.actorId, at: step.at }))),
      now,
    ],
  })
  await signalLive(client, { people: [...new Set(rows.map(row => row.person_id))] })
}

/** Settles these notifications for everybody. */
export async function settleNamed(client: ClientBase, events: readonly string[], now: Instant): Promise<void> {
  if (events.length === 0) return
  const { rows } = await client.query<{ person_id: string }>(
    `with settled as (
       update notification_event set settled_at = $2 where id = any($1::text[]) and settled_at is null returning id
     )
     update notification n set read_at = $2 from settled s where n.event_id = s.id and n.read_at is null returning n.person_id`,
    [events, now],
  )
  await signalLive(client, { people: [...new Set(rows.map(row => row.person_id))] })
}

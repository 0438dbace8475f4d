import { z } from 'zod'
import { recordsOf } from '../../kernel/listed-records.ts'
import { masked, sees } from '../../kernel/mask.ts'
import { titleOf } from '../../kernel/record.ts'
import { fromRow } from '../../kernel/rows.ts'
import { text } from '../../kernel/text.ts'
import { parseInstant } from '../../kernel/time.ts'
import { CHANNEL_KEEPERS, type ChannelRow } from '../../procedures/channel/channel.ts'
import { keysOf } from '../../vocabulary/intake.ts'
import { noticeClasses, type Plan, USUAL_PLAN } from '../../vocabulary/notification-plan.ts'
import type { WrittenEvent } from '../notify/wording.ts'
import { type ProductRead, productRead } from './product-read.ts'

/** A notification as its reader sees it. */
interface ShownNotification extends WrittenEvent {
  readonly toldAt: string
  readonly readAt: string | null
  /** Since when it asks for nothing any more: the clock is met, the signature given or no longer asked. */
  readonly settledAt: string | null
  /** What the record is called; null where there is none or the person may not see it any more. */
  readonly title: string | null
}

/** A message to somewhere outside, with what came of it. */
interface ShownDelivery {
  readonly id: string
  readonly state: 'waiting' | 'sent' | 'given-up' | 'dropped'
  readonly createdAt: string
  readonly attempts: number
  readonly nextTryAt: string
  readonly lastTryAt: string | null
  readonly answer: string | null
  readonly sentAt: string | null
  readonly to: string
  readonly channel: string | null
  readonly events: number
  readonly sentence: { readonly zh: string; readonly en: string } | null
}

/** Unread notifications are counted so far. */
const MOST = 100

const listParams = z.object({
  class: z.enum(keysOf(noticeClasses)).optional(),
  unread: z.boolean().default(false),
  /** Continues behind this one: the moment when it was told, `|`, its id. Many are told at one moment. */
  before: z
    .string()
    .max(300)
    .refine(value => value.includes('|') && parseInstant(value.slice(0, value.indexOf('|'))) !== null)
    .optional(),
  limit: z.int().min(1).max(100).default(50),
})

/** What a person was told, how he wants to be told, and for those who look after it how messages leave the product. */
export const notificationReads: readonly ProductRead[] = [
  productRead({
    name: 'notification.count',
    title: text('未读通知', 'Unread notifications'),
    by: [],
    params: z.object({}),
    run: async ({ pool }, _, actor) => {
      const { rows } = await pool.query<{ unread: number; safety: boolean }>({
        name: 'notification_count',
        text: `select count(*)::int as unread, coalesce(bool_or(class = 'safety'), false) as safety from (
            select e.class from notification n join notification_event e on e.id = n.event_id
            where n.person_id = $1 and n.read_at is null order by n.at desc limit ${MOST}) as counted`,
        values: [actor.id],
      })
      return rows[0]
    },
  }),
  productRead({
    name: 'notification.list',
    title: text('通知', 'Notifications'),
    by: [],
    params: listParams,
    run: async ({ kernel, pool }, { class: of, unread, before, limit }, actor) => {
      const [beforeAt = null, ...beforeId] = before?.split('|') ?? []
      const { rows } = await pool.query({
        name: `notification_list_${unread ? 'unread' : 'all'}`,
        text: `select e.id, e.at, e.class, e.kind, e.procedure, e.record_id, e.number, e.sentence, e.settled_at,
            n.at as told_at, n.read_at from notification n join notification_event e on e.id = n.event_id
          where n.person_id = $1 ${unread ? 'and n.read_at is null' : ''} and ($2::text is null or e.class = $2)
            and ($3::timestamptz is null or (n.at, n.event_id) < ($3, $4))
          order by n.at desc, n.event_id desc limit $5`,
        values: [actor.id, of ?? null, beforeAt, beforeId.join('|'), limit],
      })
      const list = rows.map(row => fromRow<Omit<ShownNotification, 'title'>>(row))
      const records = await recordsOf(
        kernel,
        list.flatMap(({ procedure, recordId }) =>
          procedure !== null && recordId !== null && kernel.registry.has(procedure) ? [{ procedure, recordId }] : [],
        ),
      )
      return list.map((item): ShownNotification => {
        const record = item.recordId === null ? undefined : records.get(item.recordId)
        const type = item.procedure === null || !record ? null : kernel.registry.procedure(item.procedure).record
        const shown = type && record && sees(type, record, actor)
        return { ...item, title: shown ? titleOf(type, masked(type, record, actor)) : null }
      })
    },
  }),
  productRead({
    name: 'notification.plan',
    title: text('我的通知设置', 'How I am told'),
    by: [],
    params: z.object({}),
    run: async ({ pool, operations }, _, actor) => {
      const { rows } = await pool.query(
        `select c.*, p.email as person_email from person p left join channel c on c.person_id = p.id where p.id = $1`,
        [actor.id],
      )
      const row = rows[0] && fromRow<Partial<ChannelRow> & { personEmail: string | null }>(rows[0])
      const { trouble, work, news, digestAt, quietFrom, quietUntil, language } = row?.id
        ? (row as ChannelRow)
        : USUAL_PLAN
      const plan: Plan = { safety: 'at-once', trouble, work, news, digestAt, quietFrom, quietUntil, language }
      return {
        id: row?.id ?? null,
        version: row?.version ?? null,
        plan,
        email: row?.personEmail ?? null,
        mails: operations.mailHost !== null,
      }
    },
  }),
  productRead({
    name: 'notification.deliveries',
    title: text('通知发送情况', 'Deliveries'),
    by: CHANNEL_KEEPERS,
    params: z.object({
      show: z.enum(['failing', 'all']).default('failing'),
      limit: z.int().min(1).max(200).default(100),
    }),
    run: async ({ pool }, { show, limit }) => {
      const { rows } = await pool.query({
        name: `deliveries_${show}`,
        text: `select d.id, d.state, d.created_at, d.attempts, d.next_try_at, d.last_try_at, d.answer, d.sent_at,
            coalesce(c.name, p.name, d.target) as "to", c.number as channel,
            (select count(*)::int from notification_dispatch x where x.delivery_id = d.id) as events,
            (select e.sentence from notification_dispatch x join notification_event e on e.id = x.event_id
              where x.delivery_id = d.id order by e.at, e.id limit 1) as sentence
          from notification_delivery d
          left join channel c on d.target = 'channel:' || c.id::text
          left join person p on d.target = 'person:' || p.id::text
          ${show === 'failing' ? `where d.state = 'given-up' or (d.state = 'waiting' and d.attempts > 0)` : ''}
          order by d.created_at desc, d.id desc limit $1`,
        values: [limit],
      })
      return rows.map(row => fromRow<ShownDelivery>(row))
    },
  }),
]

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { holds } from '../../kernel/person.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { recordAttempt } from '../../kernel/trail.ts'
import { CHANNEL_KEEPERS } from '../../procedures/channel/channel.ts'
import { parsed } from '../parsed.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { sessionOf } from '../who.ts'
import { signalLive } from './live-signal.ts'

/** What a person has read: these events, or everything. */
export const readBody = z.strictObject({ events: z.array(z.string().max(200)).max(200).optional() })

/** Which message is sent anew. */
export const againBody = z.strictObject({ id: z.uuid() })

const SEND_AGAIN = text('重新发送通知', 'Send a notification again')

/** `POST /api/notifications/read` and `POST /api/notifications/again`. */
export const notifyRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const { pool, kernel } = parts

  app.post('/api/notifications/read', async request => {
    const { actor } = await sessionOf(parts, request)
    const { events } = parsed(readBody, request.body)
    const { rowCount } = await pool.query(
      `update notification set read_at = $2 where person_id = $1 and read_at is null
       ${events ? 'and event_id = any($3::text[])' : ''}`,
      [actor.id, kernel.clock.now(), ...(events ? [events] : [])],
    )
    if (rowCount) await signalLive(pool, { people: [actor.id] })
    return { read: rowCount ?? 0 }
  })

  app.post('/api/notifications/again', async request => {
    const { actor } = await sessionOf(parts, request)
    const { id } = parsed(againBody, request.body)
    if (!holds(actor, CHANNEL_KEEPERS)) return refuseWith(notTheirs)
    const now = kernel.clock.now()
    let changed = 0
    await recordAttempt(
      kernel,
      {
        procedure: 'channel',
        command: 'channel.send-again',
        outcome: 'accepted',
        actor,
        clauses: ['CH-failing'],
        body: { title: { ...SEND_AGAIN }, told: { ...SEND_AGAIN }, delivery: id },
      },
      async client => {
        const { rowCount } = await client.query(
          `update notification_delivery set state = 'waiting', attempts = 0, round = round + 1, next_try_at = $2
           where id = $1 and state in ('given-up', 'dropped')`,
          [id, now],
        )
        changed = rowCount ?? 0
        if (changed === 0) refuseWith(nothingToSend)
      },
    )
    return { again: changed }
  })
}

const notTheirs: Refusal = refuse(
  'role',
  {
    zh: '重新发送由质量负责人或系统管理员办理，请联系他们。',
    en: 'The quality head or an administrator sends again: ask one of them.',
  },
  { kind: 'forbidden' },
)
const nothingToSend: Refusal = refuse('not-given-up', {
  zh: '这条消息已发送或仍在重试，无需重新发送。',
  en: 'This message was sent or is still being tried: there is nothing to send again.',
})

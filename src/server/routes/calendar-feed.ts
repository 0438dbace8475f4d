import type { FastifyInstance } from 'fastify'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import { journalAccess } from '../auth/journal.ts'
import { closeFeed, feedContent, feedOf, feedReader, openFeed } from '../calendar/feed.ts'
import { calendarText } from '../calendar/ics.ts'
import { credentialLimit, type ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { sessionOf } from '../who.ts'

/** A person's duties and clocks for a calendar program, at a secret address that the person opens and closes. */
export const calendarFeedRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const { kernel, pool } = parts

  app.get('/api/calendar-feed', async request => {
    const { actor } = await sessionOf(parts, request)
    return { feed: await feedOf(pool, actor.id) }
  })

  app.post('/api/calendar-feed', credentialLimit(parts), async request => {
    const { actor } = await sessionOf(parts, request)
    const id = kernel.newId()
    let token = ''
    await journalAccess(parts, 'access.open-feed', actor, 'accepted', { feed: id }, async client => {
      token = await openFeed(client, id, actor.id, kernel.clock.now())
    })
    return { path: `/api/calendar/${token}.ics` }
  })

  app.post('/api/calendar-feed/close', async request => {
    const { actor } = await sessionOf(parts, request)
    await journalAccess(parts, 'access.close-feed', actor, 'accepted', {}, async client => {
      if (!(await closeFeed(client, actor.id, kernel.clock.now()))) refuseWith(noFeed)
    })
    return { status: true }
  })

  app.get<{ Params: { file: string } }>('/api/calendar/:file', credentialLimit(parts), async (request, reply) => {
    const token = /^([\w-]{20,60})\.ics$/.exec(request.params.file)?.[1]
    const actor = token ? await feedReader(pool, token) : null
    if (!actor) return refuseWith(closed)
    const address = parts.publicUrl?.href ?? `${request.protocol}://${request.host}`
    const content = await feedContent(kernel, actor)
    reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=300')
      .header('x-robots-tag', 'noindex, nofollow, noarchive')
    return calendarText(`闭环 · ${actor.name}`, kernel.zone, address, content)
  })
}

const noFeed = refuse(
  'absent',
  text('没有开通日历订阅，无需停用。', 'No calendar feed is open: there is nothing to close.'),
  { kind: 'absent' },
)
const closed = refuse(
  'absent',
  text(
    '这个日历地址已停用，请在“值班与定期工作”中重新开通。',
    'This calendar address is closed: open a new one under Duties.',
  ),
  { kind: 'absent' },
)

import type { FastifyInstance } from 'fastify'
import type { ServerParts } from '../parts.ts'
import { sessionOf } from '../who.ts'
import { liveOf } from './live.ts'
import { STEP, signalLive } from './live-signal.ts'

/** Milliseconds between two signs of life; the session is looked at each time. */
const BEAT = 15_000
/** Other servers remember a session for so long after it has ended. */
const REMEMBERED = 2_500
/** Least milliseconds between two words that steps were taken. */
const GATHER = 150
/** Requests that take steps, or make somebody able to. */
const ACTS = /^\/api\/(do|outside|import)\b/

/**
 * `GET /api/live`: one connection on which a page hears that there is something new (Server-Sent Events): `told` for the person, `records`
 * with the ids of records that changed, `bye` when the session has ended. It carries no content: the page reads that anew, with its rights.
 */
export const liveRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const { pool, sessions, log } = parts
  const live = liveOf(parts)
  const open = new Set<() => void>()

  app.get('/api/live', async (request, reply) => {
    const { actor } = await sessionOf(parts, request)
    const { cookie } = request.headers
    reply.hijack()
    const { raw } = reply
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value)
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    const say = (event: string, data: unknown = {}): void => {
      if (!raw.writableEnded) raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    }
    const look = async (): Promise<void> => {
      const held = await sessions.of(cookie).catch(() => undefined)
      // the database being away ends no session
      if (held === undefined || held?.actor.id === actor.id) return
      say('bye')
      end()
    }
    const deaf = live.onSignal(signal => {
      if (signal.people?.includes(actor.id)) say('told')
      if (signal.records) say('records', signal.records)
      if (!signal.check) return
      void look()
      setTimeout(() => void look(), REMEMBERED).unref()
    })
    const beat = setInterval(() => {
      raw.write(': alive\n\n')
      void look()
    }, BEAT)
    const end = (): void => {
      clearInterval(beat)
      deaf()
      open.delete(end)
      raw.end()
    }
    open.add(end)
    raw.on('close', end)
    raw.write('retry: 3000\n')
    say('hello')
  })

  let word: NodeJS.Timeout | null = null
  const stepTaken = (): void => {
    word ??= setTimeout(() => {
      word = null
      pool.query('select pg_notify($1, $2)', [STEP, '']).catch(error => log.warn({ err: error }, 'no word of a step'))
    }, GATHER)
  }
  app.addHook('onResponse', async (request, reply) => {
    if (request.method !== 'POST' && request.method !== 'DELETE') return
    if (ACTS.test(request.url) && reply.statusCode < 300) stepTaken()
    if (request.url.startsWith('/api/auth/') && !request.url.includes('/sign-in'))
      signalLive(pool, { check: true }).catch(error => log.warn({ err: error }, 'no word of a sign-out'))
  })
  app.addHook('preClose', async () => {
    for (const end of [...open]) end()
    if (word) clearTimeout(word)
    word = null
    await live.stop()
  })
}

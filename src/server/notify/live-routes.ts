import type { FastifyInstance } from 'fastify'
import { refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { sessionOf } from '../who.ts'
import { liveOf } from './live.ts'
import { STEP, signalLive } from './live-signal.ts'

/** Milliseconds between two signs of life; the session is looked at each time. */
const BEAT = 15_000
/** Other servers remember a session for so long after it has ended. */
const REMEMBERED = 2_500
/** Least milliseconds between two words that steps were taken. */
const GATHER = 150
/** Connections of one person at once; pages of one browser share theirs. */
const MOST = 20
/** Requests that take steps, or make somebody able to. */
const ACTS = /^\/api\/(do|outside|import)\b/

/**
 * `GET /api/live`: one connection on which a page hears that there is something new (Server-Sent Events): `told` for the person, `records`
 * with the ids of records that changed, `hello` when it is to read
 * everything anew, `bye` when the session has ended. It carries no content: the page reads that anew, with its rights.
 */
export const liveRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const { pool, sessions, log } = parts
  const live = liveOf(parts)
  const open = new Set<() => void>()
  const held = new Map<string, number>()

  app.get('/api/live', async (request, reply) => {
    const { actor } = await sessionOf(parts, request)
    const { cookie } = request.headers
    const mine = held.get(actor.id) ?? 0
    if (mine >= MOST) return refuseWith(tooManyOpen)
    held.set(actor.id, mine + 1)
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
      const session = await sessions.of(cookie).catch(() => undefined)
      // the database being away ends no session
      if (session === undefined || session?.actor.id === actor.id) return
      say('bye')
      end()
    }
    const deaf = live.onSignal(signal => {
      if (signal.people?.includes(actor.id)) say('told')
      if (signal.records) say('records', signal.records)
      if (signal.missed) say('hello')
      if (!signal.check) return
      void look()
      setTimeout(() => void look(), REMEMBERED).unref()
    })
    const beat = setInterval(() => {
      raw.write(': alive\n\n')
      void look()
    }, BEAT)
    const end = (): void => {
      if (!open.delete(end)) return
      clearInterval(beat)
      deaf()
      const left = (held.get(actor.id) ?? 1) - 1
      if (left > 0) held.set(actor.id, left)
      else held.delete(actor.id)
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

const tooManyOpen = refuse(
  'too-many',
  text(
    `同一账号最多同时打开 ${MOST} 个实时连接，请关闭不用的页面。`,
    `An account has at most ${MOST} live connections: close pages that are not needed.`,
  ),
  { kind: 'too-many' },
)

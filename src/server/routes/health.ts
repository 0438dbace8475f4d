import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { refuse } from '../../kernel/refusal.ts'
import type { ServerParts } from '../parts.ts'
import { refuseWith } from '../refusal-answer.ts'
import { whoIs } from '../who.ts'

/** `GET /healthz`, `GET /readyz` and `GET /metrics`. */
export const healthRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  const metrics = new Registry()
  collectDefaultMetrics({ register: metrics })
  const seconds = new Histogram({
    name: 'bihuan_http_seconds',
    help: 'Time to answer a request',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [metrics],
  })
  const refused = new Counter({
    name: 'bihuan_refused_total',
    help: 'Answers that are not a success, by status',
    labelNames: ['status'],
    registers: [metrics],
  })

  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const labels = { route: routeOptions.url ?? 'none', method, status: String(reply.statusCode) }
    seconds.observe(labels, reply.elapsedTime / 1_000)
    if (reply.statusCode >= 400) refused.inc({ status: labels.status })
  })

  const quiet = { config: { rateLimit: false as const } }

  /** The process lives. */
  app.get('/healthz', quiet, async () => ({ status: 'ok', version: parts.version }))

  /** The process can serve: the database answers. */
  app.get('/readyz', quiet, async () => {
    await parts.pool.query('select 1')
    return { status: 'ready' }
  })

  app.get('/metrics', quiet, async (request, reply) => {
    if (!isHere(request)) {
      const actor = await whoIs(parts, request)
      if (!actor?.scopes?.includes('metrics')) return refuseWith(notHere)
    }
    return reply.header('content-type', metrics.contentType).send(await metrics.metrics())
  })
}

/** Asked on this machine, and not through a proxy on it. */
const isHere = (request: FastifyRequest): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '') &&
  request.headers['x-forwarded-for'] === undefined &&
  request.headers.forwarded === undefined

const notHere = refuse(
  'metrics-local',
  {
    zh: '指标只能在服务器本机读取，或使用范围含 metrics 的接口密钥。',
    en: 'Metrics are read on the machine of the server, or with an API key that has the scope metrics.',
  },
  { kind: 'forbidden' },
)

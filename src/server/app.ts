import compress from '@fastify/compress'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { type Refusal, Refused, refuse } from '../kernel/refusal.ts'
import { inspectorDoor } from './inspection/door.ts'
import { liveRoutes } from './notify/live-routes.ts'
import { notifyRoutes } from './notify/notify-routes.ts'
import { outsideRoutes } from './outside/routes.ts'
import { isHttps, type ServerParts } from './parts.ts'
import { LARGEST_ATTACHMENT, refusalAnswer } from './refusal-answer.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { attachmentRoutes } from './routes/attachments.ts'
import { authRoutes } from './routes/auth.ts'
import { calendarFeedRoutes } from './routes/calendar-feed.ts'
import { clausePrintRoutes } from './routes/clause-print.ts'
import { doRoutes } from './routes/do.ts'
import { exportRoutes } from './routes/export.ts'
import { healthRoutes } from './routes/health.ts'
import { importRoutes } from './routes/import.ts'
import { letterPrintRoutes } from './routes/letters-print.ts'
import { metaRoutes } from './routes/meta.ts'
import { openapiRoutes } from './routes/openapi.ts'
import { periodicReportRoutes } from './routes/periodic-report.ts'
import { printRoutes } from './routes/print.ts'
import { readRoutes } from './routes/read.ts'
import { recordsRoutes } from './routes/records.ts'
import { startRoutes } from './routes/start.ts'
import { viewRoutes } from './routes/views.ts'
import { crossOriginRefusal } from './same-origin.ts'
import { securityHeaders } from './security-headers.ts'
import { webFiles } from './web-files.ts'

const MEGABYTE = 1024 * 1024

/** Puts the HTTP server together; it does not listen yet. */
export const buildApp = async (parts: ServerParts): Promise<FastifyInstance> => {
  const app: FastifyInstance = Fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MEGABYTE,
    // one proxy stands before us: the address that it saw counts, not those that the person put before it
    trustProxy: parts.publicUrl === null ? false : (_, hop) => hop === 0,
    forceCloseConnections: true,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 400 },
  }) as unknown as FastifyInstance
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { status, body, fault } = refusalAnswer(error)
    if (fault !== undefined) request.log.error({ err: error, fault, url: loggable(request.url) }, 'fault')
    else if (status === 503) request.log.warn({ err: error, url: loggable(request.url) }, 'the database is away')
    reply.code(status).header('content-type', 'application/json; charset=utf-8').header('cache-control', 'no-store')
    return body
  })
  await securityHeaders(app, isHttps(parts))
  await app.register(rateLimit, {
    global: true,
    max: parts.limits.requests,
    timeWindow: '1 minute',
    keyGenerator: request => limitedBy(parts, request),
    errorResponseBuilder: (_, context) => new Refused([tooMany(Math.ceil(context.ttl / 1_000))]),
  })
  await app.register(compress, {
    global: true,
    threshold: 2_048,
    encodings: ['br', 'gzip'],
    customTypes: /^(application\/json|text\/html|text\/plain)/,
    brotliOptions: { params: { 1: 4 } },
  })
  await app.register(multipart, { throwFileSizeLimit: true, limits: { fileSize: LARGEST_ATTACHMENT } })
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async request => {
    const refusal = crossOriginRefusal(request, parts.publicUrl?.origin ?? null)
    if (refusal) throw new Refused([refusal])
  })
  inspectorDoor(app, parts)
  app.addHook('onSend', async (request, reply) => {
    // the page of a link: found by no search engine, and its address told to no other site
    if (request.url.startsWith('/o/'))
      reply.header('referrer-policy', 'no-referrer').header('x-robots-tag', 'noindex, nofollow, noarchive')
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  for (const routes of [
    healthRoutes,
    authRoutes,
    startRoutes,
    metaRoutes,
    doRoutes,
    readRoutes,
    attachmentRoutes,
    printRoutes,
    letterPrintRoutes,
    clausePrintRoutes,
    exportRoutes,
    recordsRoutes,
    periodicReportRoutes,
    importRoutes,
    viewRoutes,
    apiKeyRoutes,
    calendarFeedRoutes,
    outsideRoutes,
    liveRoutes,
    notifyRoutes,
    openapiRoutes,
  ])
    routes(app, parts)
  await webFiles(app, parts)
  return app
}

/** An address as the log may keep it: without the token that lets somebody in. */
const loggable = (url: string): string => url.replace(/^(\/o\/|\/api\/outside\/|\/api\/calendar\/)[^/?]+/, '$1…')

/** Whose requests count together: those of one session; all others by address, since anybody can make up a cookie or a key. */
const limitedBy = ({ sessions }: ServerParts, request: FastifyRequest): string =>
  (request.headers.authorization === undefined ? sessions.tokenIn(request.headers.cookie) : null) ?? request.ip

const tooMany = (seconds: number): Refusal =>
  refuse(
    'too-many',
    {
      zh: `请求过于频繁，请在 ${seconds} 秒后再试。`,
      en: `Too many requests: try again in ${seconds} seconds.`,
    },
    { kind: 'too-many', detail: { seconds } },
  )

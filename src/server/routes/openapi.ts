import type { FastifyInstance } from 'fastify'
import { openapiDocument } from '../openapi/document.ts'
import type { ServerParts } from '../parts.ts'
import { productReads } from './read.ts'

/** `GET /api/openapi.json`: made once, when it is first asked for. */
export const openapiRoutes = (app: FastifyInstance, parts: ServerParts): void => {
  let document: string | undefined
  app.get('/api/openapi.json', async (_, reply) => {
    document ??= JSON.stringify(
      openapiDocument(parts.kernel.registry, productReads.values(), {
        version: parts.version,
        cookieName: parts.library.cookieName,
      }),
    )
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(document)
  })
}

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { ServerParts } from './parts.ts'
import { noSuchRoute, refuseWith } from './refusal-answer.ts'

/** Where `index.html` carries the nonce of its answer. */
const PLACEHOLDER = '__NONCE__'

/** The built web client: hashed files are cached for a year, `index.html` is made anew for each answer. */
export const webFiles = async (app: FastifyInstance, { webDir }: ServerParts): Promise<void> => {
  const index = indexPage(webDir)
  if (existsSync(webDir))
    await app.register(fastifyStatic, {
      root: webDir,
      wildcard: false,
      index: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const hashed = path.includes(`${join(webDir, 'assets')}`)
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
      globIgnore: ['index.html', '**/*.br', '**/*.gz'],
    })
  app.get('/', async (_, reply) => sendIndex(reply, index))
  app.get('/index.html', async (_, reply) => reply.redirect('/'))
  app.setNotFoundHandler(async (request, reply) => {
    const page = request.method === 'GET' && !isInterface(request.url) && wantsPage(request.headers.accept, request.url)
    return page ? sendIndex(reply, index) : refuseWith(noSuchRoute)
  })
}

const isInterface = (url: string): boolean => /^\/(api|assets)(\/|$|\?)/.test(url)

/** A missing file must not be answered with a page; `/new/complaint.open` and `/policies/severity.map` are addresses of the client. */
const wantsPage = (accept: string | undefined, url: string): boolean =>
  (accept ?? '').includes('text/html') &&
  (/^\/policies\//.test(url) ||
    !/\.(js|css|map|svg|png|jpg|ico|json|txt|xml|webmanifest)$/i.test(url.split('?')[0] ?? ''))

const indexPage = (webDir: string): (() => string) => {
  const path = join(webDir, 'index.html')
  let page: string | undefined
  return () => {
    page ??= existsSync(path) ? readFileSync(path, 'utf8') : undefined
    return page ?? NOT_BUILT
  }
}

const NOT_BUILT = `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>闭环 Bihuan</title>
<p>网页尚未生成。请用 npm start 启动。<p lang="en">The web client is not built. Start with npm start.</html>`

const sendIndex = (reply: FastifyReply, index: () => string) =>
  reply
    .header('content-type', 'text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(index().replaceAll(PLACEHOLDER, reply.request.nonce))

import type { FastifyRequest } from 'fastify'
import { type Refusal, refuse } from '../kernel/refusal.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

const otherSite: Refusal = refuse(
  'other-origin',
  {
    zh: '该请求来自其他网站，已拒绝。请在本系统的页面中操作；程序接入请使用接口密钥。',
    en: 'The request came from another site and was refused. Work in the pages of this system; programs use an API key.',
  },
  { kind: 'forbidden' },
)

/**
 * Refuses state-changing requests that another site made a browser send with our cookies. Browsers name the origin in
 * `Sec-Fetch-Site` and `Origin`, which no page can forge; a program that sends neither carries no foreign cookies. A request with an API key is
 * exempt: no browser adds the key by itself.
 */
export const crossOriginRefusal = (request: FastifyRequest, publicOrigin: string | null): Refusal | null => {
  if (READS.has(request.method) || request.headers.authorization !== undefined) return null
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return otherSite
  const { origin } = request.headers
  if (origin === undefined) return null
  const own = publicOrigin ?? `${request.protocol}://${request.host}`
  return origin === own ? null : otherSite
}

import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyRequest {
    /** Marks the style elements that this answer may carry. */
    nonce: string
  }
}

/**
 * Headers of every answer. Scripts are files of our own, never text (no `unsafe-eval`, no inline script); `wasm-unsafe-eval`
 * lets the reader of barcodes be compiled, which is WebAssembly from our own server, and nothing else. Style elements
 * carry the nonce of the page. Style attributes are allowed, because charts write them into their tool tips; an attribute
 * can neither load nor run anything under this policy.
 */
export const securityHeaders = async (app: FastifyInstance, https: boolean): Promise<void> => {
  app.decorateRequest('nonce', '')
  app.addHook('onRequest', async request => {
    request.nonce = randomBytes(16).toString('base64')
  })
  await app.register(helmet, {
    contentSecurityPolicy: false,
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', pagePolicy(request.nonce, https))
    reply.header('permissions-policy', 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()')
  })
}

/** Content security policy of the pages. */
const pagePolicy = (nonce: string, https: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self' blob:",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { z } from 'zod'
import { isOwnNetwork, type OwnNetworks } from './networks.ts'

/** Seals secrets before they reach a step, and opens them to send. */
export interface SecretSeal {
  readonly seal: (plain: string) => string
  /** The plain value; null when it was sealed with another key or changed. */
  readonly open: (sealed: string | null) => string | null
}

/**
 * AES-256-GCM under a key of its own, derived from the server's secret: whoever has the database alone has no addresses and secrets.
 * A new server secret makes them be entered anew.
 */
export const openSecretSeal = (secret: string, own: OwnNetworks): SecretSeal => {
  const derived = (purpose: string): Buffer => Buffer.from(hkdfSync('sha256', secret, 'bihuan', purpose, 32))
  const key = derived('addresses and secrets of channels')
  const nonces = derived('nonces of addresses and secrets of channels')
  return {
    seal: plain => {
      const mark = encodeURIComponent(markFor(plain, own)).replaceAll("'", '%27')
      // made of the content, so that the same request sent again is the same request
      const nonce = createHmac('sha256', nonces).update(`${mark}:${plain}`).digest().subarray(0, 12)
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(Buffer.from(mark))
      const sealed = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()])
      return `sealed:v1:${mark}:${sealed.toString('base64url')}`
    },
    open: sealed => {
      const [, mark, content] = /^sealed:v1:([^:]*):([\w-]+)$/.exec(sealed ?? '') ?? []
      if (mark === undefined || content === undefined) return null
      try {
        const bytes = Buffer.from(content, 'base64url')
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        decipher.setAAD(Buffer.from(mark))
        decipher.setAuthTag(bytes.subarray(-16))
        return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

/** What is shown of a value without its key; see `markOf` of the procedure "channel". */
const markFor = (plain: string, own: OwnNetworks): string => {
  if (/^https?:/i.test(plain)) {
    const url = URL.parse(plain)
    if (url === null || url.username !== '' || url.password !== '') return ''
    return `${isOwnNetwork(url.hostname, own) ? 'own+' : ''}${url.origin}`
  }
  const [, base64] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(plain) ?? []
  const bytes = base64 === undefined ? 0 : Buffer.from(base64, 'base64').length
  return bytes >= 24 && bytes <= 64 ? 'whsec' : 'text'
}

/** The input with the values of its secret fields sealed; everything else stays as it came. */
export const sealInput = (schema: z.ZodType, input: unknown, { seal }: Pick<SecretSeal, 'seal'>): unknown => {
  const shape = (schema as { readonly shape?: Readonly<Record<string, z.ZodType>> }).shape
  if (!shape || typeof input !== 'object' || input === null) return input
  const secrets = Object.entries(input).flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== '' && Object.hasOwn(shape, name) && shape[name]?.meta()?.['x-secret']
      ? [[name, seal(value.trim())]]
      : [],
  )
  return secrets.length === 0 ? input : { ...input, ...Object.fromEntries(secrets) }
}

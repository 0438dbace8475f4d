import { hkdfSync } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { OutsideLink } from '../../kernel/outside.ts'
import type { Instant } from '../../kernel/time.ts'

/** Makes links for people outside, and opens them. */
export interface Links {
  /** The address that lets in, e.g. `https://qms.example.cn/o/…`. */
  readonly address: (link: OutsideLink) => Promise<string>
  /** What a token lets in to; null when it is not ours, was changed, or has expired. */
  readonly open: (token: string, now: Instant) => Promise<OutsideLink | null>
}

// Short names: the whole address stands in a QR code on paper.
const claimsSchema = z.object({ p: z.string(), r: z.string(), g: z.string().optional(), exp: z.number() })

/**
 * Links are signed with HMAC-SHA-256 under a key of their own, derived from the server's secret: whoever changes that secret
 * ends all links. `origin` answers the address under which people outside reach the product.
 */
export const openLinks = (secret: string, origin: () => string): Links => {
  const key = new Uint8Array(hkdfSync('sha256', secret, 'bihuan', 'links for people outside', 32))
  return {
    address: async ({ procedure, recordId, guestId, expiresAt }) => {
      const token = await new SignJWT({ p: procedure, r: packed(recordId), ...(guestId && { g: packed(guestId) }) })
        .setProtectedHeader({ alg: 'HS256' })
        .setExpirationTime(Math.floor(Date.parse(expiresAt) / 1_000))
        .sign(key)
      return new URL(`/o/${token}`, origin()).href
    },
    open: async (token, now) => {
      const claims = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date(now) }).then(
        ({ payload }) => claimsSchema.safeParse(payload).data,
        () => undefined,
      )
      if (claims === undefined) return null
      return {
        procedure: claims.p,
        recordId: unpacked(claims.r),
        guestId: claims.g === undefined ? null : unpacked(claims.g),
        expiresAt: new Date(claims.exp * 1_000).toISOString(),
      }
    },
  }
}

const packed = (id: string): string => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

const unpacked = (short: string): string =>
  Buffer.from(short, 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

import { createHmac, timingSafeEqual } from 'node:crypto'

const PERIOD = 30_000

/** The six digits of a 30-second step (RFC 6238 with SHA-1, what authenticator apps use). */
export const totpCode = (secret: Uint8Array, step: number): string => {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', secret).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 15
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** The step to which the code belongs, one before and one after the present allowed; null when to none of them. */
export const stepOfCode = (secret: Uint8Array, code: string, nowMs: number): number | null => {
  const given = Buffer.from(code.replaceAll(' ', ''))
  const present = Math.floor(nowMs / PERIOD)
  for (const step of [present, present - 1, present + 1]) {
    const expected = Buffer.from(totpCode(secret, step))
    if (given.length === expected.length && timingSafeEqual(given, expected)) return step
  }
  return null
}

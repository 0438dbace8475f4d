import { canonical, hashOf } from './canonical.ts'
import type { Json } from './json.ts'

/** Largest input, in characters of JSON, that a refused attempt keeps word for word. */
const KEPT = 8_192

/** Names under which a program may send a credential at the wrong place. */
const SECRET = /pass(word|wd|phrase)|secret|token|^(t?otp|sign|credential|authorization)$/i

/**
 * What the trail keeps of a refused input: all of it, or its size and hash where it is too large. Values under the name of
 * a credential are left out, since nothing is ever removed from the trail.
 */
export function keptInput(input: unknown): Json {
  try {
    const written = canonical(withoutSecrets(input ?? null))
    if (written.length <= KEPT && !written.includes('\\u0000')) return JSON.parse(written)
    return { characters: written.length, sha256: hashOf(written) }
  } catch {
    return { unreadable: true }
  }
}

function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, SECRET.test(key) ? '…' : withoutSecrets(inner)]),
  )
}

import { createHash } from 'node:crypto'

/** A source of numbers that looks like chance and is the same on every run. */
export interface Chance {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number between both bounds, both included. */
  between(low: number, high: number): number
  /** One of the items. @throws RangeError when there is none */
  pick<T>(items: readonly T[]): T
}

/** Chance from a seed (mulberry32 over the first 32 bits of the seed's SHA-256). */
export function chance(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32BE(0)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[between(0, items.length - 1)] as T
  }
  return { next, between, pick }
}

/** A UUID (version 8) that belongs to a name: the same name, the same id. */
export function namedId(kind: string, name: string): string {
  const hash = createHash('sha256').update(`bihuan demo ${kind} ${name}`).digest()
  hash[6] = ((hash[6] as number) & 0x0f) | 0x80
  hash[8] = ((hash[8] as number) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

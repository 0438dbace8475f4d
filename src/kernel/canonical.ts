import { hash } from 'node:crypto'

/** The value cannot be written in exactly one way; `path` says where (`$.rows[2].at`). */
export class NotCanonical extends TypeError {
  readonly path: string
  constructor(path: string, problem: string) {
    super(`${path}: ${problem}`)
    this.name = 'NotCanonical'
    this.path = path
  }
}

const DEEPEST = 100

/**
 * Canonical JSON (RFC 8785): no white space, keys sorted by UTF-16 code units, numbers and texts as ECMAScript writes
 * them. Two values have the same text exactly when they are the same JSON value, so a hash of it can be checked anywhere.
 * The whole rule is these few lines; a checker needs nothing but a JSON parser to repeat it.
 * @throws NotCanonical for what JSON cannot carry unchanged: undefined, NaN, Infinity, lone surrogates, bigint,
 * functions, dates and other class instances, nesting deeper than 100
 */
export function canonical(value: unknown): string {
  return written(value, '$', 0)
}

function written(value: unknown, path: string, depth: number): string {
  if (depth > DEEPEST) throw new NotCanonical(path, 'nested too deeply')
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical(path, `${value} is not a JSON number`)
    return JSON.stringify(value)
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new NotCanonical(path, 'text with a lone surrogate')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) {
    return `[${Array.from(value, (item, index) => written(item, `${path}[${index}]`, depth + 1)).join(',')}]`
  }
  if (typeof value !== 'object') throw new NotCanonical(path, `${typeof value} is not JSON`)
  const shape: unknown = Object.getPrototypeOf(value)
  if (shape !== Object.prototype && shape !== null) throw new NotCanonical(path, 'an instance of a class is not JSON')
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries
    .map(([key, item]) => `${written(key, `${path} (key)`, depth)}:${written(item, `${path}.${key}`, depth + 1)}`)
    .join(',')}}`
}

/** SHA-256 as 64 lower-case hexadecimal digits; texts are taken as UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

/** SHA-256 of the canonical JSON of a value. */
export const hashOf = (value: unknown): string => sha256Hex(canonical(value))

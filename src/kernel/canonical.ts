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
  try {
    return written(value, 0)
  } catch (fault) {
    throw fault instanceof Faulty ? new NotCanonical(`$${fault.path}`, fault.problem) : fault
  }
}

/** Carries the place upwards, so that well-formed values, nearly all, pay nothing for it. */
class Faulty extends Error {
  readonly problem: string
  path: string
  constructor(problem: string, path = '') {
    super(problem)
    this.problem = problem
    this.path = path
  }
}

const inside = (step: string, value: unknown, depth: number): string => {
  try {
    return written(value, depth)
  } catch (fault) {
    if (fault instanceof Faulty) fault.path = `${step}${fault.path}`
    throw fault
  }
}

function written(value: unknown, depth: number): string {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Faulty('text with a lone surrogate')
    return JSON.stringify(value)
  }
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Faulty(`${value} is not a JSON number`)
    return JSON.stringify(value)
  }
  if (depth > DEEPEST) throw new Faulty('nested too deeply')
  if (Array.isArray(value))
    return `[${Array.from(value, (item, index) => inside(`[${index}]`, item, depth + 1)).join(',')}]`
  if (typeof value !== 'object') throw new Faulty(`${typeof value} is not JSON`)
  const shape: unknown = Object.getPrototypeOf(value)
  if (shape !== Object.prototype && shape !== null) throw new Faulty('an instance of a class is not JSON')
  const object = value as Record<string, unknown>
  const parts: string[] = []
  for (const key of Object.keys(object).sort()) {
    if (!key.isWellFormed()) throw new Faulty('text with a lone surrogate', ' (key)')
    parts.push(`${JSON.stringify(key)}:${inside(`.${key}`, object[key], depth + 1)}`)
  }
  return `{${parts.join(',')}}`
}

/** SHA-256 as 64 lower-case hexadecimal digits; texts are taken as UTF-8. */
export const sha256Hex = (data: string | Uint8Array): string => hash('sha256', data, 'hex')

/** SHA-256 of the canonical JSON of a value. */
export const hashOf = (value: unknown): string => sha256Hex(canonical(value))

import type { z } from 'zod'
import type { Json } from './json.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/** A number or choice that a company may set, within what the procedure and the law leave open. */
export interface Policy<Value extends Json = Json> {
  /** `complaint.local_verify_h`, as the requirements name it. */
  readonly key: string
  /** Time limits and contradictions of the requirements catalogue that it settles: `TL13`, `X22`. */
  readonly rules?: readonly string[]
  readonly title: Text
  readonly schema: z.ZodType<Value>
  readonly default: Value
  /** `h`, `d`, … shown after the value. */
  readonly unit?: Text
  readonly clauses: readonly string[]
  /** Where the default comes from: the procedure's text, the law, or our own proposal. */
  readonly basis: 'procedure' | 'law' | 'ours'
  /** Titles of the values of a choice. */
  readonly options?: Readonly<Record<string, Text>>
  /**
   * What the schema cannot say: why a value that is proposed cannot be, in words that say the way out; null when it can. Not asked of
   * values that hold already.
   */
  refuses?(value: Value): Text | null
}

/** Declares a policy. */
export const policy = <Value extends Json>(declaration: Policy<Value>): Policy<Value> => declaration

/** One value that was or will be in force. */
export interface PolicyVersion {
  readonly key: string
  readonly value: Json
  readonly effectiveFrom: Instant
  /** Counts from 1; 0 is the default that the product ships. */
  readonly version: number
}

/** The policies in force at one moment; asked by declaration so that the value has its type. */
export interface PolicyBook {
  <Value extends Json>(declaration: Policy<Value>): Value
  /** Version of the value in force: 0 for the shipped default. */
  version(key: string): number
}

/** Each value holds from its day on; of two that begin at the same moment, the one approved later. */
const isLater = (a: PolicyVersion, b: PolicyVersion): boolean =>
  a.effectiveFrom === b.effectiveFrom ? a.version > b.version : a.effectiveFrom > b.effectiveFrom

/** Builds the book in force at `now` from all versions ever approved. */
export function policyBook(versions: readonly PolicyVersion[], now: Instant): PolicyBook {
  const inForce = new Map<string, PolicyVersion>()
  for (const version of versions) {
    if (version.effectiveFrom > now) continue
    const known = inForce.get(version.key)
    if (!known || isLater(version, known)) inForce.set(version.key, version)
  }
  const book = <Value extends Json>(declaration: Policy<Value>): Value => {
    const version = inForce.get(declaration.key)
    return version ? declaration.schema.parse(version.value) : declaration.default
  }
  return Object.assign(book, { version: (key: string) => inForce.get(key)?.version ?? 0 })
}

import type { Json } from '../../kernel/json.ts'
import type { FormField } from './schema.ts'
import type { Values } from './values.ts'

/** What a person typed and has not sent: survives refresh, loss of the network and the end of the session. */
export interface Draft {
  readonly values: Values
  /** Names of chosen records, by the path of their field. */
  readonly labels: Readonly<Record<string, string>>
  /** Idempotency key: the same request sent again after a lost answer makes one change. */
  readonly key: string
  /** Version of the record that the person had before the eyes; null for a form that makes a record. */
  readonly version: number | null
}

/** Whose draft of what. */
interface DraftPlace {
  readonly person: string
  readonly command: string
  readonly record?: string
}

const nameOf = ({ person, command, record }: DraftPlace): string =>
  `bihuan:draft:${person}:${record ?? 'new'}:${command}`

const isDraft = (value: Json): value is Json & Draft =>
  typeof value === 'object' && value !== null && 'values' in value && 'key' in value

/** The draft kept at a place; null when there is none, or when the browser keeps nothing. */
export function readDraft(place: DraftPlace): Draft | null {
  try {
    const kept: Json = JSON.parse(sessionStorage.getItem(nameOf(place)) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/** The draft without what no browser may keep. */
export const withoutSecrets = (fields: readonly FormField[], draft: Draft): Draft => {
  const secret = new Set(fields.filter(field => field.secret).map(field => field.name))
  if (secret.size === 0) return draft
  return { ...draft, values: Object.fromEntries(Object.entries(draft.values).filter(([name]) => !secret.has(name))) }
}

/** Keeps a draft. A browser that keeps nothing (private window, full) costs the draft, never the form. */
export function keepDraft(place: DraftPlace, draft: Draft): void {
  try {
    sessionStorage.setItem(nameOf(place), JSON.stringify(draft))
  } catch {
    return
  }
}

/** Forgets a draft, once what it held was accepted or thrown away by hand. */
export function dropDraft(place: DraftPlace): void {
  try {
    sessionStorage.removeItem(nameOf(place))
  } catch {
    return
  }
}

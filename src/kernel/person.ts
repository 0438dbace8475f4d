import type { Instant } from './time.ts'

/** Whose role somebody holds for some days. */
export interface DeputyFor {
  readonly id: string
  readonly name: string
  readonly role: string
}

/** What somebody from outside who inspects the company may look at: some procedures, some time. */
export interface Sight {
  /** The inspection for which it was opened. */
  readonly inspectionId: string
  readonly procedures: readonly string[]
  /** First and last moment that he looks at, both included. */
  readonly from: Instant
  readonly to: Instant
  /** When the looking ends; absent where nothing is open. */
  readonly until?: Instant
}

/** Who acts: taken from the session or the API key, never from a form (20号 ※5.51). */
export interface Actor {
  readonly id: string
  /** Full name as it is printed and signed. */
  readonly name: string
  readonly username: string
  readonly roles: readonly string[]
  readonly siteId: string
  /** `link`: somebody outside the company, let in to one record by a signed link. */
  readonly via: 'session' | 'api-key' | 'system' | 'link'
  /** Scopes of the API key; a session has all that its roles allow. `complaint.*`, `complaint.open`, `read:*`. */
  readonly scopes?: readonly string[]
  /** Roles that the person holds only as somebody's deputy, with whose; they are among `roles`. */
  readonly deputyFor?: Readonly<Record<string, { readonly id: string; readonly name: string }>>
  /** Set for an inspector: nothing beyond it is there for him. */
  readonly sight?: Sight
}

/** Whether the person holds at least one of the roles. */
export const holds = (actor: Pick<Actor, 'roles'>, roles: readonly string[]): boolean =>
  roles.some(role => actor.roles.includes(role))

/** Whose deputy somebody is when acting in one of these roles; null when one of them is his own. */
export function deputyIn(actor: Pick<Actor, 'roles' | 'deputyFor'>, roles: readonly string[]): DeputyFor | null {
  const held = roles.filter(role => actor.roles.includes(role))
  if (held.some(role => !actor.deputyFor?.[role])) return null
  for (const role of held) {
    const person = actor.deputyFor?.[role]
    if (person) return { ...person, role }
  }
  return null
}

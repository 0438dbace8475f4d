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
}

/** Whether the person holds at least one of the roles. */
export const holds = (actor: Pick<Actor, 'roles'>, roles: readonly string[]): boolean =>
  roles.some(role => actor.roles.includes(role))

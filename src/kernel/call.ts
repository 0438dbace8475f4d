/** What a signer shows again: the password, or a one-time code where the account has one. */
export interface Credential {
  readonly password?: string
  readonly code?: string
}

/** One request to take a step. */
export interface Call {
  readonly command: string
  /** Id of the record; absent for a command that makes one. */
  readonly on?: string
  /** Version that the person saw; another one is refused and what changed is shown. */
  readonly expect?: number
  /** The same key by the same person makes the change once. */
  readonly key?: string
  readonly input: unknown
  readonly sign?: Credential
  /** Why an event that lies further back than the entry window is written down only now. */
  readonly late?: string
}

const ID_SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text has the shape of a record's id. */
export const isId = (value: unknown): value is string => typeof value === 'string' && ID_SHAPE.test(value)

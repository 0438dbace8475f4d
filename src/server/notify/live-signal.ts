import type { ClientBase, Pool } from 'pg'

/**
 * What open pages are told: that somebody has news, that records changed, that sessions may have ended, or that the server was deaf for a
 * while, so that they read anew. Ids alone.
 */
export interface LiveSignal {
  readonly people?: readonly string[]
  readonly records?: readonly string[]
  readonly check?: true
  readonly missed?: true
}

/** Channel of PostgreSQL on which all servers hear {@link LiveSignal}s. */
export const LIVE = 'bihuan_live'
/** Channel on which a server says that it took a step, so that somebody tells people what follows from it. */
export const STEP = 'bihuan_step'

/** Ids in one signal: PostgreSQL takes 8000 bytes. */
const MOST = 150

/** Tells open pages; inside a transaction they hear it when that is committed. */
export async function signalLive(client: Pick<ClientBase | Pool, 'query'>, signal: LiveSignal): Promise<void> {
  const { people = [], records = [], check } = signal
  const parts: LiveSignal[] = [
    ...sliced(people).map(ids => ({ people: ids })),
    ...sliced(records).map(ids => ({ records: ids })),
    ...(check ? [{ check }] : []),
  ]
  await Promise.all(
    parts.map(part =>
      client.query({ name: 'notify_live', text: 'select pg_notify($1, $2)', values: [LIVE, JSON.stringify(part)] }),
    ),
  )
}

const sliced = (ids: readonly string[]): (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / MOST) }, (_, i) => ids.slice(i * MOST, (i + 1) * MOST))

import pg from 'pg'

/** A pool of connections; values come back as the product writes them (see {@link ourValues}). */
export type Pool = pg.Pool

/** How values come back: `ours` as described at {@link ourValues}, `driver` as the pg driver and its users expect. */
export type ValueStyle = 'ours' | 'driver'

export interface PoolOptions {
  readonly max: number
  /** Default `ours`. */
  readonly values?: ValueStyle
  /** Role to take on each connection, where one log-in has to do for all roles. */
  readonly role?: string | null
  readonly onError?: (error: Error) => void
}

/** Opens a pool on a connection URL. Connections that break are dropped and reported, or fail their query; never thrown. */
export const openPool = (url: string, options: PoolOptions): Pool => {
  const { role } = options
  const pool = new pg.Pool({
    connectionString: url,
    // Statements of one transaction go out together and not one by one; each still waits its turn in the database.
    pipeline: options.values !== 'driver',
    max: options.max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    application_name: 'bihuan',
    ...(options.values === 'driver' ? {} : { types: ourValues }),
    ...(role
      ? {
          onConnect: async (client: pg.ClientBase) => {
            await client.query(`set role ${pg.escapeIdentifier(role)}`)
          },
        }
      : {}),
  })
  pool.on('error', error => options.onError?.(error))
  // A connection that breaks while it is lent out tells its queries, which then fail, and itself: unheard, that would end
  // the process.
  pool.on('connect', client => {
    client.on('error', () => undefined)
    if (options.values !== 'driver') sendTogether(client)
  })
  return pool
}

/** The driver's socket; its types leave it out. */
interface WithSocket {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } }
}

/**
 * Statements that are asked for in one go, by as many promises as are ready, leave in one packet: one system call and one
 * waking of the database instead of one for each.
 */
const sendTogether = (client: pg.ClientBase): void => {
  const stream = (client as unknown as WithSocket).connection?.stream
  if (!stream) return
  const ask = client.query.bind(client) as (...asked: unknown[]) => unknown
  const send = (): void => {
    waiting = false
    stream.uncork()
  }
  let waiting = false
  client.query = ((...asked: unknown[]) => {
    if (!waiting) {
      waiting = true
      stream.cork()
      // a tick that is asked for by a promise comes when no promise is ready any more
      queueMicrotask(() => process.nextTick(send))
    }
    return ask(...asked)
  }) as typeof client.query
}

const instant = (value: string): string => {
  const parts = /^(\d{4,})-(\d\d)-(\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?([+-]\d\d(?::\d\d){0,2})?$/.exec(value)
  if (parts === null) throw new RangeError(`not an instant of the present era: ${value}`)
  const [, year, month, day, time, fraction = '', offset = '+00'] = parts
  const local = `${year}-${month}-${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}`
  if (offset === '+00') return `${local}Z`
  return new Date(`${local}${offset.length === 3 ? `${offset}:00` : offset.slice(0, 6)}`).toISOString()
}

const wholeNumber = (value: string): number => {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`whole number too large to be exact: ${value}`)
  return number
}

const { builtins } = pg.types
const asText = (value: string): string => value
const parsers = new Map<number, (value: string) => unknown>([
  [builtins.TIMESTAMPTZ, instant],
  [builtins.TIMESTAMP, instant],
  [builtins.DATE, asText],
  [builtins.INT8, wholeNumber],
  [builtins.NUMERIC, Number],
])

const arrayOf =
  (parse: (value: string) => unknown) =>
  (value: string): unknown[] =>
    // a text[] parser splits the literal; its elements are then read as their own type
    (textArray(value) as (string | null)[]).map(item => (item === null ? null : parse(item)))
const textArray = pg.types.getTypeParser(1009 as never) as (value: string) => unknown[]
for (const [array, element] of [
  [1185, builtins.TIMESTAMPTZ],
  [1115, builtins.TIMESTAMP],
  [1182, builtins.DATE],
  [1016, builtins.INT8],
  [1231, builtins.NUMERIC],
] as const) {
  const parse = parsers.get(element)
  if (parse !== undefined) parsers.set(array, arrayOf(parse))
}

/**
 * Values as the product writes them: timestamptz as an ISO-8601 UTC instant with milliseconds, date as `YYYY-MM-DD`,
 * bigint and numeric as numbers (a bigint that a number cannot hold exactly is an error).
 * They belong to the pool and not to the driver, because libraries on the same driver expect its own dates.
 */
export const ourValues: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(id)) ??
    pg.types.getTypeParser(id as never, format as never)) as typeof pg.types.getTypeParser,
}

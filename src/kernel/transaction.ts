import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { ClientBase, Pool, PoolClient } from 'pg'
import type { Kernel } from './kernel.ts'

// biome-ignore lint/suspicious/noExplicitAny: each query narrows the tables that it reads
type Builder = Kysely<any>

const builders = new WeakMap<ClientBase, Builder>()

/** The query builder on one connection, so that facts are read inside the transaction that decides by them. */
export function builderOn(client: ClientBase): Builder {
  let builder = builders.get(client)
  if (!builder) {
    const connection = { query: client.query.bind(client), release: () => undefined }
    const one = { connect: async () => connection, end: async () => undefined }
    builder = new Kysely({
      dialect: new PostgresDialect({ pool: one as unknown as Pool }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    })
    builders.set(client, builder)
  }
  return builder
}

/** The driver's socket; its types leave it out. */
interface WithSocket {
  readonly connection?: { readonly stream?: { cork(): void; uncork(): void } }
}

/** Statements that `ask` asks for in one go leave in one packet: one system call and one waking of the database. */
export function together<T>(client: ClientBase, ask: () => T): T {
  const stream = (client as unknown as WithSocket).connection?.stream
  stream?.cork()
  try {
    return ask()
  } finally {
    stream?.uncork()
  }
}

/**
 * The kernel with all its reads on one connection, for pages that ask twenty small things at once: they leave in one packet
 * and wake one process of the database, and no page holds more than one connection.
 */
export async function onOneConnection<T>(kernel: Kernel, work: (kernel: Kernel) => Promise<T>): Promise<T> {
  const client = await kernel.pool.connect()
  try {
    const pool = { query: client.query.bind(client) } as unknown as Pool
    return await together(client, () => work({ ...kernel, pool, db: builderOn(client) }))
  } finally {
    client.release()
  }
}

/** A transaction was given up by the database although nobody refused: a fault, not a decision. */
export class NotCommitted extends Error {
  override readonly name = 'NotCommitted'
}

/**
 * PostgreSQL gave one of two waiting transactions up; taking the step again is right. `25P02` is what the statements that
 * were sent behind the failed one answer, and may be heard first; what failed for good fails again and is then told.
 */
const mayRepeat = (fault: unknown): boolean =>
  fault instanceof Error && 'code' in fault && ['40P01', '40001', '25P02'].includes(String(fault.code))

/**
 * Runs `work` in one transaction and commits it. A thrown error rolls back. After a deadlock the work is repeated, three
 * times at most; it must therefore have no effect outside the transaction.
 */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      const begun = client.query('BEGIN')
      const [, value] = await Promise.all([begun, work(client)])
      const { command } = await client.query('COMMIT')
      if (command !== 'COMMIT') throw new NotCommitted('the database rolled the transaction back')
      return value
    } catch (fault) {
      await client.query('ROLLBACK').catch(error => {
        broken = error
      })
      if (attempt < 3 && mayRepeat(fault)) continue
      throw fault
    } finally {
      client.release(broken)
    }
  }
}

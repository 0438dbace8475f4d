import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { ClientBase, Pool, PoolClient } from 'pg'
import type { Kernel } from './kernel.ts'
import { prepared } from './prepared.ts'

// biome-ignore lint/suspicious/noExplicitAny: each query narrows the tables that it reads
type Builder = Kysely<any>

const builders = new WeakMap<ClientBase, Builder>()

/** The query builder on one connection, so that facts are read inside the transaction that decides by them. */
export function builderOn(client: ClientBase): Builder {
  let builder = builders.get(client)
  if (!builder) {
    const connection = { query: queryOn(client), release: () => undefined }
    const one = { connect: async () => connection, end: async () => undefined }
    builder = new Kysely({
      dialect: new PostgresDialect({ pool: one as unknown as Pool }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    })
    builders.set(client, builder)
  }
  return builder
}

/** Asks on this connection; statements that come again are prepared. What is no plain text goes to the driver as it is. */
const queryOn = (client: ClientBase) =>
  ((asked: unknown, values: readonly unknown[] = []) =>
    client.query((typeof asked === 'string' ? prepared(client, asked, values) : asked) as string)) as Pool['query']

/**
 * The kernel with all its reads on one connection, for pages that ask twenty small things at once: they leave in one packet
 * and wake one process of the database, and no page holds more than one connection.
 */
export async function onOneConnection<T>(kernel: Kernel, work: (kernel: Kernel) => Promise<T>): Promise<T> {
  const client = await kernel.pool.connect()
  try {
    return await workOn(client, kernel, work)
  } finally {
    client.release()
  }
}

/**
 * {@link onOneConnection} for what is read of one record. All of it is looked up by ids, so that one plan of a statement fits
 * every time, and the plan by an index; left to itself the database plans anew for each id, which is most of its work on a
 * page. Not for reads whose best plan depends on what is asked for, such as lists and searches.
 */
export async function ofOneRecord<T>(kernel: Kernel, work: (kernel: Kernel) => Promise<T>): Promise<T> {
  const client = await kernel.pool.connect()
  let broken: Error | undefined
  const set = (statement: string): Promise<unknown> =>
    client.query(statement).catch(error => {
      broken = error
    })
  try {
    // a plan for any ids reckons with ten of them; it must not read a whole table for their sake
    set('SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off')
    return await workOn(client, kernel, work)
  } finally {
    await set('RESET plan_cache_mode; RESET enable_seqscan')
    client.release(broken)
  }
}

const workOn = <T>(client: ClientBase, kernel: Kernel, work: (kernel: Kernel) => Promise<T>): Promise<T> =>
  work({ ...kernel, pool: { query: queryOn(client) } as unknown as Pool, db: builderOn(client) })

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
 * @param last asks for writes on whose answers nothing depends; they leave together with COMMIT, so that locks are held
 *   shorter by the time of one answer. When one of them fails, COMMIT rolls back.
 */
export async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  last?: (client: PoolClient, value: T) => Promise<unknown> | undefined,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect()
    let broken: Error | undefined
    try {
      const begun = client.query('BEGIN')
      const [, value] = await Promise.all([begun, work(client)])
      const [, { command }] = await Promise.all([last?.(client, value), client.query('COMMIT')])
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

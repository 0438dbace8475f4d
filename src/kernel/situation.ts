import type { ClientBase } from 'pg'
import type { HeldGate } from './around.ts'
import type { AnyCommand, Ground } from './command.ts'
import type { DeadlineRow } from './deadline.ts'
import type { Kernel } from './kernel.ts'
import type { Actor } from './person.ts'
import { policyBook } from './policy.ts'
import type { Procedure } from './procedure.ts'
import type { AnyDatabase, FindQuery } from './queries.ts'
import type { RecordBase } from './record.ts'
import { fromRow } from './rows.ts'
import type { Settings } from './settings.ts'
import type { SignOffRow } from './sign-off.ts'
import type { Instant } from './time.ts'

/** Facts of many records by name: `facts.get(name).get(recordId)`. */
export type FactTable = ReadonlyMap<string, ReadonlyMap<string, unknown>>

/** Reads the named facts of all given records, one query for each name. */
export async function readFacts(
  db: AnyDatabase,
  procedure: Procedure,
  names: readonly string[],
  recordIds: readonly string[],
): Promise<FactTable> {
  const wanted = [...new Set(names)]
  const values = await Promise.all(
    wanted.map(name => {
      const query = procedure.queries.facts[name]
      if (!query) throw new Error(`${procedure.name} has no fact ${name}`)
      return query.read(db, recordIds)
    }),
  )
  return new Map(wanted.map((name, i) => [name, values[i] as ReadonlyMap<string, unknown>]))
}

/** The facts of one record, with what stands for "none" where the query found nothing. */
export function factsOf(
  procedure: Procedure,
  table: FactTable,
  names: readonly string[],
  recordId: string | undefined,
): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const name of names) {
    const none = procedure.queries.facts[name]?.none
    facts[name] = recordId ? (table.get(name)?.get(recordId) ?? none) : none
  }
  return facts
}

/** The gates on commands, each with its fact for every held record. A fact at which several gates look is read once. */
export async function readGates(
  kernel: Kernel,
  db: AnyDatabase,
  commandIds: readonly string[],
  recordIds: readonly string[],
): Promise<(commandId: string, recordId: string) => HeldGate[]> {
  const { registry } = kernel
  const byProcedure = Map.groupBy(commandIds.flatMap(registry.gatesOn), ({ procedure }) => procedure)
  const tables = new Map(
    await Promise.all(
      [...byProcedure].map(async ([procedure, held]) => {
        const names = recordIds.length > 0 ? held.flatMap(({ gate }) => gate.fact ?? []) : []
        return [procedure, await readFacts(db, procedure, names, recordIds)] as const
      }),
    ),
  )
  return (commandId, recordId) =>
    registry.gatesOn(commandId).map(({ procedure, gate }) => ({
      gate,
      held: gate.fact && factsOf(procedure, tables.get(procedure) ?? new Map(), [gate.fact], recordId)[gate.fact],
    }))
}

/** What the gates on a command look up by what was entered; in the order of the gates. */
export const findForGates = (
  kernel: Kernel,
  db: AnyDatabase,
  commandId: string,
  ask: Parameters<FindQuery<unknown>>[1],
): Promise<unknown[]> =>
  Promise.all(
    kernel.registry.gatesOn(commandId).map(({ procedure, gate }) => gate.find && findIn(procedure, gate.find, db, ask)),
  )

/** Asks a look-up of a procedure by its name. */
export function findIn(
  procedure: Procedure,
  name: string,
  db: AnyDatabase,
  ask: Parameters<FindQuery<unknown>>[1],
): Promise<unknown> {
  const query = procedure.queries.finds[name]
  if (!query) throw new Error(`${procedure.name} cannot find ${name}`)
  return query(db, ask)
}

/** Puts together what a step may look at. */
export const situationOf = (
  kernel: Kernel,
  settings: Settings,
  record: RecordBase | undefined,
  facts: Record<string, unknown>,
  actor: Actor,
  now: Instant,
): Ground => ({
  record,
  facts,
  policy: policyBook(settings.policies, now),
  actor,
  now,
  zone: kernel.zone,
})

/** Reads clocks of records, in order of their end. */
export async function readDeadlines(
  client: Pick<ClientBase, 'query'>,
  recordIds: readonly string[],
): Promise<DeadlineRow[]> {
  const { rows } = await client.query({
    name: 'deadlines_of',
    text: 'SELECT * FROM deadline WHERE record_id = ANY($1::uuid[]) ORDER BY due_at, name, key',
    values: [recordIds],
  })
  return rows.map(row => fromRow<DeadlineRow>(row))
}

/** Reads the sign-offs of records. */
export async function readSignOffs(
  client: Pick<ClientBase, 'query'>,
  recordIds: readonly string[],
): Promise<SignOffRow[]> {
  const { rows } = await client.query({
    name: 'sign_offs_of',
    text: 'SELECT * FROM sign_off WHERE record_id = ANY($1::uuid[]) ORDER BY chain, round, step, turn',
    values: [recordIds],
  })
  return rows.map(row => fromRow<SignOffRow>(row))
}

/** The chain that a command signs, if any. */
export const chainSigned = (procedure: Procedure, command: AnyCommand) =>
  command.sign?.chain ? procedure.chains.find(chain => chain.name === command.sign?.chain) : undefined

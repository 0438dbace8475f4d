import type { Around } from './around.ts'
import type { AnyCommand, Choices, Situation } from './command.ts'
import { refusalsNow, situated } from './decide.ts'
import type { Kernel } from './kernel.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordBase } from './record.ts'
import type { Refusal } from './refusal.ts'
import type { Settings } from './settings.ts'
import type { Signing, SignOffRow } from './sign-off.ts'
import { chainSigned, factsOf, readFacts, readGates, readSignOffs, situationOf } from './situation.ts'

/** For each command of the procedure: null when the person may take it now, else the very refusal of `execute`. */
export type Can = Readonly<Record<string, Refusal | null>>

/** What is possible on one record, with what the forms open with and the remarks under the steps. */
export interface Possible {
  readonly can: Can
  readonly fill: Readonly<Record<string, unknown>>
  readonly remark: Readonly<Record<string, unknown>>
  /** For each step: what its fields may be chosen from on this record. */
  readonly choices: Readonly<Record<string, Choices>>
  /** For each step that signs a chain now: which signature it gives. */
  readonly signing: Readonly<Record<string, Signing>>
  readonly facts: Record<string, unknown>
  readonly signOffs: readonly SignOffRow[]
}

/**
 * What is possible on each of the records. Facts, gates and sign-offs are read once for all of them, so a list of fifty
 * records costs as many queries as one.
 */
export async function possible(
  kernel: Kernel,
  settings: Settings,
  procedure: Procedure,
  records: readonly RecordBase[],
  actor: Actor,
  extraFacts: readonly string[] = [],
): Promise<ReadonlyMap<string, Possible>> {
  const commands = procedure.commands.filter(command => command.from !== 'new')
  const ids = records.map(record => record.id)
  const names = [...new Set([...extraFacts, ...commands.flatMap(command => command.facts as readonly string[])])]
  const now = kernel.clock.now()
  const [table, signOffs, gates] = await Promise.all([
    readFacts(kernel.db, procedure, names, ids),
    procedure.chains.length > 0 ? readSignOffs(kernel.pool, ids) : Promise.resolve<SignOffRow[]>([]),
    readGates(
      kernel,
      kernel.db,
      commands.map(command => command.id),
      ids,
    ),
  ])
  const signOffsOf = Map.groupBy(signOffs, row => row.recordId)
  return new Map(
    records.map(record => {
      const facts = factsOf(procedure, table, names, record.id)
      const ground = situationOf(kernel, settings, record, facts, actor, now)
      const can: Record<string, Refusal | null> = {}
      const fill: Record<string, unknown> = {}
      const remark: Record<string, unknown> = {}
      const choices: Record<string, Choices> = {}
      const signing: Record<string, Signing> = {}
      const own = signOffsOf.get(record.id) ?? []
      commands.forEach((command: AnyCommand) => {
        const around: Around = {
          words: kernel.words,
          gates: gates(command.id, record.id),
          chain: chainSigned(procedure, command),
          signOffs: own,
        }
        const refusals = refusalsNow(command, ground, around)
        can[command.id] = refusals[0] ?? null
        if (refusals.length > 0) return
        const known = situated(command, ground, around) as Situation<RecordBase, Record<string, unknown>>
        if (known.signing) signing[command.id] = known.signing
        if (command.fill) fill[command.id] = command.fill(known)
        if (command.choices) choices[command.id] = command.choices(known)
        const said = command.remark?.(known)
        if (said) remark[command.id] = said
      })
      return [record.id, { can, fill, remark, choices, signing, facts, signOffs: own }]
    }),
  )
}

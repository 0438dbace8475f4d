import type { AnyCommand } from './command.ts'
import type { Gate } from './gate.ts'
import type { Policy } from './policy.ts'
import type { Procedure, Reaction } from './procedure.ts'

/** All procedures of the product, and what can be found in them by name. */
export interface Registry {
  readonly procedures: readonly Procedure[]
  readonly commands: readonly AnyCommand[]
  readonly policies: readonly Policy[]
  /** @throws Error when there is no such procedure; ask {@link Registry.has} for names that came from outside. */
  procedure(name: string): Procedure
  has(name: string): boolean
  command(id: string): AnyCommand | undefined
  gatesOn(commandId: string): readonly { readonly procedure: Procedure; readonly gate: Gate }[]
  reactionsTo(commandId: string): readonly { readonly procedure: Procedure; readonly reaction: Reaction }[]
}

/** Collects the procedures; refuses names that are used twice, since a trail entry must mean one thing. */
export function registry(procedures: readonly Procedure[]): Registry {
  const byName = new Map<string, Procedure>()
  const commands = new Map<string, AnyCommand>()
  for (const procedure of procedures) {
    if (byName.has(procedure.name)) throw new Error(`two procedures are called ${procedure.name}`)
    byName.set(procedure.name, procedure)
    for (const command of procedure.commands) {
      if (commands.has(command.id)) throw new Error(`two commands are called ${command.id}`)
      commands.set(command.id, command)
    }
  }
  const gates = Map.groupBy(
    procedures.flatMap(procedure => procedure.gates.map(gate => ({ procedure, gate }))),
    ({ gate }) => gate.holds,
  )
  const reactions = Map.groupBy(
    procedures.flatMap(procedure => procedure.on.map(reaction => ({ procedure, reaction }))),
    ({ reaction }) => reaction.on,
  )
  return {
    procedures,
    commands: [...commands.values()],
    policies: procedures.flatMap(procedure => procedure.policies),
    procedure: name => {
      const found = byName.get(name)
      if (!found) throw new Error(`no procedure is called ${name}`)
      return found
    },
    has: name => byName.has(name),
    command: id => commands.get(id),
    gatesOn: id => gates.get(id) ?? [],
    reactionsTo: id => reactions.get(id) ?? [],
  }
}

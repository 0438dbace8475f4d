import type { Situation } from './command.ts'
import type { RecordBase } from './record.ts'
import type { Refusals } from './refusal.ts'

/**
 * One procedure holds another's command, declared in the holder's own folder:
 * the held procedure does not know its holder. Evaluated wherever the held command's guard is.
 */
export interface Gate<Fact = unknown> {
  /** The command that is held, e.g. `shipment.ship`. */
  readonly holds: string
  readonly name: string
  readonly clause: string
  /** A bulk read in the holder's queries, by ids of the held records. */
  readonly fact: string
  readonly guard: (situation: Situation<RecordBase, { readonly held: Fact }>) => Refusals
}

/** Declares a gate. */
export const gate = <Fact>(declaration: Gate<Fact>): Gate<Fact> => declaration

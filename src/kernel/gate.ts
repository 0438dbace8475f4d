import type { Asked, Situation } from './command.ts'
import type { RecordBase } from './record.ts'
import type { Refusals } from './refusal.ts'

/**
 * One procedure holds another's command, declared in the holder's own folder: the held procedure does not know its holder.
 * `fact` and `guard` look at the held record, wherever its own guards are evaluated; `find` and `check` look at what was
 * entered, wherever its own checks are, and so hold commands that make a record too.
 */
export interface Gate<Fact = unknown, Found = unknown> {
  /** The command that is held, e.g. `shipment.ship`. */
  readonly holds: string
  readonly name: string
  readonly clause: string
  /** A bulk read in the holder's queries, by ids of the held records. */
  readonly fact?: string
  readonly guard?: (situation: Situation<RecordBase, { readonly held: Fact }>) => Refusals
  /** A look-up in the holder's queries, by what is entered for the held command. */
  readonly find?: string
  // biome-ignore lint/suspicious/noExplicitAny: the holder names the part of the held input that it reads
  readonly check?: (asked: Asked<RecordBase, Record<string, never>, any, { readonly held: Found }>) => Refusals
}

/** Declares a gate with the types of what it reads. */
export const gate = <Fact, Found = unknown>(declaration: Gate<Fact, Found>): Gate => declaration as unknown as Gate

import type { Kysely } from 'kysely'
import type { z } from 'zod'
import type { Calendar } from './calendar.ts'
import type { Actor } from './person.ts'
import type { PolicyBook } from './policy.ts'
import type { Text } from './text.ts'
import type { Instant, Zone } from './time.ts'

/** The tables as the query builder sees them; each procedure narrows it to its own. */
// biome-ignore lint/suspicious/noExplicitAny: procedures narrow the database to the tables that they read
export type AnyDatabase = Kysely<any>

/** A fact about records, read for many at once so that lists never ask row by row. */
export type FactQuery<Value> = (db: AnyDatabase, recordIds: readonly string[]) => Promise<ReadonlyMap<string, Value>>

/** A look-up by what was entered; `record` is absent for a command that makes one. */
export type FindQuery<Value> = (
  db: AnyDatabase,
  ask: {
    // biome-ignore lint/suspicious/noExplicitAny: each look-up names the part of the input that it reads
    input: any
    // biome-ignore lint/suspicious/noExplicitAny: each look-up knows the record that it is asked about
    record?: any
    actor: Actor
    now: Instant
    zone: Zone
    policy: PolicyBook
    calendar: Calendar
  },
) => Promise<Value>

/** What a read may use besides the database. */
export interface ReadContext {
  readonly actor: Actor
  readonly now: Instant
  readonly zone: string
  readonly policy: PolicyBook
}

/** A named read: `GET /api/read/<procedure>.<name>`. */
export interface Read<Params = unknown, Answer = unknown> {
  readonly title: Text
  /** Roles that may ask; empty means everyone who is signed in. */
  readonly by: readonly string[]
  readonly params: z.ZodType<Params>
  readonly answer?: z.ZodType<Answer>
  readonly run: (db: AnyDatabase, params: Params, context: ReadContext) => Promise<Answer>
}

/** Declares a read. */
export const read = <Params, Answer>(declaration: Read<Params, Answer>): Read<Params, Answer> => declaration

// biome-ignore lint/suspicious/noExplicitAny: a registry of reads is heterogeneous by nature
export type AnyRead = Read<any, any>

/** All SQL of a procedure, by name. `facts` must answer every id that it is given or a default is taken from `none`. */
export interface Queries {
  readonly facts: Readonly<Record<string, { readonly read: FactQuery<unknown>; readonly none: unknown }>>
  readonly finds: Readonly<Record<string, FindQuery<unknown>>>
  readonly reads: Readonly<Record<string, AnyRead>>
}

/** The values that the fact queries yield, by name; commands are typed against it. */
export type FactsOf<Q extends { facts: Record<string, { read: FactQuery<unknown>; none: unknown }> }> = {
  [K in keyof Q['facts']]: Q['facts'][K] extends { read: FactQuery<infer Value>; none: infer None }
    ? Value | None
    : never
}

/** The values that the look-ups yield, by name. */
export type FindsOf<Q extends { finds: Record<string, FindQuery<unknown>> }> = {
  [K in keyof Q['finds']]: Awaited<ReturnType<Q['finds'][K]>>
}

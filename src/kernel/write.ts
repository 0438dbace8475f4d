import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AnyCommand, Change } from './command.ts'
import type { DeadlineRow } from './deadline.ts'
import { type LateEntry, lateRow } from './entry-window.ts'
import type { Json, JsonObject } from './json.ts'
import type { Actor, DeputyFor } from './person.ts'
import type { RecordBase, RecordType } from './record.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/**
 * One row written by an accepted step. The trail entry holds all of them, so that every row of every table can be
 * rebuilt from the trail and compared: a row changed behind the application's back shows.
 */
export type Write =
  | { readonly table: string; readonly id: string; readonly insert: JsonObject }
  | { readonly table: string; readonly id: string; readonly set: JsonObject }

/** A row with every column of its schema, absent ones null, so that nothing is left to a default of the database. */
export function wholeRow(schema: z.ZodType, values: JsonObject): JsonObject {
  if (!(schema instanceof z.ZodObject)) return values
  const row: Record<string, Json> = {}
  for (const key of Object.keys(schema.shape)) row[key] = values[key] ?? null
  for (const key in values) if (!(key in row)) throw new Error(`the row has no column for ${key}`)
  return row
}

/** The write of the record's own row, and the row after it. */
export function recordWrite(
  type: RecordType,
  before: RecordBase | undefined,
  change: Change<RecordBase>,
  made: {
    readonly id: string
    readonly number: string
    readonly to: string
    readonly actor: Actor
    readonly now: Instant
  },
): { readonly write: Write; readonly after: RecordBase } {
  const set = (change.set ?? {}) as JsonObject
  if (!before) {
    const row = wholeRow(type.row, {
      ...set,
      id: made.id,
      number: made.number,
      state: made.to,
      version: 1,
      siteId: made.actor.siteId,
      createdAt: made.now,
      createdBy: made.actor.id,
      updatedAt: made.now,
    })
    return { write: { table: type.table, id: made.id, insert: row }, after: row as unknown as RecordBase }
  }
  const next = { ...set, state: made.to, version: before.version + 1, updatedAt: made.now }
  return {
    write: { table: type.table, id: before.id, set: next },
    after: { ...before, ...next } as RecordBase,
  }
}

/** Writes of the record's child rows. */
export const childWrites = (type: RecordType, change: Change<RecordBase>, recordId: string): Write[] =>
  (change.rows ?? []).map(row => {
    const child = type.children?.[row.child]
    if (!child) throw new Error(`${type.name} has no child table ${row.child}`)
    return 'insert' in row
      ? {
          table: child.table,
          id: row.insert.id,
          insert: wholeRow(child.row, { ...row.insert, [child.parent]: recordId }),
        }
      : { table: child.table, id: row.id, set: row.set }
  })

/** What the kernel's own tables get from a change besides clocks and chains: corrections, links, the signature. */
export function kernelWrites(
  command: AnyCommand,
  change: Change<RecordBase>,
  at: { readonly procedure: string; readonly record: RecordBase; readonly actor: Actor; readonly now: Instant },
  signed: SignatureMade | null,
  late: readonly LateEntry[] = [],
): Write[] {
  const { procedure, record, actor, now } = at
  const base = { procedure, recordId: record.id }
  const insert = (table: string, row: JsonObject): Write => {
    const id = randomUUID()
    return { table, id, insert: { id, ...row } }
  }
  const writes: Write[] = []
  for (const { field, was, now: is, reason } of change.correct ?? [])
    writes.push(
      insert('correction', {
        ...base,
        field,
        was: was ?? null,
        now: is ?? null,
        reason,
        byId: actor.id,
        byName: actor.name,
        at: now,
      }),
    )
  for (const entry of late)
    writes.push(insert('late_entry', lateRow(entry, { ...base, command: command.id, actor, now })))
  for (const link of change.link ?? []) writes.push(linkWrite(procedure, record.id, link, now))
  if (command.sign && signed)
    writes.push(
      insert('signature', {
        ...base,
        command: command.id,
        chain: command.sign.chain ?? null,
        step: signed.step,
        personId: actor.id,
        personName: actor.name,
        meaning: signed.meaning as unknown as JsonObject,
        method: signed.method,
        at: now,
        signedHash: signed.hash,
        version: record.version,
        deputyFor: signed.deputyFor as unknown as JsonObject | null,
        role: signed.role,
        note: change.note ?? null,
      }),
    )
  return writes
}

/** The write of a link between two records. */
export const linkWrite = (
  procedure: string,
  recordId: string,
  to: { readonly procedure: string; readonly id: string; readonly kind: string },
  now: Instant,
): Write => {
  const id = randomUUID()
  const insert = {
    id,
    fromProcedure: procedure,
    fromId: recordId,
    toProcedure: to.procedure,
    toId: to.id,
    kind: to.kind,
    at: now,
  }
  return { table: 'link', id, insert }
}

/** A signature as it was made: proven, bound to what was shown, and in whose place. */
export interface SignatureMade {
  readonly method: string
  readonly hash: string
  readonly meaning: Text
  /** Place of the signed step in its chain, from 1. */
  readonly step: number | null
  readonly deputyFor: DeputyFor | null
  /** In which of his roles the person signed. */
  readonly role: string | null
}

/** A record that is finished leaves no clock running: open ones end with that reason. */
export function finalWrites(type: RecordType, after: RecordBase, due: readonly DeadlineRow[], now: Instant): Write[] {
  const state = type.states[after.state]
  if (!state?.final) return []
  const reason: Text = { zh: `记录已转为“${state.title.zh}”`, en: `the record is now "${state.title.en}"` }
  return due.map(row => ({
    table: 'deadline',
    id: row.id,
    set: { cancelledAt: now, cancelReason: reason as unknown as JsonObject },
  }))
}

import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AnyCommand, Change } from './command.ts'
import type { DeadlineRow } from './deadline.ts'
import type { Json, JsonObject } from './json.ts'
import type { Actor } from './person.ts'
import type { RecordBase, RecordType } from './record.ts'
import type { SignOffChain, SignOffRow } from './sign-off.ts'
import { lastRound } from './sign-off-order.ts'
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

/** What the kernel's own tables get from a change: corrections, links, signatures, the sign-off chain. */
export function kernelWrites(
  command: AnyCommand,
  change: Change<RecordBase>,
  at: { readonly procedure: string; readonly record: RecordBase; readonly actor: Actor; readonly now: Instant },
  signed: { readonly method: string; readonly hash: string } | null,
  chain: SignOffChain | undefined,
  signOffs: readonly SignOffRow[],
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
  for (const link of change.link ?? []) writes.push(linkWrite(procedure, record.id, link, now))
  if (command.sign && signed)
    writes.push(
      insert('signature', {
        ...base,
        command: command.id,
        chain: command.sign.chain ?? null,
        step: command.sign.step ?? null,
        personId: actor.id,
        personName: actor.name,
        meaning: command.sign.meaning as unknown as JsonObject,
        method: signed.method,
        at: now,
        signedHash: signed.hash,
        version: record.version,
      }),
    )
  if (chain && command.sign?.step) writes.push(...chainWrites(chain, command.sign.step, change, at, signOffs))
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

function chainWrites(
  chain: SignOffChain,
  step: number,
  change: Change<RecordBase>,
  { procedure, record, actor, now }: { procedure: string; record: RecordBase; actor: Actor; now: Instant },
  rows: readonly SignOffRow[],
): Write[] {
  const last = lastRound(rows, chain.name)
  const waiting = last.find(row => row.step === step && row.outcome === 'pending')
  const round = waiting ? waiting.round : (last[0]?.round ?? 0) + 1
  const outcome = change.decline ? 'declined' : 'signed'
  const row = (number: number, settled: boolean): Write => {
    const id = randomUUID()
    const insert = {
      id,
      procedure,
      recordId: record.id,
      chain: chain.name,
      round,
      step: number,
      byRoles: chain.steps[number - 1]?.by ?? [],
      openedAt: now,
      signedAt: settled ? now : null,
      signedBy: settled ? actor.id : null,
      outcome: settled ? outcome : 'pending',
    }
    return { table: 'sign_off', id, insert }
  }
  const writes: Write[] = [
    waiting
      ? { table: 'sign_off', id: waiting.id, set: { signedAt: now, signedBy: actor.id, outcome } }
      : row(step, true),
  ]
  if (!change.decline && step < chain.steps.length) writes.push(row(step + 1, false))
  return writes
}

/** A record that is finished leaves nothing running: open clocks end with that reason, signatures are no longer asked. */
export function finalWrites(
  type: RecordType,
  after: RecordBase,
  due: readonly DeadlineRow[],
  pending: readonly SignOffRow[],
  now: Instant,
): Write[] {
  const state = type.states[after.state]
  if (!state?.final) return []
  const reason: Text = { zh: `记录已转为“${state.title.zh}”`, en: `the record is now "${state.title.en}"` }
  return [
    ...due.map(
      row =>
        ({
          table: 'deadline',
          id: row.id,
          set: { cancelledAt: now, cancelReason: reason as unknown as JsonObject },
        }) as Write,
    ),
    ...pending.map(row => ({ table: 'sign_off', id: row.id, set: { outcome: 'withdrawn' } }) as Write),
  ]
}

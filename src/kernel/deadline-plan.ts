import { randomUUID } from 'node:crypto'
import type { Change } from './command.ts'
import type { DeadlineRow, DeadlineType } from './deadline.ts'
import type { JsonObject } from './json.ts'
import { dueAt } from './limit.ts'
import type { Actor } from './person.ts'
import type { PolicyBook } from './policy.ts'
import type { RecordBase } from './record.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { Settings } from './settings.ts'
import type { Instant, Zone } from './time.ts'
import type { Write } from './write.ts'

/** What a change means for the record's clocks. */
export interface DeadlinePlan {
  readonly writes: Write[]
  /** The clocks of the record after the change. */
  readonly due: DeadlineRow[]
  readonly refusal?: Refusal
}

interface Place {
  readonly procedure: string
  readonly declared: readonly DeadlineType[]
  readonly policy: PolicyBook
  readonly calendar: Settings['calendar']
  readonly zone: Zone
  readonly now: Instant
  readonly actor: Actor
}

const isOpen = (row: DeadlineRow): boolean => !row.metAt && !row.cancelledAt

/**
 * Plans the record's clocks: meets, cancels, reopens, hands over, opens, in this order. A clock that is opened while it already runs moves
 * only to an earlier end (new facts may shorten a limit); it never silently moves later.
 */
export function planDeadlines(
  place: Place,
  record: RecordBase,
  before: readonly DeadlineRow[],
  change: Change<RecordBase>,
): DeadlinePlan {
  const due = new Map(before.map(row => [row.id, row]))
  const writes: Write[] = []
  const running = (name: string, key = ''): DeadlineRow | undefined =>
    [...due.values()].find(row => row.name === name && row.key === key && isOpen(row))
  const alter = (row: DeadlineRow, set: Partial<DeadlineRow>): void => {
    due.set(row.id, { ...row, ...set })
    writes.push({ table: 'deadline', id: row.id, set: set as unknown as JsonObject })
  }
  const begin = (row: DeadlineRow): void => {
    due.set(row.id, row)
    writes.push({ table: 'deadline', id: row.id, insert: row as unknown as JsonObject })
  }
  for (const { deadline, key, at } of change.meet ?? []) {
    const row = running(deadline, key)
    if (row) alter(row, { metAt: at ?? place.now, metBy: place.actor.id })
  }
  for (const { deadline, key, reason } of change.cancel ?? []) {
    const row = running(deadline, key)
    if (row) alter(row, { cancelledAt: place.now, cancelReason: reason })
  }
  for (const { deadline, key = '', reason } of change.reopen ?? []) {
    const row = [...due.values()].findLast(
      item => item.name === deadline && item.key === key && item.metAt && !item.cancelledAt,
    )
    if (row) {
      alter(row, { cancelledAt: place.now, cancelReason: reason })
      begin({ ...row, id: randomUUID(), metAt: null, metBy: null })
    }
  }
  for (const { deadline, key, ownerId } of change.hand ?? []) {
    const row = running(deadline, key)
    if (row && row.ownerId !== ownerId) alter(row, { ownerId })
  }
  for (const open of change.open ?? []) {
    const declared = place.declared.find(item => item.name === open.deadline)
    if (!declared) throw new Error(`${place.procedure} declares no deadline ${open.deadline}`)
    const limit = open.limit ?? declared.limit({ record, policy: place.policy })
    const policyKey = typeof declared.policy === 'function' ? declared.policy(record) : (declared.policy ?? null)
    const policyVersion = policyKey ? place.policy.version(policyKey) : 0
    const end = dueAt(limit, open.from, {
      zone: place.zone,
      calendar: place.calendar,
      event: declared.startsAt,
      ...(policyKey && !open.limit ? { policy: { key: policyKey, version: policyVersion } } : {}),
    })
    if (!end.ok)
      return {
        writes,
        due: [...due.values()],
        refusal: refuse('outside-calendar', end.sentence, { clause: declared.clause }),
      }
    const ours = running(open.deadline, open.key)
    const clause = declared.otherwise?.when(record) ? declared.otherwise.clause : declared.clause
    const timing = { clause, dueAt: end.dueAt, limit, explanation: end.explanation, policyKey, policyVersion }
    if (ours) {
      if (end.dueAt < ours.dueAt) alter(ours, timing)
      continue
    }
    begin({
      id: randomUUID(),
      procedure: place.procedure,
      recordId: record.id,
      name: open.deadline,
      key: open.key ?? '',
      ownerRole: open.ownerRole ?? (typeof declared.owner === 'function' ? declared.owner(record) : declared.owner),
      ownerId: open.ownerId ?? null,
      openedAt: open.from,
      ...timing,
      note: open.note ?? null,
      metAt: null,
      metBy: null,
      cancelledAt: null,
      cancelReason: null,
    })
  }
  return { writes, due: [...due.values()] }
}

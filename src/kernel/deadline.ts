import type { Explanation } from './explain.ts'
import type { Limit } from './limit.ts'
import type { PolicyBook } from './policy.ts'
import type { Text } from './text.ts'
import type { Instant } from './time.ts'

/** A clock of a procedure: opened by one command, met by another. */
export interface DeadlineType<Row = unknown> {
  /** Unique in its procedure: `contact`, `verification`, … */
  readonly name: string
  readonly title: Text
  readonly clause: string
  /** Records for which the clock carries out another clause: the local and the out-of-town limit of one step. */
  readonly otherwise?: { readonly clause: string; readonly when: (record: Row) => boolean }
  /** Time limit of the requirements catalogue (`TL01`) or rule of law (`CN-AE-003`) that it carries. */
  readonly rule: string
  /** What the clock counts from, as a noun that fits "counted from …": 受理 / registration. */
  readonly startsAt: Text
  /** The limit in force for this record; a policy may have set it. */
  readonly limit: (ask: { record: Row; policy: PolicyBook }) => Limit
  /** Key of the policy that sets the limit, kept with the deadline together with its version. */
  readonly policy?: string | ((record: Row) => string)
  /** Role whose work it is; a person may be named when the clock is opened. */
  readonly owner: string | ((record: Row) => string)
  /** Next role up, told when it is overdue. */
  readonly escalatesTo: string
  /** One short remark under the clock: "interim opinion allowed". */
  readonly remark?: (record: Row) => Text | null
  /** Name of a fact of the procedure that answers {@link LateReason}s: what was said about clocks that ran late. */
  readonly reasons?: string
  /** Name of a fact that answers, by id of the clock instead of the record, the {@link Work} that met it; for work on other records. */
  readonly work?: string
}

/** What met a clock: who did the work and when, and on which record; null where it was noted on the clock's own. */
export interface Work {
  readonly byName: string
  readonly at: Instant
  readonly record: { readonly procedure: string; readonly id: string } | null
}

/** Why a clock ran late, as somebody explained it. */
export interface LateReason {
  /** Name of the clock that is explained; absent: every clock of the record. */
  readonly deadline?: string
  /** Tells several clocks of one name apart; absent: all of that name. */
  readonly key?: string
  readonly at: Instant
  readonly byName: string
  readonly reason: string
}

/** Clauses that the clock may carry out. */
export const clausesOfClock = ({ clause, otherwise }: Pick<DeadlineType, 'clause' | 'otherwise'>): readonly string[] =>
  otherwise ? [clause, otherwise.clause] : [clause]

/** Declares a deadline. */
export const deadline = <Row>(declaration: DeadlineType<Row>): DeadlineType<Row> => declaration

/** Opens a clock. `key` tells several of one name apart (a day, an action). */
export interface OpenDeadline {
  readonly deadline: string
  readonly key?: string
  /** Start of the count; the moment of the event, not of its entry. */
  readonly from: Instant
  /** A limit of this one record instead of the declared one (a department's own expected time). */
  readonly limit?: Limit
  /** Role whose work this one is, when another than the declared. */
  readonly ownerRole?: string
  /** Person whose work it is, when known. */
  readonly ownerId?: string
  /** Says more about this one: name of the department, the action. */
  readonly note?: Text
}

/** Hands a running clock to another person, or back to its role. */
export interface HandDeadline {
  readonly deadline: string
  readonly key?: string
  readonly ownerId: string | null
}

/** Stops a clock because its demand was fulfilled at `at` (default: now). */
export interface MeetDeadline {
  readonly deadline: string
  readonly key?: string
  readonly at?: Instant
}

/** Ends a clock that no longer applies. Always with a reason; never makes a late one disappear from evidence. */
export interface CancelDeadline {
  readonly deadline: string
  readonly key?: string
  readonly reason: Text
}

/**
 * What had met a clock turned out to be void: that one ends with the reason, out of the count, and an equal one runs to the same end.
 */
export type ReopenDeadline = CancelDeadline

/** A clock as stored and shown. */
export interface DeadlineRow {
  readonly id: string
  readonly procedure: string
  readonly recordId: string
  readonly name: string
  readonly key: string
  readonly clause: string
  readonly ownerRole: string
  readonly ownerId: string | null
  readonly openedAt: Instant
  readonly dueAt: Instant
  readonly limit: Limit
  readonly explanation: Explanation
  readonly policyKey: string | null
  readonly policyVersion: number
  readonly note: Text | null
  readonly metAt: Instant | null
  readonly metBy: string | null
  readonly cancelledAt: Instant | null
  readonly cancelReason: Text | null
}

/** A clock that moves earlier, on whatever record it runs. */
export interface MovedClock {
  readonly id: string
  readonly procedure: string
  readonly recordId: string
  readonly recordNumber: string
  readonly recordVersion: number
  readonly title: DeadlineType['title']
  readonly clause: string
  readonly was: Instant
  readonly set: Pick<DeadlineRow, 'dueAt' | 'limit' | 'explanation' | 'policyVersion'>
}

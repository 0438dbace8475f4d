import type { DeadlineRow, LateReason } from './deadline.ts'
import { withoutDisposed } from './disposed.ts'
import { BEGUN, type ClockCounts, COUNTS_FOR, countClocks, countsFor, DUTIES, RAN_ON } from './evidence.ts'
import { type Duration, type Spread, spreadOf } from './evidence-duration.ts'
import type { ClockProof } from './evidence-proof.ts'
import { workBehind } from './evidence-work.ts'
import { explainText, limitText } from './explain.ts'
import type { Kernel } from './kernel.ts'
import type { Sight } from './person.ts'
import type { Procedure } from './procedure.ts'
import { fromRow } from './rows.ts'
import { type Text, text } from './text.ts'
import type { Instant } from './time.ts'

/** Which clocks: of one clause of a procedure, due between two moments, both included. */
export interface ClockAsk {
  readonly procedure: Procedure
  readonly clause: string
  readonly from: Instant
  readonly to: Instant
  readonly now: Instant
  /** Set for an inspector: clocks that had ended before the period are not part of it. */
  readonly sight?: Sight
}

/** The clocks of one kind that carry out a clause: one name, one policy behind the limit. */
export interface ClockGroup extends ClockCounts {
  /** `verification|complaint.remote_complete_d`. */
  readonly id: string
  readonly title: Text
  /** What the policy behind the limit is called; tells two limits of one clock apart. */
  readonly policy: Text | null
  /** Their limit; null where they have several: the windows of a day. */
  readonly limit: Text | null
  /** Durations of the latest {@link DRAWN} that are decided. */
  readonly spread: Spread | null
}

/** Clocks of which the durations are drawn. */
export const DRAWN = 500

/** Name and policy of a clock as one word. */
export const groupOf = (row: { readonly name: string; readonly policyKey: string | null }): string =>
  row.policyKey ? `${row.name}|${row.policyKey}` : row.name

const dueIn = ({ sight }: ClockAsk): string =>
  `${COUNTS_FOR} AND clause = $3 AND due_at >= $1 AND due_at <= $2 AND ${BEGUN}${sight ? ` AND ${RAN_ON}` : ''}`
const named = (name: string, { sight }: ClockAsk): string => (sight ? `${name}_seen` : name)
const place = ({ from, to, clause, now, procedure }: ClockAsk) => [from, to, clause, now, procedure.name]

/** Counts and durations of each kind of clock, in the order of their declaration. */
export async function clockGroups(kernel: Pick<Kernel, 'pool'>, ask: ClockAsk): Promise<ClockGroup[]> {
  const [counts, drawn] = await Promise.all([
    countClocks(kernel, { ...ask, clauses: [ask.clause] }),
    kernel.pool.query<Duration & { name: string; policyKey: string | null; limit: DeadlineRow['limit'] }>({
      name: named('evidence_durations', ask),
      text: `SELECT name, policy_key AS "policyKey", opened_at AS "openedAt", due_at AS "dueAt", met_at AS "metAt", "limit"
             FROM deadline WHERE ${dueIn(ask)} AND cancelled_at IS NULL AND (met_at IS NOT NULL OR due_at < $4)
             ORDER BY due_at DESC, id DESC LIMIT ${DRAWN}`,
      values: place(ask),
    }),
  ])
  const byGroup = Map.groupBy(drawn.rows, groupOf)
  const { policies } = ask.procedure
  const declared = [...ask.procedure.deadlines, ...dutyClocks(ask.procedure)]
  const order = (name: string): number => declared.findIndex(item => item.name === name)
  return counts
    .filter(row => countsFor(ask.procedure.name, row))
    .map(({ name, policyKey, procedure: _, clause: __, ...row }): ClockGroup & { at: number } => {
      const id = groupOf({ name, policyKey })
      const durations = byGroup.get(id) ?? []
      return {
        at: order(name),
        id,
        title: declared[order(name)]?.title ?? text(name, name),
        policy: policies.find(item => item.key === policyKey)?.title ?? null,
        limit: commonLimit(durations.map(item => limitText(item.limit))),
        ...row,
        spread: spreadOf(durations, ask.now),
      }
    })
    .sort((a, b) => a.at - b.at || a.id.localeCompare(b.id))
    .map(({ at: _, ...group }) => group)
}

/** The clocks of a procedure's duties by their name. */
const dutyClocks = ({ name, duties }: Procedure): readonly { readonly name: string; readonly title: Text }[] =>
  duties.map(duty => ({ name: `${name}.${duty.name}`, title: duty.title }))

const commonLimit = ([first, ...rest]: readonly Text[]): Text | null =>
  first && rest.every(item => item.zh === first.zh) ? first : null

/** Which of the clocks, and after which (`dueAt|id` of the last shown). */
export interface ClockFilter {
  readonly outcome?: 'in-time' | 'late' | 'open' | 'cancelled'
  readonly group?: string
  readonly after?: string
  readonly limit: number
}

const MET_LATE = 'met_at > due_at AND cancelled_at IS NULL'
const OVERDUE = 'met_at IS NULL AND cancelled_at IS NULL AND due_at < $4'
/** Each has an index of its own, so that the rare ones are found among many. */
const BRANCHES: Readonly<Record<string, readonly string[]>> = {
  all: ['cancelled_at IS NULL'],
  'in-time': ['met_at <= due_at AND cancelled_at IS NULL'],
  late: [MET_LATE, OVERDUE],
  open: ['met_at IS NULL AND cancelled_at IS NULL AND due_at >= $4'],
  cancelled: ['cancelled_at IS NOT NULL'],
}

/** Clocks of a clause, the latest due first; one more than asked tells that there are further ones. */
export async function clockRows(
  kernel: Pick<Kernel, 'pool'>,
  ask: ClockAsk,
  filter: ClockFilter,
): Promise<readonly DeadlineRow[]> {
  const values: unknown[] = place(ask)
  const param = (value: unknown): string => `$${values.push(value)}`
  const [name, ...policy] = filter.group?.split('|') ?? []
  const [at, id] = filter.after?.split('|') ?? []
  const more = [
    name && `name = ${param(name)}`,
    name && `policy_key IS NOT DISTINCT FROM ${param(policy.join('|') || null)}`,
    at && id && `(due_at, id) < (${param(at)}::timestamptz, ${param(id)}::uuid)`,
  ].filter(Boolean)
  const newest = `ORDER BY due_at DESC, id DESC LIMIT ${param(filter.limit)}`
  // the parameter of the moment has its type in every variant
  const branches = (BRANCHES[filter.outcome ?? 'all'] ?? []).map(
    branch =>
      `(SELECT * FROM deadline WHERE ${[dueIn(ask), branch, ...more].join(' AND ')} AND $4::timestamptz IS NOT NULL ${newest})`,
  )
  const { rows } = await kernel.pool.query(
    branches.length === 1 ? (branches[0] ?? '') : `${branches.join(' UNION ALL ')} ${newest}`,
    values,
  )
  return rows.map(row => fromRow<DeadlineRow>(row))
}

/** Clocks of a clause, chosen by their records or by their own ids. */
export async function chosenClocks(
  kernel: Pick<Kernel, 'pool'>,
  ask: ClockAsk,
  by: 'record_id' | 'id',
  ids: readonly string[],
): Promise<readonly DeadlineRow[]> {
  const { rows } = await kernel.pool.query({
    name: named(`evidence_clocks_by_${by}`, ask),
    text: `SELECT * FROM deadline WHERE ${dueIn(ask)} AND cancelled_at IS NULL AND ${by} = ANY($6::uuid[])
             AND $4::timestamptz IS NOT NULL ORDER BY due_at, id`,
    values: [...place(ask), ids],
  })
  return rows.map(row => fromRow<DeadlineRow>(row))
}

/** What was said about clocks that ran late: one query for each fact that a clock names. Turns of duties have theirs elsewhere. */
export async function clockProofs(
  kernel: Pick<Kernel, 'db' | 'pool' | 'registry'>,
  procedure: Procedure,
  rows: readonly DeadlineRow[],
  now: Instant,
): Promise<ClockProof[]> {
  const lists = await Promise.all(
    [...Map.groupBy(rows, row => row.procedure)].map(([name, list]) =>
      proofsIn(
        kernel,
        name === DUTIES && kernel.registry.has(DUTIES) ? kernel.registry.procedure(DUTIES) : procedure,
        list,
        now,
      ),
    ),
  )
  const proofs = new Map(lists.flat().map(proof => [proof.id, proof]))
  const inOrder = rows.flatMap(row => proofs.get(row.id) ?? [])
  return withoutDisposed(kernel, inOrder, proof => proof.recordId)
}

async function proofsIn(
  kernel: Pick<Kernel, 'db'>,
  procedure: Procedure,
  rows: readonly DeadlineRow[],
  now: Instant,
): Promise<ClockProof[]> {
  const declared = new Map(procedure.deadlines.map(item => [item.name, item]))
  const lateIds = [...new Set(rows.filter(row => outcomeOf(row, now) === 'late').map(row => row.recordId))]
  const facts = [...new Set(rows.flatMap(row => declared.get(row.name)?.reasons ?? []))]
  const told = new Map(
    await Promise.all(
      facts.map(async fact => {
        const read = lateIds.length > 0 ? procedure.queries.facts[fact]?.read : undefined
        return [fact, (await read?.(kernel.db, lateIds)) as ReadonlyMap<string, readonly LateReason[]>] as const
      }),
    ),
  )
  const done = await workBehind(kernel, procedure, rows)
  return rows.map(row => {
    const type = declared.get(row.name)
    const outcome = outcomeOf(row, now)
    const reasons = (outcome === 'late' && type?.reasons ? told.get(type.reasons)?.get(row.recordId) : undefined) ?? []
    return {
      id: row.id,
      procedure: row.procedure,
      recordId: row.recordId,
      group: groupOf(row),
      title: type?.title ?? text(row.name, row.name),
      note: row.note,
      openedAt: row.openedAt,
      dueAt: row.dueAt,
      metAt: row.metAt,
      outcome,
      took: Date.parse(row.metAt ?? row.cancelledAt ?? now) - Date.parse(row.openedAt),
      limit: limitText(row.limit),
      why: explainText(row.explanation),
      reasons: reasons
        .filter(item => (item.deadline ?? row.name) === row.name && (item.key ?? row.key) === row.key)
        .map(({ at, byName, reason }) => ({ at, byName, reason })),
      work: done.get(row.id) ?? null,
      cancelledAt: row.cancelledAt,
      cancelReason: row.cancelReason,
    }
  })
}

const outcomeOf = (row: DeadlineRow, now: Instant): ClockProof['outcome'] =>
  row.cancelledAt
    ? 'cancelled'
    : row.metAt
      ? row.metAt <= row.dueAt
        ? 'in-time'
        : 'late'
      : row.dueAt < now
        ? 'late'
        : 'open'

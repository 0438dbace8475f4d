import type { DeadlineRow } from './deadline.ts'
import type { Kernel } from './kernel.ts'
import { recordsOf } from './listed-records.ts'
import { sees } from './mask.ts'
import type { Actor } from './person.ts'
import { titleOf } from './record.ts'
import { type ShownDeadline, showDeadline } from './record-page.ts'
import { fromRow } from './rows.ts'
import { type SignItem, waitingFor } from './sign-list.ts'
import { type Text, text } from './text.ts'
import { addDays, addLocalMonths, dayOf, endOfDay, type Instant, startOfDay, weekdayOf } from './time.ts'
import { onOneConnection } from './transaction.ts'
import { type Start, typicalStarts } from './workbench-starts.ts'

/** One clock that waits for the person. */
export interface WorkItem {
  readonly procedure: string
  readonly recordId: string
  readonly number: string
  readonly title: string
  readonly subtitle: string
  readonly state: Text
  readonly mine: boolean
  readonly deadline: ShownDeadline
}

/** What one person must do, by urgency. Counts stop at {@link MOST}. */
export interface Workbench {
  readonly late: number
  readonly today: number
  readonly week: number
  readonly toSign: number
  readonly onTime: { readonly now: number | null; readonly before: number | null }
  readonly mine: readonly WorkItem[]
  readonly signs: readonly SignItem[]
  /** What the person typically begins, most often first. */
  readonly starts: readonly Start[]
}

/** Most clocks that are counted for one person. */
export const MOST = 1_000

/** Reads the workbench: clocks of the person's roles that name nobody else, signatures asked of the roles, punctuality. */
export const workbench = (kernel: Kernel, actor: Actor, limit = 50): Promise<Workbench> =>
  onOneConnection(kernel, one => readWorkbench(one, actor, limit))

async function readWorkbench(kernel: Kernel, actor: Actor, limit: number): Promise<Workbench> {
  const now = kernel.clock.now()
  const today = dayOf(now, kernel.zone)
  const endOfToday = endOfDay(today, kernel.zone)
  const endOfWeek = endOfDay(addDays(today, 7 - weekdayOf(today)), kernel.zone)
  const [clocks, signs, onTime, starts] = await Promise.all([
    kernel.pool.query<{ id: string; due_at: Instant }>({
      name: 'workbench_clocks',
      text: `SELECT id, due_at FROM (
               SELECT open.id, open.due_at FROM unnest($1::text[]) AS role CROSS JOIN LATERAL (
                 SELECT id, due_at FROM deadline WHERE owner_role = role
                   AND (owner_id IS NULL OR owner_id = $2 OR owner_id::text = $4::jsonb ->> role)
                   AND met_at IS NULL AND cancelled_at IS NULL AND opened_at <= $3 ORDER BY due_at LIMIT ${MOST}) AS open
               UNION
               (SELECT id, due_at FROM deadline WHERE owner_id = $2 AND met_at IS NULL AND cancelled_at IS NULL
                AND opened_at <= $3 ORDER BY due_at LIMIT ${MOST})) AS mine
             ORDER BY due_at, id LIMIT ${MOST}`,
      // recurring work is planned ahead: what begins on a later day is nobody's task yet
      values: [actor.roles, actor.id, endOfToday, JSON.stringify(standsInFor(actor))],
    }),
    waitingFor(kernel, actor),
    punctuality(kernel, now),
    typicalStarts(kernel, actor),
  ])
  /** Clocks that run out after `from` and until `to`. */
  const until = (from: Instant, to: Instant): number =>
    clocks.rows.filter(row => row.due_at > from && row.due_at <= to).length
  const first = await kernel.pool.query({
    name: 'workbench_first',
    text: 'SELECT * FROM deadline WHERE id = ANY($1::uuid[]) ORDER BY due_at, id',
    values: [clocks.rows.slice(0, limit).map(row => row.id)],
  })
  const due = first.rows.map(row => fromRow<DeadlineRow>(row))
  const records = await recordsOf(kernel, due)
  return {
    late: clocks.rows.filter(row => row.due_at <= now).length,
    today: until(now, endOfToday),
    week: until(endOfToday, endOfWeek),
    toSign: signs.length,
    onTime,
    mine: due.flatMap(row => {
      const record = records.get(row.recordId)
      const procedure = kernel.registry.procedure(row.procedure)
      if (!record || !sees(procedure.record, record, actor)) return []
      return [
        {
          procedure: row.procedure,
          recordId: row.recordId,
          number: record.number,
          title: titleOf(procedure.record, record),
          subtitle: ((record as unknown as Record<string, unknown>).partyName as string | null) ?? '',
          state: procedure.record.states[record.state]?.title ?? text(record.state, record.state),
          mine: row.ownerId === actor.id,
          deadline: showDeadline(procedure, record, row),
        },
      ]
    }),
    signs,
    starts,
  }
}

/** Whose role the person holds as deputy, by role: clocks that name that person are the deputy's meanwhile. */
const standsInFor = (actor: Actor): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(actor.deputyFor ?? {}).map(([role, { id }]) => [role, id]))

let kept:
  | { readonly registry: Kernel['registry']; readonly at: number; readonly value: Promise<Workbench['onTime']> }
  | undefined

/** Share of clocks met in time, of those due this quarter until now and in the quarter before; kept for a minute. */
function punctuality(kernel: Kernel, now: Instant): Promise<Workbench['onTime']> {
  const at = performance.now()
  if (kept?.registry === kernel.registry && at - kept.at < 60_000) return kept.value
  const value = readPunctuality(kernel, now)
  value.catch(() => {
    kept = undefined
  })
  kept = { registry: kernel.registry, at, value }
  return value
}

async function readPunctuality(kernel: Kernel, now: Instant): Promise<Workbench['onTime']> {
  const day = dayOf(now, kernel.zone)
  const month = Number(day.slice(5, 7))
  const first = `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`
  const begin = startOfDay(first, kernel.zone)
  const before = addLocalMonths(begin, -3, kernel.zone)
  const { rows } = await kernel.pool.query({
    name: 'punctuality',
    text: `SELECT due_at >= $2 AS this, count(*)::int AS all, count(*) FILTER (WHERE met_at <= due_at)::int AS good
           FROM deadline WHERE due_at >= $1 AND due_at < $3 AND cancelled_at IS NULL GROUP BY 1`,
    values: [before, begin, now],
  })
  const share = (quarter: boolean): number | null => {
    const row = rows.find(item => item.this === quarter)
    return row ? Math.round((row.good / row.all) * 1000) / 10 : null
  }
  return { now: share(true), before: share(false) }
}

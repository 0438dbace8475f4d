import { clausesOfClock } from './deadline.ts'
import type { Kernel } from './kernel.ts'
import type { Sight } from './person.ts'
import type { Clause, Procedure, WrittenProcedure } from './procedure.ts'
import type { Registry } from './registry.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'
import type { Instant } from './time.ts'

/** What kind of thing acts for a clause. */
export type ControlKind =
  | 'step'
  | 'clock'
  | 'gate'
  | 'chain'
  | 'reaction'
  | 'form'
  | 'ledger'
  | 'report'
  | 'duty'
  | 'other'

/** One thing that acts for a clause; `name` finds its declaration in the procedure. */
export interface Control {
  readonly kind: ControlKind
  readonly name: string
  readonly title: Text
}

/** How the clocks of a clause that were due in a period ended. Cancelled ones are not among them. */
export interface ClockCounts {
  readonly due: number
  readonly inTime: number
  readonly late: number
  /** Not yet met and not yet late. */
  readonly open: number
}

/** How a clause is fulfilled, and what proves it in a period. */
export interface ClauseEvidence extends Clause {
  readonly procedure: string
  readonly id: string
  /** Controls that act for the clause: steps, clocks, gates, forms, ledgers, reports, or what the clause itself names. */
  readonly controls: readonly Control[]
  readonly accepted: number
  readonly refused: number
  /** Clocks due in the period; null when the clause has none. */
  readonly clocks: ClockCounts | null
  readonly fulfilment: Fulfilment
}

/** Whether the product carries out a clause wholly, in part, or not yet. */
export type Fulfilment = 'fulfilled' | 'partly' | 'not-yet'

/** Reads from the registry how far a clause is fulfilled; never declared by hand. */
export const fulfilmentOf = (clause: Clause, controls: readonly unknown[]): Fulfilment =>
  controls.length === 0 ? 'not-yet' : clause.lacks ? 'partly' : 'fulfilled'

/** Whether a written procedure runs; one that is awaited has clauses and perhaps policies only. */
export const runs = (written: WrittenProcedure): written is Procedure => 'commands' in written

/**
 * Evidence of every clause of some written procedures between two moments, both included: three queries, whatever the number
 * of clauses. What was done is counted by step: a step proves the clauses that it carries out today.
 */
export async function evidence(
  kernel: Pick<Kernel, 'pool' | 'clock' | 'registry'>,
  written: readonly WrittenProcedure[],
  from: Instant,
  to: Instant,
  sight?: Sight,
): Promise<ClauseEvidence[]> {
  const commands = written.filter(runs).flatMap(item => item.commands.map(({ id }) => id))
  const ids = [...new Set(written.flatMap(item => Object.keys(item.clauses)))]
  const [acts, refusals, clocks] = await Promise.all([
    kernel.pool.query<{ command: string; times: number }>({
      name: 'evidence_acts',
      text: `SELECT command, count(*)::int AS times FROM trail
             WHERE outcome = 'accepted' AND command = ANY($3::text[]) AND at >= $1 AND at <= $2 GROUP BY 1`,
      values: [from, to, commands],
    }),
    kernel.pool.query<{ procedure: string; clause: string; times: number }>({
      name: 'evidence_refusals',
      text: `SELECT procedure, clause, count(*)::int AS times FROM trail, unnest(clauses) AS clause
             WHERE outcome = 'refused' AND at >= $1 AND at <= $2 AND clauses && $3::text[]
               AND ($4::text[] IS NULL OR procedure = ANY($4::text[])) GROUP BY 1, 2`,
      values: [from, to, ids, sight?.procedures ?? null],
    }),
    countClocks(kernel, { clauses: ids, from, to, now: kernel.clock.now(), ...(sight && { sight }) }),
  ])
  const done = new Map(acts.rows.map(row => [row.command, row.times]))
  const counted = Map.groupBy(clocks, row => {
    const [ownerOfDuty = ''] = row.name.split('.')
    return `${row.procedure === DUTIES ? ownerOfDuty : row.procedure} ${row.clause}`
  })
  return written.flatMap(item =>
    Object.entries(item.clauses).map(([id, clause]) => {
      const controls = controlsOf(item, id, clause)
      const elsewhere = proceduresWith(kernel.registry, item.name, id)
      const kinds = counted.get(`${item.name} ${id}`)
      const clocked = runs(item) && isClocked(item, id)
      return {
        ...clause,
        procedure: item.name,
        id,
        controls,
        accepted: sum(stepsOf(item, id).map(step => done.get(step) ?? 0)),
        refused: sum(
          refusals.rows.filter(row => row.clause === id && !elsewhere.includes(row.procedure)).map(row => row.times),
        ),
        clocks: kinds ? totalOf(kinds) : clocked ? totalOf([]) : null,
        fulfilment: fulfilmentOf(clause, controls),
      }
    }),
  )
}

/** Clocks of one kind that were due for a clause: one procedure, one name, one policy behind the limit. */
export interface CountedClocks extends ClockCounts {
  readonly procedure: string
  readonly clause: string
  readonly name: string
  readonly policyKey: string | null
}

/**
 * Counts the clocks of clauses that were due between two moments, kind by kind: from one index alone and in its order
 * (`deadline_counted`), so that a million are counted while a page opens. For an inspector those that {@link RAN_ON}, said without the
 * column that the index leaves out: what was cancelled is not counted.
 */
export async function countClocks(
  kernel: Pick<Kernel, 'pool'>,
  ask: {
    readonly clauses: readonly string[]
    readonly from: Instant
    readonly to: Instant
    readonly now: Instant
    readonly sight?: Sight
  },
): Promise<CountedClocks[]> {
  const { rows } = await kernel.pool.query<Omit<CountedClocks, 'inTime'>>({
    text: `SELECT clause, procedure, name, policy_key AS "policyKey", count(*)::int AS due,
             count(*) FILTER (WHERE coalesce(met_at, $4) > due_at)::int AS late,
             count(*) FILTER (WHERE due_at >= $4 AND met_at IS NULL)::int AS open FROM deadline
           WHERE clause = ANY($3::text[]) AND due_at >= $1 AND due_at <= $2 AND ${BEGUN} AND cancelled_at IS NULL
             ${ask.sight ? `AND coalesce(met_at, 'infinity') >= $1` : ''} GROUP BY 1, 2, 3, 4`,
    values: [ask.from, ask.to, ask.clauses, ask.now],
  })
  return rows.map(row => ({ ...row, inTime: row.due - row.late - row.open }))
}

/** Counts of several kinds together. */
export const totalOf = (counts: readonly ClockCounts[]): ClockCounts => {
  const total = (of: keyof ClockCounts): number => sum(counts.map(item => item[of]))
  return { due: total('due'), inTime: total('inTime'), late: total('late'), open: total('open') }
}

/** Recurring work is planned ahead: what begins later than the moment of asking, $4, proves nothing yet. */
export const BEGUN = 'opened_at <= $4'

/** A record with a clock that ran on into the period lived in it, so that an inspector sees every record that is counted. */
export const RAN_ON = `coalesce(met_at, cancelled_at, 'infinity'::timestamptz) >= $1`

/** Procedure that runs the duties of all others; the clock of a turn is called by its duty, `<procedure>.<duty>`. */
export const DUTIES = 'duty'

/** Clocks that count for the procedure $5: its own, and those of the turns that its duties demand. */
export const COUNTS_FOR = `(procedure = $5 OR (procedure = '${DUTIES}' AND starts_with(name, $5::text || '.')))`

/** The same of clocks that are counted already. */
export const countsFor = (procedure: string, clock: Pick<CountedClocks, 'procedure' | 'name'>): boolean =>
  clock.procedure === procedure || (clock.procedure === DUTIES && clock.name.startsWith(`${procedure}.`))

/** Whether a clause has clocks at all: of its procedure's records, or of its duties' turns. */
export const isClocked = (procedure: Procedure, clause: string): boolean =>
  hasOwnClock(procedure, clause) || procedure.duties.some(item => item.clause === clause)

/** Whether records of the procedure itself have clocks of the clause. */
export const hasOwnClock = (procedure: Procedure, clause: string): boolean =>
  procedure.deadlines.some(item => clausesOfClock(item).includes(clause))

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Ids of the steps that carry out a clause. */
export const stepsOf = (written: WrittenProcedure, clause: string): readonly string[] =>
  runs(written) ? written.commands.filter(item => item.fulfils.includes(clause)).map(item => item.id) : []

/**
 * Other procedures with a clause of the same number. An attempt that was refused for the clause belongs to the procedure whose
 * step was refused; where that one has no such clause (a gate held it), to the one that holds.
 */
export const proceduresWith = (registry: Registry, procedure: string, clause: string): readonly string[] =>
  registry.procedures.filter(item => item.name !== procedure && clause in item.clauses).map(item => item.name)

/** What acts for a clause; empty means that nothing does yet. */
export function controlsOf(written: WrittenProcedure, id: string, clause: Clause): readonly Control[] {
  const other: Control[] = clause.control ? [{ kind: 'other', name: id, title: clause.control }] : []
  if (!runs(written)) return other
  const named = (kind: ControlKind, list: readonly { readonly name: string; readonly title: Text }[]): Control[] =>
    list.map(({ name, title }) => ({ kind, name, title }))
  const byId = (list: readonly { readonly id: string; readonly title: Text }[]) =>
    list.map(item => ({ name: item.id, title: item.title }))
  return [
    ...named('step', byId(written.commands.filter(item => item.fulfils.includes(id)))),
    ...named(
      'clock',
      written.deadlines.filter(item => clausesOfClock(item).includes(id)),
    ),
    ...named(
      'chain',
      written.chains.filter(item => item.clause === id),
    ),
    ...named(
      'gate',
      written.gates
        .filter(item => item.clause === id)
        .map(item => ({ name: item.name, title: text(item.name, item.name) })),
    ),
    ...named(
      'reaction',
      written.on.filter(item => item.clause === id).map(item => ({ name: item.on, title: text(item.on, item.on) })),
    ),
    ...named('form', byId(written.forms.filter(item => item.fulfils.includes(id)))),
    ...named(
      'ledger',
      written.ledgers.filter(item => item.fulfils.includes(id)),
    ),
    ...named(
      'report',
      written.reports.filter(item => item.fulfils.includes(id)),
    ),
    ...named(
      'duty',
      written.duties.filter(item => item.clause === id),
    ),
    ...other,
  ]
}

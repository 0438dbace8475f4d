import type { Kernel } from './kernel.ts'
import type { Clause, Procedure } from './procedure.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'
import type { Instant } from './time.ts'

/** How a clause is fulfilled, and what proves it in a period. */
export interface ClauseEvidence extends Clause {
  readonly id: string
  /** Controls that act for the clause: steps, clocks, gates, forms, ledgers, reports, or what the clause itself names. */
  readonly controls: readonly {
    readonly kind: 'step' | 'clock' | 'gate' | 'form' | 'ledger' | 'report' | 'duty' | 'other'
    readonly title: Text
  }[]
  readonly accepted: number
  readonly refused: number
  /** Clocks due in the period; null when the clause has none. */
  readonly clocks: {
    readonly due: number
    readonly inTime: number
    readonly late: number
    readonly open: number
  } | null
  readonly fulfilment: Fulfilment
}

/** Whether the product carries out a clause wholly, in part, or not yet. */
export type Fulfilment = 'fulfilled' | 'partly' | 'not-yet'

/** Reads from the registry how far a clause is fulfilled; never declared by hand. */
export const fulfilmentOf = (clause: Clause, controls: readonly unknown[]): Fulfilment =>
  controls.length === 0 ? 'not-yet' : clause.lacks ? 'partly' : 'fulfilled'

/** Evidence of every clause of a procedure between two moments: two queries, whatever the number of clauses. */
export async function evidence(
  kernel: Kernel,
  procedure: Procedure,
  from: Instant,
  to: Instant,
): Promise<ClauseEvidence[]> {
  const ids = Object.keys(procedure.clauses)
  const [acts, clocks] = await Promise.all([
    kernel.pool.query({
      name: 'evidence_acts',
      text: `SELECT clause, outcome, count(*)::int AS times FROM trail, unnest(clauses) AS clause
             WHERE at >= $1 AND at < $2 AND clauses && $3::text[] GROUP BY 1, 2`,
      values: [from, to, ids],
    }),
    kernel.pool.query({
      name: 'evidence_clocks',
      text: `SELECT clause, count(*)::int AS due, count(*) FILTER (WHERE met_at <= due_at)::int AS "inTime",
               count(*) FILTER (WHERE met_at > due_at OR (met_at IS NULL AND due_at < $4))::int AS late,
               count(*) FILTER (WHERE met_at IS NULL AND due_at >= $4)::int AS open
             FROM deadline WHERE clause = ANY($3::text[]) AND due_at >= $1 AND due_at < $2 AND cancelled_at IS NULL GROUP BY 1`,
      values: [from, to, ids, kernel.clock.now()],
    }),
  ])
  const times = (clause: string, outcome: string): number =>
    acts.rows.find(row => row.clause === clause && row.outcome === outcome)?.times ?? 0
  return Object.entries(procedure.clauses).map(([id, clause]) => {
    const controls = controlsOf(procedure, id, clause)
    const counted = clocks.rows.find(row => row.clause === id)
    const clocked = procedure.deadlines.some(item => item.clause === id)
    return {
      ...clause,
      id,
      controls,
      accepted: times(id, 'accepted'),
      refused: times(id, 'refused'),
      clocks: clocked
        ? { due: counted?.due ?? 0, inTime: counted?.inTime ?? 0, late: counted?.late ?? 0, open: counted?.open ?? 0 }
        : null,
      fulfilment: fulfilmentOf(clause, controls),
    }
  })
}

/** What acts for a clause; empty means that nothing does yet. */
export function controlsOf(procedure: Procedure, id: string, clause: Clause): ClauseEvidence['controls'] {
  const named = <T extends { title: Text }>(kind: ClauseEvidence['controls'][number]['kind'], list: readonly T[]) =>
    list.map(item => ({ kind, title: item.title }))
  return [
    ...named(
      'step',
      procedure.commands.filter(command => command.fulfils.includes(id)),
    ),
    ...named(
      'clock',
      procedure.deadlines.filter(item => item.clause === id),
    ),
    ...procedure.gates
      .filter(item => item.clause === id)
      .map(item => ({ kind: 'gate' as const, title: text(item.name, item.name) })),
    ...named(
      'form',
      procedure.forms.filter(item => item.fulfils.includes(id)),
    ),
    ...named(
      'ledger',
      procedure.ledgers.filter(item => item.fulfils.includes(id)),
    ),
    ...named(
      'report',
      procedure.reports.filter(item => item.fulfils.includes(id)),
    ),
    ...named(
      'duty',
      procedure.duties.filter(item => item.clause === id),
    ),
    ...(clause.control ? [{ kind: 'other' as const, title: clause.control }] : []),
  ]
}

import { sql } from 'kysely'
import { controlsOf, type Fulfilment, fulfilmentOf } from '../../../kernel/evidence.ts'
import type { Procedure, WrittenProcedure } from '../../../kernel/procedure.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Period } from '../../../vocabulary/report-period.ts'

/** How far the clauses of one written procedure are carried out. */
export interface ClauseCount {
  readonly procedure: WrittenProcedure
  readonly counts: Readonly<Record<Fulfilment, number>>
}

const isRunning = (procedure: WrittenProcedure): procedure is Procedure => 'commands' in procedure

/** Counts the clauses of all written procedures by how far they are carried out; computed, never typed. */
export const clauseCounts = (written: readonly WrittenProcedure[]): ClauseCount[] =>
  written.map(procedure => {
    const counts: Record<Fulfilment, number> = { fulfilled: 0, partly: 0, 'not-yet': 0 }
    for (const [id, clause] of Object.entries(procedure.clauses)) {
      const controls = isRunning(procedure) ? controlsOf(procedure, id, clause) : clause.control ? [clause.control] : []
      counts[fulfilmentOf(clause, controls)] += 1
    }
    return { procedure, counts }
  })

/** Clocks of one procedure that were due in the period. */
export interface ClockCount {
  readonly procedure: string
  readonly due: number
  readonly onTime: number
}

/** Whether the clocks that were due in the period were kept, by procedure. */
export async function clockCounts(db: AnyDatabase, { from, to }: Period, now: Instant): Promise<readonly ClockCount[]> {
  const { rows } = await sql<ClockCount>`
    select procedure, count(*)::int as due, count(*) filter (where met_at <= due_at)::int as "onTime"
    from deadline where due_at between ${from}::timestamptz and least(${to}::timestamptz, ${now}::timestamptz)
      and (met_at is not null or cancelled_at is null) group by 1 order by 1`.execute(db)
  return rows
}

/** What happened in the period. */
export interface YearFigures {
  readonly complaints: number
  readonly confirmed: number
  readonly adverseEvents: number
  readonly recalls: number
  readonly nonconforming: number
  readonly destroyed: number
  readonly stops: number
  readonly returns: number
  readonly refusals: number
  readonly policies: number
}

/** Numbers of the whole system, one query for each kind of record. */
export async function yearFigures(db: AnyDatabase, { from, to }: Period): Promise<YearFigures> {
  const within = (columnName: string) => sql`${sql.ref(columnName)} between ${from}::timestamptz and ${to}::timestamptz`
  const { rows } = await sql<YearFigures>`
    select
      (select count(*)::int from complaint where ${within('received_at')}
        and state not in ('not-complaint', 'merged', 'voided')) as complaints,
      (select count(*)::int from complaint where ${within('received_at')} and (finding = 'defect' or established)
        and state not in ('not-complaint', 'merged', 'voided')) as confirmed,
      (select count(*)::int from complaint where ${within('ae_reported_at')}) as "adverseEvents",
      (select count(*)::int from notice where ${within('created_at')} and recall_class is not null) as recalls,
      (select count(*)::int from nonconforming where ${within('found_at')} and state <> 'voided') as nonconforming,
      (select count(*)::int from destruction where ${within('created_at')} and state <> 'voided') as destroyed,
      (select count(*)::int from stop_sale where ${within('created_at')}) as stops,
      (select count(*)::int from goods_return where ${within('requested_at')}) as returns,
      (select count(*)::int from trail where ${within('at')} and outcome = 'refused') as refusals,
      (select count(*)::int from policy_change where ${within('created_at')} and state = 'approved') as policies
    `.execute(db)
  return rows[0] as YearFigures
}

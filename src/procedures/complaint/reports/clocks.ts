import { sql } from 'kysely'
import { clockFilter } from '../../../kernel/clock-outcome.ts'
import { outcomeRank, rankOf } from '../../../kernel/ledger-course.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Chart } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import type { Instant } from '../../../kernel/time.ts'
import { barChart, type Drill } from '../../../vocabulary/report-chart.ts'
import type { Period } from '../../../vocabulary/report-period.ts'
import { percent } from '../../../vocabulary/statistics.ts'
import { clockTitles } from '../deadlines.ts'
import { type ComplaintFilter, chosen } from './figures.ts'

/** How punctual one clock was: numbers of complaints, each judged by its worst clock of that name. */
export interface ClockShare {
  readonly name: string
  /** Those whose clock was met, or ran out. */
  readonly due: number
  readonly onTime: number
  readonly late: number
}

/** A clock that ran out before its demand was fulfilled. */
export interface LateClock {
  readonly number: string
  readonly clock: string
  readonly dueAt: Instant
  readonly metAt: Instant | null
  readonly hours: number
}

/** Whether the clocks of the period's complaints were kept; those still running count only once they are late. */
export async function clockShares(
  db: AnyDatabase,
  period: Period,
  now: Instant,
  filter: ComplaintFilter = {},
): Promise<readonly ClockShare[]> {
  const late = sql`rank in (${rankOf('late')}, ${rankOf('overdue')})`
  const { rows } = await sql<ClockShare>`
    select name, count(*)::int as due, count(*) filter (where rank = ${rankOf('in-time')})::int as "onTime",
      count(*) filter (where ${late})::int as late
    from (
      select name, max(${outcomeRank(now)}) as rank from deadline
      where procedure = 'complaint' and record_id in (select id from complaint where ${chosen(period, filter)})
      group by name, record_id
    ) as judged
    where rank = ${rankOf('in-time')} or ${late} group by name order by late desc, name`.execute(db)
  return rows
}

/** The clocks of the period's complaints that ran out, the youngest first, at most fifty. */
export async function lateClocks(
  db: AnyDatabase,
  period: Period,
  now: Instant,
  filter: ComplaintFilter,
): Promise<readonly LateClock[]> {
  const { rows } = await sql<LateClock>`
    select complaint.number, ran.name as clock, ran.due_at as "dueAt", ran.met_at as "metAt",
      round(extract(epoch from coalesce(ran.met_at, ran.cancelled_at, ${now}::timestamptz) - ran.due_at) / 3600, 1)::float8
        as hours
    from (
      select record_id, name, due_at, met_at, cancelled_at from deadline
      where procedure = 'complaint' and record_id in (select id from complaint where ${chosen(period, filter)})
        and ${outcomeRank(now)} in (${rankOf('late')}, ${rankOf('overdue')})
      order by due_at desc limit 50
    ) as ran join complaint on complaint.id = ran.record_id order by ran.due_at desc`.execute(db)
  return rows
}

/** Share kept of each clock; a bar leads to the complaints whose clock was judged. */
export const onTimeChart = (clocks: readonly ClockShare[], own: Drill): Chart => {
  const worst = clocks.toSorted((one, other) => one.onTime / one.due - other.onTime / other.due)[0]
  const title = (name: string) => clockTitles[name] ?? text(name, name)
  const share = worst && percent(worst.onTime, worst.due)
  return {
    ...barChart({
      name: 'on-time',
      title: text('各时限按时率', 'On time by clock'),
      groups: clocks,
      label: ({ name, due }) => text(`${title(name).zh}（${due} 起）`, `${title(name).en} (${due})`),
      value: clock => percent(clock.onTime, clock.due),
      counted: text('按时率', 'On time'),
      unit: text('%', '%'),
      limit: { value: 95, title: text('目标 95%', 'target 95%') },
      drill: ({ name }) => ({ ...own, [clockFilter(name)]: 'in-time,late,overdue' }),
    }),
    ...(worst && {
      finding: text(
        `${clocks.length} 项时限中最低的是“${title(worst.name).zh}”：${worst.due} 起中 ${worst.onTime} 起按时（${share}%）。`,
        `Of ${clocks.length} clocks, "${title(worst.name).en}" is kept least: ${worst.onTime} of ${worst.due} cases on time (${share}%).`,
      ),
    }),
  }
}

import { sql } from 'kysely'
import { PASSED_FILTER } from '../../../kernel/clock-outcome.ts'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Chart } from '../../../kernel/report.ts'
import { text } from '../../../kernel/text.ts'
import { addDays, type Day, dayOf, type Instant, startOfDay, type Zone } from '../../../kernel/time.ts'
import { boxChart, type Drill } from '../../../vocabulary/report-chart.ts'
import type { Period } from '../../../vocabulary/report-period.ts'
import { states } from '../complaint-states.ts'
import { type ComplaintFilter, chosen } from './figures.ts'

/** The phases of at most so many of the youngest complaints are read from the trail, whole days of them. */
export const MEASURED = 2_000

/** How long complaints stood in a state, in hours: smallest, quartiles, largest; and how many complaints were measured. */
export interface Phase {
  readonly state: string
  readonly cases: number
  readonly numbers: readonly number[]
}

/** The phases that were measured, and the day from which on the complaints were received. */
export interface Phases {
  readonly since: Day
  readonly phases: readonly Phase[]
}

/**
 * How long the complaints of a period stood in each state, read from the trail: from the step that brought a complaint there to
 * the next one that took it away. States that still last are not counted.
 */
export async function phasesOf(
  db: AnyDatabase,
  period: Period,
  zone: Zone,
  filter: ComplaintFilter,
  most = MEASURED,
): Promise<Phases> {
  const since = await measuredSince(db, period, zone, filter, most)
  const { rows } = await sql<Phase>`
    with chosen as (
      select id from complaint where ${chosen({ ...period, from: startOfDay(since, zone) }, filter)}
    ), steps as (
      select record_id, at, seq, body->>'state' as state,
        lag(body->>'state') over (partition by record_id order by seq) as before
      from trail join chosen on chosen.id = trail.record_id where outcome = 'accepted' and version is not null
    ), changes as (
      select record_id, state, extract(epoch from lead(at) over (partition by record_id order by seq) - at) / 3600 as hours
      from steps where state is distinct from before
    )
    select state, count(distinct record_id)::int as cases,
      array(select round(n::numeric, 2)::float8 from unnest(
        percentile_cont(array[0, 0.25, 0.5, 0.75, 1]::float8[]) within group (order by hours)) as n) as numbers
    from changes where hours is not null and state is not null group by state`.execute(db)
  return { since, phases: rows }
}

/** The first day of so many days at the end of the period that they hold no more than `most` complaints; one day at least. */
async function measuredSince(
  db: AnyDatabase,
  period: Period,
  zone: Zone,
  filter: ComplaintFilter,
  most: number,
): Promise<Day> {
  const { rows } = await sql<{ count: number; first: Instant; last: Instant }>`
    select count(*)::int as count, min(received_at) as first, max(received_at) as last from (
      select received_at from complaint where ${chosen(period, filter)} order by received_at desc limit ${most + 1}
    ) as youngest`.execute(db)
  const [youngest] = rows
  if (!youngest || youngest.count <= most) return period.firstDay
  const after = addDays(dayOf(youngest.first, zone), 1)
  const last = dayOf(youngest.last, zone)
  return [after, last].toSorted()[0] ?? last
}

/** Time spent in each phase; a box leads to the complaints that went through the phase. */
export const phaseChart = ({ since, phases }: Phases, own: Drill): Chart => {
  const shown = Object.entries(states).flatMap(([state, { title }]) => {
    const phase = phases.find(item => item.state === state)
    return phase ? [{ ...phase, title }] : []
  })
  return boxChart({
    name: 'phases',
    title: text('各阶段用时', 'Time spent by phase'),
    unit: text('小时', 'hours'),
    boxes: shown.map(({ title, cases, numbers }) => ({
      label: text(`${title.zh}（${cases} 起）`, `${title.en} (${cases})`),
      numbers,
    })),
    drill: shown.map(({ state }) => ({ ...own, [PASSED_FILTER]: state, from: since })),
  })
}

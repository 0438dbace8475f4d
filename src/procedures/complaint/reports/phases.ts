import { sql } from 'kysely'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Period } from '../../../vocabulary/report-period.ts'
import type { OverviewFilter } from './overview-figures.ts'

/** The phases of at most so many of the youngest complaints are read from the trail. */
export const MEASURED = 2_000

/** How long complaints stood in a state, in hours: smallest, quartiles, largest; and how many of them were measured. */
export interface Phase {
  readonly state: string
  readonly times: number
  readonly numbers: readonly number[]
}

/**
 * How long the complaints of a period stood in each state, read from the trail: from the step that brought a complaint there to
 * the next one that took it away. States that still last are not counted.
 */
export async function phasesOf(db: AnyDatabase, period: Period, filter: OverviewFilter): Promise<readonly Phase[]> {
  const { rows } = await sql<Phase>`
    with chosen as (
      select id from complaint
      where received_at between ${period.from}::timestamptz and ${period.to}::timestamptz
        and state not in ('not-complaint', 'merged', 'voided')
        ${filter.productId ? sql`and product_id = ${filter.productId}::uuid` : sql``}
        ${filter.partyId ? sql`and party_id = ${filter.partyId}::uuid` : sql``}
      order by received_at desc limit ${MEASURED}
    ), steps as (
      select record_id, at, seq, body->>'state' as state,
        lag(body->>'state') over (partition by record_id order by seq) as before
      from trail join chosen on chosen.id = trail.record_id where outcome = 'accepted' and version is not null
    ), changes as (
      select state, extract(epoch from lead(at) over (partition by record_id order by seq) - at) / 3600 as hours
      from steps where state is distinct from before
    )
    select state, count(*)::int as times,
      array(select round(n::numeric, 2)::float8 from unnest(
        percentile_cont(array[0, 0.25, 0.5, 0.75, 1]::float8[]) within group (order by hours)) as n) as numbers
    from changes where hours is not null and state is not null group by state`.execute(db)
  return rows
}

import { type RawBuilder, sql } from 'kysely'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Instant, Zone } from '../../../kernel/time.ts'
import type { Period } from '../../../vocabulary/report-period.ts'

/** Which complaints the overview is about besides its period. */
export interface OverviewFilter {
  readonly productId?: string | undefined
  readonly partyId?: string | undefined
}

/** Complaints that have something in common. */
export interface OverviewGroup {
  readonly id: string | null
  readonly name: string | null
  readonly count: number
  readonly confirmed: number
}

const chosen = (period: Period, { productId, partyId }: OverviewFilter): RawBuilder<unknown> => sql`
  received_at between ${period.from}::timestamptz and ${period.to}::timestamptz
  and state not in ('not-complaint', 'merged', 'voided')
  ${productId ? sql`and product_id = ${productId}::uuid` : sql``}
  ${partyId ? sql`and party_id = ${partyId}::uuid` : sql``}`

const subjects = {
  product: { id: sql`product_id::text`, name: sql`max(product_name || coalesce(' ' || model, ''))` },
  supplier: {
    id: sql`manufacturer_id::text`,
    name: sql`(select name from party where party.id = manufacturer_id)`,
  },
  customer: { id: sql`party_id::text`, name: sql`max(party_name)` },
  cause: { id: sql`cause_category`, name: sql`cause_category` },
  responsibility: { id: sql`decided_responsibility`, name: sql`decided_responsibility` },
} as const

/** How many groups a chart and its table show. */
const MOST = 30

/** Complaints of a period by what they have in common, the most frequent first; those without it come under null. */
export async function groupedBy(
  db: AnyDatabase,
  period: Period,
  filter: OverviewFilter,
  by: keyof typeof subjects,
): Promise<readonly OverviewGroup[]> {
  const { id, name } = subjects[by]
  const { rows } = await sql<OverviewGroup>`
    select ${id} as id, ${name} as name, count(*)::int as count,
      count(*) filter (where finding = 'defect' or established)::int as confirmed
    from complaint where ${chosen(period, filter)} group by ${by === 'supplier' ? sql`manufacturer_id` : id}
    order by count desc, 2 limit ${MOST}`.execute(db)
  return rows
}

/** Complaints of one lot, with the units of it that were delivered so far. */
export interface LotRate extends OverviewGroup {
  readonly productId: string
  readonly lotNo: string
  readonly delivered: number
}

/** Complaints of a period by lot, the most frequent first; only lots whose product is known. */
export async function groupedByLot(
  db: AnyDatabase,
  period: Period,
  filter: OverviewFilter,
): Promise<readonly LotRate[]> {
  const { rows } = await sql<LotRate>`
    select c.*, coalesce(lot.quantity_delivered, 0)::int as delivered from (
      select product_id as "productId", lot_no as "lotNo", max(coalesce(product_name || ' ', '')) || lot_no as name,
        null::text as id, count(*)::int as count,
        count(*) filter (where finding = 'defect' or established)::int as confirmed
      from complaint where ${chosen(period, filter)} and lot_no is not null and product_id is not null
      group by product_id, lot_no order by count desc, 3 limit ${MOST}
    ) as c left join lot on lot.product_id = c."productId" and lot.lot_no = c."lotNo" order by count desc, name`.execute(
    db,
  )
  return rows
}

/** Complaints of a month by what was found. */
export interface MonthFound {
  readonly month: string
  readonly confirmed: number
  readonly unfounded: number
  readonly open: number
}

/** Complaints by local month and by what was found. */
export async function foundByMonth(
  db: AnyDatabase,
  period: Period,
  filter: OverviewFilter,
  zone: Zone,
): Promise<ReadonlyMap<string, MonthFound>> {
  const { rows } = await sql<MonthFound>`
    select to_char(month, 'YYYY-MM-DD') as month, confirmed, unfounded, (count - confirmed - unfounded)::int as open from (
      select date_trunc('month', received_at at time zone ${zone}) as month, count(*)::int as count,
        count(*) filter (where finding = 'defect' or established)::int as confirmed,
        count(*) filter (where (finding = 'no-defect' or established = false)
          and not coalesce(finding = 'defect' or established, false))::int as unfounded
      from complaint where ${chosen(period, filter)} group by 1) as months`.execute(db)
  return new Map(rows.map(row => [row.month, row]))
}

/** A clock that ran out before its demand was fulfilled. */
export interface LateClock {
  readonly number: string
  readonly clock: string
  readonly dueAt: Instant
  readonly metAt: Instant | null
  readonly hours: number
}

/** How punctual one clock was. */
export interface ClockShare {
  readonly name: string
  readonly due: number
  readonly onTime: number
  readonly late: number
}

/** Clocks of the period's complaints, kept and missed; those still running count only once they are late. */
export async function clocksOf(
  db: AnyDatabase,
  period: Period,
  filter: OverviewFilter,
  now: Instant,
): Promise<{ readonly shares: readonly ClockShare[]; readonly late: readonly LateClock[] }> {
  const judged = sql`from deadline d join complaint on complaint.id = d.record_id
    where ${chosen(period, filter)} and d.procedure = 'complaint'
      and (d.met_at is not null or d.due_at < coalesce(d.cancelled_at, ${now}::timestamptz))`
  const end = sql`coalesce(d.met_at, d.cancelled_at, ${now}::timestamptz)`
  const [shares, late] = await Promise.all([
    sql<ClockShare>`select d.name, count(*)::int as due,
        count(*) filter (where d.met_at <= d.due_at)::int as "onTime",
        count(*) filter (where ${end} > d.due_at)::int as late
      ${judged} group by d.name order by late desc, d.name`.execute(db),
    sql<LateClock>`select complaint.number, d.name as clock, d.due_at as "dueAt", d.met_at as "metAt",
        round(extract(epoch from ${end} - d.due_at) / 3600, 1)::float8 as hours
      ${judged} and ${end} > d.due_at order by d.due_at desc limit 50`.execute(db),
  ])
  return { shares: shares.rows, late: late.rows }
}

/** Nonconforming goods by supplier: of the same period and product. */
export async function nonconformingBySupplier(
  db: AnyDatabase,
  period: Period,
  { productId }: OverviewFilter,
): Promise<readonly OverviewGroup[]> {
  const { rows } = await sql<OverviewGroup>`
    select supplier_id::text as id, max(supplier_name) as name, count(*)::int as count,
      count(*) filter (where recheck_result = 'nonconforming')::int as confirmed
    from nonconforming where found_at between ${period.from}::timestamptz and ${period.to}::timestamptz
      and state <> 'voided' and supplier_id is not null
      ${productId ? sql`and product_id = ${productId}::uuid` : sql``}
    group by supplier_id order by count desc, 2 limit ${MOST}`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Zone } from '../../../kernel/time.ts'
import { eachMonth } from '../../../vocabulary/quality-rates.ts'
import type { Period } from '../../../vocabulary/report-period.ts'
import { type ComplaintFilter, chosen, chosenWithin } from './figures.ts'

/** Complaints that have something in common. */
export interface OverviewGroup {
  readonly id: string | null
  readonly name: string | null
  readonly count: number
  readonly confirmed: number
  /** How many all groups have together, those that are not shown too. */
  readonly whole: number
}

/** What complaints may have in common, and what it is called; nothing where it is not known. */
const subjects = {
  product: {
    column: sql`product_id`,
    name: sql`(select name || ' ' || model from product where product.id = product_id)`,
  },
  supplier: { column: sql`manufacturer_id`, name: sql`(select name from party where party.id = manufacturer_id)` },
  customer: { column: sql`party_id`, name: sql`(select name from party where party.id = party_id)` },
  cause: { column: sql`cause_category`, name: sql`cause_category` },
  responsibility: { column: sql`decided_responsibility`, name: sql`decided_responsibility` },
} as const

/** How many groups a chart and its table show. */
const MOST = 30

/** Complaints of a period by what they have in common, the most frequent first; those without it come under null. */
export async function groupedBy(
  db: AnyDatabase,
  period: Period,
  filter: ComplaintFilter,
  by: keyof typeof subjects,
): Promise<readonly OverviewGroup[]> {
  const { column, name } = subjects[by]
  const { rows } = await sql<OverviewGroup>`
    select ${column}::text as id, ${name} as name, count(*)::int as count,
      (sum(count(*)) over ())::int as whole,
      count(*) filter (where finding = 'defect' or established)::int as confirmed
    from complaint where ${chosen(period, filter)} group by ${column}
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
  filter: ComplaintFilter,
): Promise<readonly LotRate[]> {
  const { rows } = await sql<LotRate>`
    select c.*, product.name || ' ' || c."lotNo" as name, coalesce(lot.quantity_delivered, 0)::int as delivered from (
      select product_id as "productId", lot_no as "lotNo", null::text as id, count(*)::int as count,
        (sum(count(*)) over ())::int as whole, count(*) filter (where finding = 'defect' or established)::int as confirmed
      from complaint where ${chosen(period, filter)} and lot_no is not null and product_id is not null
      group by product_id, lot_no order by count desc, lot_no, product_id limit ${MOST}
    ) as c join product on product.id = c."productId"
    left join lot on lot.product_id = c."productId" and lot.lot_no = c."lotNo" order by count desc, name`.execute(db)
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
  filter: ComplaintFilter,
  zone: Zone,
): Promise<ReadonlyMap<string, MonthFound>> {
  const { rows } = await sql<MonthFound>`
    select to_char(within.month, 'YYYY-MM-DD') as month, confirmed, unfounded, (count - confirmed - unfounded)::int as open
    from ${eachMonth(period, zone)} cross join lateral (
      select count(*)::int as count, count(*) filter (where finding = 'defect' or established)::int as confirmed,
        count(*) filter (where (finding = 'no-defect' or established = false)
          and not coalesce(finding = 'defect' or established, false))::int as unfounded
      from complaint where ${chosenWithin(sql`within."from"`, sql`within."to"`, filter)}) as counted
    where count > 0`.execute(db)
  return new Map(rows.map(row => [row.month, row]))
}

/** Nonconforming goods by supplier: of the same period and product. */
export async function nonconformingBySupplier(
  db: AnyDatabase,
  period: Period,
  { productId }: ComplaintFilter,
): Promise<readonly OverviewGroup[]> {
  const { rows } = await sql<OverviewGroup>`
    select supplier_id::text as id, max(supplier_name) as name, count(*)::int as count,
      (sum(count(*)) over ())::int as whole,
      count(*) filter (where recheck_result = 'nonconforming')::int as confirmed
    from nonconforming where found_at between ${period.from}::timestamptz and ${period.to}::timestamptz
      and state <> 'voided' and supplier_id is not null
      ${productId ? sql`and product_id = ${productId}::uuid` : sql``}
    group by supplier_id order by count desc, 2 limit ${MOST}`.execute(db)
  return rows
}

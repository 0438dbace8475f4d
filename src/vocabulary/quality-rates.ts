import { type RawBuilder, sql } from 'kysely'
import type { AnyDatabase } from '../kernel/queries.ts'
import { type Day, dayOfLaterMonth, endOfDay, startOfDay, type Zone } from '../kernel/time.ts'
import { monthsBetween, type Period } from './report-period.ts'

/** The states of complaints that count, as a value of the ledger's filter: what a chart leads to is what it counted. */
export const COUNTED_COMPLAINTS = 'registered,accepted,verified,decided,answered,closed'

/** The same as a condition on a row of the table `complaint`: merged, voided and non-complaints do not count. */
export const isCounted = sql<boolean>`state not in ('not-complaint', 'merged', 'voided')`

/** Whose rate is watched: a product's, or that of all products of one supplier (the maker on the registration). */
export type RateSubject = 'product' | 'supplier'

/** Complaints and units delivered of one subject in one month. */
export interface MonthlyCount {
  /** Null: all together. */
  readonly id: string | null
  readonly name: string | null
  /** First day of the month at the site. */
  readonly month: Day
  readonly count: number
  readonly units: number
}

/** Which complaints and deliveries are counted. */
export interface RateFilter {
  readonly productId?: string | undefined
  readonly partyId?: string | undefined
  readonly supplierId?: string | undefined
}

const all = (conditions: readonly (RawBuilder<unknown> | false)[]): RawBuilder<unknown> =>
  sql.join(
    conditions.filter(item => item !== false),
    sql` and `,
  )

/**
 * The months of a period as rows `within (month, "from", "to", first, last)`, so that each is a range of an index: what is counted
 * from a range costs a third of what is sorted by the month that is reckoned from every row.
 */
export const eachMonth = (period: Period, zone: Zone): RawBuilder<unknown> => {
  const { firstDay, lastDay } = period
  const months = monthsBetween(firstDay, lastDay, zone).months.map(month => {
    const [first = month] = [month, firstDay].toSorted().slice(-1)
    const [last = month] = [dayOfLaterMonth(month, 0, 31), lastDay].toSorted()
    return { month, first, last, from: startOfDay(first, zone), to: endOfDay(last, zone) }
  })
  return sql`jsonb_to_recordset(${JSON.stringify(months)}::jsonb)
    as within (month date, "from" timestamptz, "to" timestamptz, first date, last date)`
}

/** Complaints received and units delivered in the months of a period, by subject; grouped in the database. */
export async function monthlyCounts(
  db: AnyDatabase,
  period: Period,
  zone: Zone,
  by: RateSubject | 'all',
  { productId, partyId, supplierId }: RateFilter = {},
): Promise<readonly MonthlyCount[]> {
  const complaints = all([
    sql`received_at between within."from" and within."to"`,
    isCounted,
    productId !== undefined && sql`product_id = ${productId}::uuid`,
    partyId !== undefined && sql`party_id = ${partyId}::uuid`,
    supplierId !== undefined && sql`manufacturer_id = ${supplierId}::uuid`,
    by === 'product' && sql`product_id is not null`,
    by === 'supplier' && sql`manufacturer_id is not null`,
  ])
  const deliveries = all([
    sql`delivered_on between within.first and within.last`,
    productId !== undefined && sql`product_id = ${productId}::uuid`,
    partyId !== undefined && sql`party_id = ${partyId}::uuid`,
  ])
  const who = by === 'product' ? sql`product_id` : by === 'supplier' ? sql`manufacturer_id` : sql`null::uuid`
  const whole = by === 'all' && supplierId === undefined
  const delivered =
    supplierId === undefined && by !== 'supplier'
      ? sql`select product_id as id, month, units from sent`
      : sql`select ${by === 'supplier' ? sql`product.manufacturer_id` : by === 'product' ? sql`product.id` : sql`null::uuid`} as id,
            month, sum(units) as units
          from sent join product on product.id = sent.product_id
          ${supplierId === undefined ? sql`` : sql`where product.manufacturer_id = ${supplierId}::uuid`} group by 1, 2`
  const named =
    by === 'product'
      ? sql`(select product.name || ' ' || product.model from product where product.id = coalesce(c.id, d.id))`
      : by === 'supplier'
        ? sql`(select party.name from party where party.id = coalesce(c.id, d.id))`
        : sql`null::text`
  const { rows } = await sql<MonthlyCount>`
    with c as (
      select counted.*, within.month from ${eachMonth(period, zone)} cross join lateral (
        select ${who} as id, count(*)::int as count from complaint where ${complaints} group by 1) as counted
    ), sent as (
      select counted.*, within.month from ${eachMonth(period, zone)} cross join lateral (
        select ${whole ? sql`null::uuid` : sql`product_id`} as product_id, sum(quantity) as units
        from delivery where ${deliveries} group by 1) as counted
    ), d as (${delivered})
    select coalesce(c.id, d.id) as id, ${named} as name, to_char(coalesce(c.month, d.month), 'YYYY-MM-DD') as month,
      coalesce(c.count, 0)::int as count, coalesce(d.units, 0)::int as units
    from c full join d on c.month = d.month and c.id is not distinct from d.id
    order by 1, 3`.execute(db)
  return rows
}

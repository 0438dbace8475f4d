import { type RawBuilder, sql } from 'kysely'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Zone } from '../../../kernel/time.ts'
import { isCounted } from '../../../vocabulary/quality-rates.ts'
import type { Period } from '../../../vocabulary/report-period.ts'
import { states } from '../complaint-states.ts'

/** Complaints of one value of a column. */
export interface Group {
  readonly key: string | null
  readonly count: number
  readonly confirmed: number
  readonly unfounded: number
}

/** Complaints of one product with what was delivered of it. */
export interface ProductGroup extends Group {
  readonly productId: string | null
  readonly delivered: number
}

const LEFT_OUT: readonly string[] = ['not-complaint', 'merged', 'voided']

/** The states of complaints that count, as a filter of the ledger: what a chart leads to is what it counted. */
export const COUNTED = {
  state: Object.keys(states)
    .filter(state => !LEFT_OUT.includes(state))
    .join(','),
}

/** The product and the customer that complaints are about. */
export interface ComplaintFilter {
  readonly productId?: string | undefined
  readonly partyId?: string | undefined
}

/** Complaints of a period that count, of the product and the customer that were chosen: a condition on the table `complaint`. */
export const chosen = ({ from, to }: Pick<Period, 'from' | 'to'>, filter: ComplaintFilter = {}): RawBuilder<unknown> =>
  chosenWithin(sql`${from}::timestamptz`, sql`${to}::timestamptz`, filter)

/** The same between two moments that the query itself knows. */
export const chosenWithin = (
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
  { productId, partyId }: ComplaintFilter,
): RawBuilder<unknown> => sql`
  received_at between ${from} and ${to} and ${isCounted}
  ${productId ? sql`and product_id = ${productId}::uuid` : sql``}
  ${partyId ? sql`and party_id = ${partyId}::uuid` : sql``}`

/** Which complaints a report is about besides its period. */
export type Only = 'all' | 'consumer'

const only = (which: Only): RawBuilder<unknown> =>
  which === 'consumer' ? sql`and (kind = 'consumer-return' or party_kind = 'consumer')` : sql``

const columns = {
  cause: sql`cause_category`,
  province: sql`province`,
  kind: sql`kind`,
  channel: sql`channel`,
  state: sql`state`,
  remedy: sql`remedy`,
} as const

/** Complaints of a period by a column, the most frequent first. */
export async function complaintsBy(
  db: AnyDatabase,
  period: Period,
  column: keyof typeof columns,
  which: Only = 'all',
): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select ${columns[column]} as key, count(*)::int as count,
      count(*) filter (where finding = 'defect' or established)::int as confirmed,
      count(*) filter (where finding = 'no-defect' or established = false)::int as unfounded
    from complaint where ${chosen(period)} ${only(which)} group by 1 order by count desc, key`.execute(db)
  return rows
}

/** Complaints of one lot. */
export interface LotGroup extends Group {
  readonly productId: string | null
  readonly lotNo: string
}

/** Complaints of a period by lot, the most frequent first; those without a lot are left out. */
export async function complaintsByLot(db: AnyDatabase, period: Period): Promise<readonly LotGroup[]> {
  const { rows } = await sql<LotGroup>`
    select product_id as "productId", lot_no as "lotNo", max(coalesce(product_name || ' ', '')) || lot_no as key,
      count(*)::int as count,
      count(*) filter (where finding = 'defect' or established)::int as confirmed,
      count(*) filter (where finding = 'no-defect' or established = false)::int as unfounded
    from complaint where ${chosen(period)} and lot_no is not null
    group by product_id, lot_no, case when product_id is null then product_name end order by count desc, key`.execute(
    db,
  )
  return rows
}

/** Complaints of a period by product, with the units delivered in the same period. */
export async function complaintsByProduct(
  db: AnyDatabase,
  period: Period,
  which: Only = 'all',
): Promise<readonly ProductGroup[]> {
  const { rows } = await sql<ProductGroup>`
    select c.*, coalesce(d.delivered, 0)::float8 as delivered from (
      select product_id as "productId", max(coalesce(product_name || coalesce(' ' || model, ''), udi_di)) as key, count(*)::int as count,
        count(*) filter (where finding = 'defect' or established)::int as confirmed,
        count(*) filter (where finding = 'no-defect' or established = false)::int as unfounded
      from complaint where ${chosen(period)} ${only(which)}
      group by product_id, case when product_id is null then coalesce(product_name, udi_di) end
    ) as c
    left join (
      select product_id, sum(quantity)::float8 as delivered from delivery
      where delivered_on between ${period.firstDay}::date and ${period.lastDay}::date group by product_id
    ) as d on d.product_id = c."productId"
    order by count desc, key`.execute(db)
  return rows
}

/** Complaints of a period by local month, `YYYY-MM-01`. */
export async function complaintsByMonth(
  db: AnyDatabase,
  period: Period,
  zone: Zone,
  which: Only = 'all',
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ month: string; count: number }>`
    select to_char(received_at at time zone ${zone}, 'YYYY-MM-01') as month, count(*)::int as count
    from complaint where ${chosen(period)} ${only(which)} group by 1`.execute(db)
  return new Map(rows.map(row => [row.month, row.count]))
}

/** Units delivered in a period, of the product and to the customer that were chosen. */
export async function unitsDelivered(
  db: AnyDatabase,
  { firstDay, lastDay }: Period,
  { productId, partyId }: ComplaintFilter = {},
): Promise<number> {
  const { rows } = await sql<{ units: number }>`
    select coalesce(sum(quantity), 0)::float8 as units from delivery
    where delivered_on between ${firstDay}::date and ${lastDay}::date
      ${productId ? sql`and product_id = ${productId}::uuid` : sql``}
      ${partyId ? sql`and party_id = ${partyId}::uuid` : sql``}`.execute(db)
  return rows[0]?.units ?? 0
}

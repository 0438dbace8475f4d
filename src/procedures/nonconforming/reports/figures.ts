import { sql } from 'kysely'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Instant } from '../../../kernel/time.ts'
import { states } from '../nonconforming.ts'
import type { NonconformingMeasure } from '../nonconforming-rows.ts'
import type { dispositionKinds } from '../taxonomy.ts'

interface Span {
  readonly from: Instant
  readonly to: Instant
}

/** Findings of one value of a column. */
export interface Group {
  /** What the group is called, or its code. */
  readonly key: string
  /** Id behind the name, where there is one. */
  readonly id: string | null
  readonly count: number
  readonly quantity: number
  /** Fen written off. */
  readonly value: number
}

const columns = {
  source: { key: sql`item.source`, id: sql`null::uuid` },
  category: { key: sql`item.category`, id: sql`null::uuid` },
  product: { key: sql`item.product_name`, id: sql`item.product_id` },
  supplier: { key: sql`item.supplier_name`, id: sql`item.supplier_id` },
} as const

/** The states of findings that count, as a filter of the ledger: what a chart leads to is what it counted. */
export const COUNTED = {
  state: Object.keys(states)
    .filter(state => state !== 'voided')
    .join(','),
}

const counted = ({ from, to }: Span) =>
  sql`item.found_at between ${from}::timestamptz and ${to}::timestamptz and item.state <> 'voided'`

/** Findings of a period by a column, the most frequent first; those without a value are left out. */
export async function goodsBy(db: AnyDatabase, span: Span, by: keyof typeof columns): Promise<readonly Group[]> {
  const { key, id } = columns[by]
  const { rows } = await sql<Group>`
    select ${key} as key, ${id} as id, count(*)::int as count, sum(item.quantity)::int as quantity,
      coalesce(sum(part.value), 0)::bigint as value
    from nonconforming as item left join lateral (
      select sum(value) as value from nonconforming_disposition
      where nonconforming_id = item.id and state in ('approved', 'listed', 'destroyed', 'filed')
    ) as part on true
    where ${counted(span)} and ${key} is not null group by 1, 2 order by count desc, key`.execute(db)
  return rows
}

/** How many findings were confirmed, how many found good. */
export async function recheckedOf(
  db: AnyDatabase,
  span: Span,
): Promise<{ readonly conforming: number; readonly nonconforming: number }> {
  const { rows } = await sql<{ conforming: number; nonconforming: number }>`
    select count(*) filter (where item.recheck_result = 'conforming')::int as conforming,
      count(*) filter (where item.recheck_result = 'nonconforming')::int as nonconforming
    from nonconforming as item where ${counted(span)}`.execute(db)
  return rows[0] ?? { conforming: 0, nonconforming: 0 }
}

/** Units and value by what became of them. */
export async function partsOf(
  db: AnyDatabase,
  span: Span,
): Promise<
  readonly { readonly kind: keyof typeof dispositionKinds; readonly quantity: number; readonly value: number }[]
> {
  const { rows } = await sql<{ kind: keyof typeof dispositionKinds; quantity: number; value: number }>`
    select part.kind, sum(part.quantity)::int as quantity,
      coalesce(sum(part.value) filter (where part.state in ('approved', 'listed', 'destroyed', 'filed')), 0)::bigint as value
    from nonconforming as item join nonconforming_disposition as part on part.nonconforming_id = item.id
    where ${counted(span)} and part.state <> 'replaced' group by 1 order by 1`.execute(db)
  return rows
}

/** Preventive measures of the findings of a period. */
export async function measuresOf(
  db: AnyDatabase,
  span: Span,
): Promise<readonly (NonconformingMeasure & { readonly number: string })[]> {
  const { rows } = await sql<NonconformingMeasure & { number: string }>`
    select measure.*, item.number from nonconforming as item
    join nonconforming_measure as measure on measure.nonconforming_id = item.id
    where ${counted(span)} order by measure.department, measure.due_on, measure.id`.execute(db)
  return rows
}

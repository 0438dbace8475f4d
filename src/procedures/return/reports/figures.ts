import { sql } from 'kysely'
import type { AnyDatabase } from '../../../kernel/queries.ts'
import type { Day } from '../../../kernel/time.ts'
import type { Period as Month } from '../../../vocabulary/report-period.ts'
import { NOT_TAKEN, states } from '../states.ts'

/** What one customer sent back in a month, and how his exchange rate stands at its end. Amounts in fen. */
export interface CustomerFigures {
  readonly partyId: string
  readonly partyName: string
  readonly returns: number
  readonly quantity: number
  readonly amount: number
  readonly unsaleable: number
  readonly quality: number
  readonly complaints: number
  /** Exchanged as unsaleable in the accounting period. */
  readonly exchanged: number
  /** Bought in the accounting period. */
  readonly purchased: number
}

const kept = [...NOT_TAKEN]

/** The states of returns that count, as a filter of the ledger. */
export const TAKEN = {
  state: Object.keys(states)
    .filter(state => !kept.some(one => one === state))
    .join(','),
}

/** Returns of a month by customer, the largest first, with the exchange rate's parts over the accounting period. */
export async function byCustomer(db: AnyDatabase, month: Month, since: Day): Promise<readonly CustomerFigures[]> {
  const { rows } = await sql<CustomerFigures>`
    with sent as (
      select party_id, max(party_name) as party_name, count(*)::int as returns,
        sum(coalesce(total_quantity, quantity))::int as quantity,
        sum(coalesce(total_amount, amount, 0))::bigint as amount,
        coalesce(sum(quantity) filter (where reason = 'unsaleable'), 0)::int as unsaleable,
        coalesce(sum(quantity) filter (where reason <> 'unsaleable'), 0)::int as quality
      from goods_return
      where requested_at between ${month.from}::timestamptz and ${month.to}::timestamptz and state <> all(${kept}::text[])
      group by party_id)
    select sent.party_id as "partyId", sent.party_name as "partyName", returns, quantity, amount, unsaleable, quality,
      (select count(*)::int from complaint where complaint.party_id = sent.party_id
        and complaint.received_at between ${month.from}::timestamptz and ${month.to}::timestamptz) as complaints,
      (select coalesce(sum(quantity), 0)::int from goods_return past where past.party_id = sent.party_id
        and past.reason = 'unsaleable' and past.state <> all(${kept}::text[])
        and past.requested_at > ${since}::date and past.requested_at <= ${month.to}::timestamptz) as exchanged,
      (select coalesce(sum(quantity), 0)::int from delivery where delivery.party_id = sent.party_id
        and delivered_on > ${since}::date and delivered_on <= ${month.lastDay}::date) as purchased
    from sent order by quantity desc, "partyName"`.execute(db)
  return rows
}

/** Units of a verdict or a product. */
export interface Units {
  readonly key: string
  readonly quantity: number
}

/** What the inspections of a month found, by verdict. */
export async function byVerdict(db: AnyDatabase, month: Month): Promise<readonly Units[]> {
  const { rows } = await sql<Units>`
    select verdict as key, sum(quantity)::int as quantity from goods_return_verdict
    where not superseded and at between ${month.from}::timestamptz and ${month.to}::timestamptz
    group by verdict order by quantity desc, key`.execute(db)
  return rows
}

/** Units that came back in a month by product, the most first. */
export async function byProduct(db: AnyDatabase, month: Month): Promise<readonly Units[]> {
  const { rows } = await sql<Units>`
    select line.product_name || ' ' || line.model as key, sum(line.quantity)::int as quantity
    from goods_return_line line join goods_return on goods_return.id = line.return_id
    where goods_return.requested_at between ${month.from}::timestamptz and ${month.to}::timestamptz
      and goods_return.state <> all(${kept}::text[])
    group by 1 order by quantity desc, key`.execute(db)
  return rows
}

/** Returns that were refused in a month, with why. */
export interface RefusedReturn {
  readonly number: string
  readonly partyName: string
  readonly quantity: number
  readonly reason: string | null
}

/** Requests of a month that were not accepted or sent back. */
export async function refusedOnes(db: AnyDatabase, month: Month): Promise<readonly RefusedReturn[]> {
  const { rows } = await sql<RefusedReturn>`
    select number, party_name as "partyName", quantity, end_reason as reason from goods_return
    where requested_at between ${month.from}::timestamptz and ${month.to}::timestamptz and state in ('refused', 'sent-back')
    order by number`.execute(db)
  return rows
}

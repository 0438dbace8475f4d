import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { ContactPerson } from '../../vocabulary/party.ts'

/** A lot as its label names it. */
export interface TracedLot {
  readonly lotId: string
  readonly productId: string
  readonly productName: string
  readonly model: string
  readonly spec: string
  readonly registrationNo: string
  readonly manufacturerName: string
  readonly udiDi: string | null
  readonly lotNo: string
  readonly producedOn: string | null
  readonly expiresOn: string | null
  readonly unit: string
}

/** Somebody who got units of a lot, with how to reach it. */
export interface TracedBuyer {
  readonly lotId: string
  readonly partyId: string
  readonly name: string
  readonly city: string | null
  readonly contactName: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly delivered: number
  readonly returned: number
  readonly lastDeliveredOn: string | null
  readonly serials: readonly string[]
}

/** What the records of sale say about lots. */
export interface Trace {
  readonly lots: readonly TracedLot[]
  readonly buyers: readonly TracedBuyer[]
  /** Units of each lot to which the notice is limited; absent: all. */
  readonly serials: Readonly<Record<string, readonly string[]>>
  /** Parties that an earlier notice told to stop selling one of the lots. */
  readonly toldToStop: readonly string[]
}

export const NO_TRACE: Trace = { lots: [], buyers: [], serials: {}, toldToStop: [] }

/** Reads lots and products by the lots' ids. */
async function lotsOf(db: AnyDatabase, lotIds: readonly string[]): Promise<TracedLot[]> {
  const { rows } = await sql<TracedLot>`
    select lot.id as lot_id, product.id as product_id, product.name as product_name, product.model, product.spec,
      product.registration_no, product.manufacturer_name, product.udi_di, lot.lot_no, lot.produced_on, lot.expires_on, product.unit
    from lot join product on product.id = lot.product_id
    where lot.id = any(${[...lotIds]}::uuid[]) order by product.name, lot.lot_no`.execute(db)
  return rows
}

interface BuyerRow extends Omit<TracedBuyer, 'contactName' | 'phone' | 'serials'> {
  readonly contacts: readonly ContactPerson[]
  readonly phones: readonly string[]
}

/** Who got the lots, how many, and how to reach them; several deliveries to one party are one row. */
async function buyersOf(db: AnyDatabase, lotIds: readonly string[]): Promise<TracedBuyer[]> {
  const { rows } = await sql<BuyerRow>`
    with got as (
      select lot_id, party_id, sum(quantity)::int as delivered, max(delivered_on) as last_delivered_on
      from delivery where lot_id = any(${[...lotIds]}::uuid[]) group by lot_id, party_id
    ), back as (
      select lot_id, party_id, sum(quantity)::int as returned
      from stock_move
      where lot_id = any(${[...lotIds]}::uuid[]) and kind in ('take-back', 'destroy-at-customer') and party_id is not null
      group by lot_id, party_id
    )
    select got.lot_id, got.party_id, party.name, party.city, party.contacts, party.phones, party.email,
      got.delivered, coalesce(back.returned, 0) as returned, got.last_delivered_on
    from got join party on party.id = got.party_id
      left join back on back.lot_id = got.lot_id and back.party_id = got.party_id
    order by party.name, got.party_id`.execute(db)
  return rows.map(({ contacts, phones, ...row }) => ({
    ...row,
    returned: Math.min(row.returned, row.delivered),
    contactName: contacts[0]?.name ?? null,
    phone: contacts[0]?.phone ?? phones[0] ?? null,
    serials: [],
  }))
}

/** What the records of sale say about these lots. */
export async function traceOf(
  db: AnyDatabase,
  lotIds: readonly string[],
  serials: Readonly<Record<string, readonly string[]>> = {},
): Promise<Trace> {
  if (lotIds.length === 0) return NO_TRACE
  const [lots, buyers, told] = await Promise.all([
    lotsOf(db, lotIds),
    buyersOf(db, lotIds),
    sql<{ partyId: string }>`
      select distinct recipient.party_id
      from notice join notice_line line on line.notice_id = notice.id
        join notice_recipient recipient on recipient.id = line.recipient_id
      where notice.kind in ('suspend', 'recall') and not notice.drill and line.lot_id = any(${[...lotIds]}::uuid[])
        and recipient.party_id is not null and recipient.state <> 'removed' and recipient.told_at is not null`.execute(db),
  ])
  return { lots, buyers, serials, toldToStop: told.rows.map(row => row.partyId) }
}

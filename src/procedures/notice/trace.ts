import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import { buyersOfLots } from '../../vocabulary/stock-read.ts'

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
  readonly isSerialTracked: boolean
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
      product.registration_no, product.manufacturer_name, product.udi_di, lot.lot_no, lot.produced_on, lot.expires_on, product.unit,
      product.is_serial_tracked
    from lot join product on product.id = lot.product_id
    where lot.id = any(${[...lotIds]}::uuid[]) order by product.name, lot.lot_no`.execute(db)
  return rows
}

/** Who got the lots and how to reach them; limited to single units, each buyer of them counts for those it has now. */
async function buyersOf(
  db: AnyDatabase,
  lotIds: readonly string[],
  limited: readonly string[],
): Promise<TracedBuyer[]> {
  const buyers = await buyersOfLots(db, lotIds, { serials: limited })
  return buyers.map(({ contacts, phone, destroyed, ...buyer }) => {
    const { lotId, partyId, name, city, email, lastDeliveredOn, serials } = buyer
    const counted =
      limited.length > 0
        ? { delivered: serials.length, returned: 0 }
        : { delivered: buyer.delivered, returned: Math.min(buyer.delivered, buyer.returned + destroyed) }
    const [contact] = contacts
    const who = { name, city, email, contactName: contact?.name ?? null, phone: contact?.phone ?? phone }
    return { lotId, partyId, ...who, ...counted, lastDeliveredOn, serials }
  })
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
    buyersOf(db, lotIds, [...new Set(Object.values(serials).flat())]),
    sql<{ partyId: string }>`
      select distinct recipient.party_id
      from notice join notice_line line on line.notice_id = notice.id
        join notice_recipient recipient on recipient.id = line.recipient_id
      where notice.kind in ('suspend', 'recall') and not notice.drill and line.lot_id = any(${[...lotIds]}::uuid[])
        and recipient.party_id is not null and recipient.state <> 'removed' and recipient.told_at is not null`.execute(
      db,
    ),
  ])
  return { lots, buyers, serials, toldToStop: told.rows.map(row => row.partyId) }
}

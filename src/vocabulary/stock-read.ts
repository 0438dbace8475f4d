import { type Kysely, sql } from 'kysely'
import type { Day, Instant } from '../kernel/time.ts'
import type { ContactPerson } from './party.ts'
import type { Zone } from './stock.ts'
import type { VocabularyTables } from './tables.ts'

/** Units of a lot in one zone of one warehouse. */
export interface StockOfLot {
  readonly lotId: string
  readonly productId: string
  readonly warehouseId: string
  readonly warehouseName: string
  readonly zone: Zone
  readonly quantity: number
}

/** What lies of these lots, zone by zone; zones without units are left out. */
export const stockOfLots = async (db: Kysely<VocabularyTables>, lotIds: readonly string[]): Promise<StockOfLot[]> =>
  db
    .selectFrom('stock')
    .innerJoin('warehouse', 'warehouse.id', 'stock.warehouseId')
    .select(['stock.lotId', 'stock.productId', 'stock.warehouseId', 'stock.zone', 'stock.quantity'])
    .select('warehouse.name as warehouseName')
    .where(sql<boolean>`stock.lot_id = any(${[...lotIds]}::uuid[])`)
    .where('stock.quantity', '>', 0)
    .orderBy('stock.lotId')
    .orderBy('warehouse.name')
    .orderBy('stock.zone')
    .execute()

/** Who got units of a lot, how many, and how many are no longer there. */
export interface BuyerOfLot {
  readonly lotId: string
  readonly partyId: string
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
  readonly contacts: readonly ContactPerson[]
  readonly city: string | null
  readonly delivered: number
  /** Came back into a warehouse. */
  readonly returned: number
  /** Destroyed at the customer's under our control. */
  readonly destroyed: number
  readonly lastDeliveredOn: Day
  /** Serial numbers of units that are there now; those delivered before the stock was opened are not known. */
  readonly serials: readonly string[]
}

/**
 * Everybody who got units of these lots; with `serials` only those who have one of these units now. One query, by index,
 * whatever the number of deliveries of other lots.
 */
export async function buyersOfLots(
  db: Kysely<VocabularyTables>,
  lotIds: readonly string[],
  { serials = [] }: { readonly serials?: readonly string[] } = {},
): Promise<BuyerOfLot[]> {
  if (lotIds.length === 0) return []
  const lots = sql`${[...lotIds]}::uuid[]`
  const wanted = sql`${[...serials]}::text[]`
  const { rows } = await sql<BuyerOfLot>`
    with bought as (
      select lot_id, party_id, sum(quantity)::integer as delivered, max(delivered_on) as last_delivered_on
      from delivery where lot_id = any(${lots}) group by lot_id, party_id
    ), left_again as (
      select lot_id, party_id, coalesce(sum(quantity) filter (where to_place = 'return'), 0)::integer as returned,
        coalesce(sum(quantity) filter (where to_place = 'destroyed'), 0)::integer as destroyed
      from stock_move where lot_id = any(${lots}) and party_id is not null and from_place = 'customer'
      group by lot_id, party_id
    ), units as (
      select lot_id, party_id, array_agg(serial order by serial) as serials
      from unit where lot_id = any(${lots}) and place = 'customer'
        and (cardinality(${wanted}) = 0 or serial = any(${wanted}))
      group by lot_id, party_id
    )
    select bought.lot_id, bought.party_id, party.name, party.email, party.phones->>0 as phone, party.contacts, party.city,
      bought.delivered, coalesce(returned, 0) as returned, coalesce(destroyed, 0) as destroyed, last_delivered_on,
      coalesce(serials, '{}') as serials
    from bought join party on party.id = bought.party_id
    left join left_again on left_again.lot_id = bought.lot_id and left_again.party_id = bought.party_id
    left join units on units.lot_id = bought.lot_id and units.party_id = bought.party_id
    where cardinality(${wanted}) = 0 or serials is not null
    order by bought.delivered desc, party.name, bought.lot_id`.execute(db)
  return rows
}

/** A line of a shipment that left the house and of which the customer has not signed yet. */
export interface UnderWay {
  readonly lotId: string
  readonly shipmentId: string
  readonly shipmentNumber: string
  readonly partyId: string
  readonly partyName: string
  readonly quantity: number
  readonly serials: readonly string[]
  readonly shippedAt: Instant
  readonly driverName: string | null
}

/** What of these lots is on its way: shipped, and the papers are not signed back. */
export async function underWay(db: Kysely<VocabularyTables>, lotIds: readonly string[]): Promise<UnderWay[]> {
  const { rows } = await sql<UnderWay>`
    select line.lot_id, shipment.id as shipment_id, shipment.number as shipment_number, shipment.party_id,
      shipment.party_name, line.quantity, line.serials, shipment.shipped_at, shipment.driver_name
    from shipment_line as line join shipment on shipment.id = line.shipment_id
    where line.lot_id = any(${[...lotIds]}::uuid[]) and shipment.state = 'shipped'
    order by shipment.shipped_at, shipment.number`.execute(db)
  return rows
}

/** What of a lot is still at a party: delivered, less what came back and what was destroyed there. */
export async function leftAtParty(db: Kysely<VocabularyTables>, lotId: string, partyId: string): Promise<number> {
  const { rows } = await sql<{ quantity: number }>`select (
      coalesce((select sum(quantity) from delivery where lot_id = ${lotId} and party_id = ${partyId}), 0)
      - coalesce((select sum(quantity) from stock_move where lot_id = ${lotId} and party_id = ${partyId}
          and from_place = 'customer'), 0))::integer as quantity`.execute(db)
  return rows[0]?.quantity ?? 0
}

import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { ShipmentRow } from './shipment.ts'

/** What is left of a lot of the shipment where the shipment brought it: in the shipping zone, or at the customer. */
export interface LeftGoods {
  readonly lotId: string
  /** Units that are there and not reported as nonconforming. */
  readonly free: number
  /** What other shipments have picked of the lot and not handed over yet. */
  readonly claimed: number
  /** Units there that are reported as nonconforming: they stay until quality has decided. */
  readonly reported: number
  /** Serial numbers that are there and not reported, of products that go by serial number. */
  readonly serials: readonly string[]
  /** Serial numbers that are reported. */
  readonly reportedSerials: readonly string[]
}

interface Asked {
  readonly record?: ShipmentRow
}

/** Nonconforming goods in these states hold nothing any more. */
const OVER = sql`('released', 'voided', 'filed', 'destroyed')`

/** Locks the lots in the order in which moves lock them: what is counted here is still there when it is moved. */
const lockLots = (db: AnyDatabase, { id }: ShipmentRow) =>
  sql`select id from lot where id in (select lot_id from shipment_line where shipment_id = ${id})
    order by id for no key update`.execute(db)

/** What lies of each lot of the shipment in the shipping zone of its warehouse. */
export async function leftInShipping(db: AnyDatabase, { record }: Asked): Promise<readonly LeftGoods[]> {
  if (!record) return []
  await lockLots(db, record)
  const { rows } = await sql<LeftGoods>`
    select mine.lot_id, greatest(coalesce(stock.quantity, 0) - reported.quantity, 0) as free,
      claimed.quantity as claimed, reported.quantity as reported, reported.serials as reported_serials,
      array(select serial from unit where lot_id = mine.lot_id and place = 'shipping'
        and warehouse_id = ${record.warehouseId} and serial <> all(reported.serials) order by serial) as serials
    from (select distinct lot_id from shipment_line where shipment_id = ${record.id}) as mine
    left join stock on stock.lot_id = mine.lot_id and stock.zone = 'shipping'
      and stock.warehouse_id = ${record.warehouseId}
    cross join lateral (
      select coalesce(sum(quantity_here), 0)::integer as quantity,
        array(select unnest(serials) from nonconforming where lot_id = mine.lot_id and zone = 'shipping'
          and quantity_here > 0 and warehouse_id = ${record.warehouseId} and state not in ${OVER}) as serials
      from nonconforming where lot_id = mine.lot_id and zone = 'shipping' and quantity_here > 0
        and warehouse_id = ${record.warehouseId} and state not in ${OVER}
    ) as reported
    cross join lateral (
      select coalesce(sum(line.quantity), 0)::integer as quantity
      from shipment_line as line join shipment on shipment.id = line.shipment_id
      where line.lot_id = mine.lot_id and shipment.state in ('picked', 'checked') and shipment.id <> ${record.id}
        and shipment.warehouse_id = ${record.warehouseId}
    ) as claimed`.execute(db)
  return rows
}

/** What the customer of the shipment still has of each of its lots, whichever shipment brought it. */
export async function leftAtCustomer(db: AnyDatabase, { record }: Asked): Promise<readonly LeftGoods[]> {
  if (!record) return []
  await lockLots(db, record)
  const { rows } = await sql<LeftGoods>`
    select mine.lot_id, greatest(delivered.quantity - gone.quantity - reported.quantity, 0) as free, 0 as claimed,
      reported.quantity as reported, reported.serials as reported_serials,
      array(select serial from unit where lot_id = mine.lot_id and place = 'customer'
        and party_id = ${record.partyId} and serial <> all(reported.serials) order by serial) as serials
    from (select distinct lot_id from shipment_line where shipment_id = ${record.id}) as mine
    cross join lateral (
      select coalesce(sum(quantity), 0)::integer as quantity from delivery
      where lot_id = mine.lot_id and party_id = ${record.partyId}
    ) as delivered
    cross join lateral (
      select coalesce(sum(quantity), 0)::integer as quantity from stock_move
      where lot_id = mine.lot_id and party_id = ${record.partyId} and from_place = 'customer'
    ) as gone
    cross join lateral (
      select coalesce(sum(quantity), 0)::integer as quantity,
        array(select unnest(serials) from nonconforming where lot_id = mine.lot_id and at_customer
          and party_id = ${record.partyId} and state not in ${OVER}) as serials
      from nonconforming where lot_id = mine.lot_id and at_customer and party_id = ${record.partyId}
        and state not in ${OVER}
    ) as reported`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import type { Day } from '../../kernel/time.ts'
import type { PartyRow } from '../../vocabulary/party.ts'
import type { WarehouseRow } from '../../vocabulary/warehouse.ts'
import type { PickableLot } from './fefo.ts'
import { leftAtCustomer, leftInShipping } from './left-goods.ts'
import { paperOfShipments } from './paper.ts'
import type { ShipmentLineRow, ShipmentRow } from './shipment.ts'

/** A line with what its lot and product say. */
export interface ShownLine extends ShipmentLineRow {
  readonly lotNo: string
  readonly producedOn: Day
  readonly expiresOn: Day | null
  readonly sterilisationLot: string | null
  readonly productName: string
  readonly model: string
  readonly spec: string
  readonly unit: string
  readonly registrationNo: string
  readonly manufacturerName: string
  readonly isSerialTracked: boolean
  readonly isColdChain: boolean
  readonly temperatureFrom: number | null
  readonly temperatureTo: number | null
}

/** The lines of each shipment, in order of product and lot. */
const lines: FactQuery<readonly ShownLine[]> = async (db, ids) => {
  const { rows } = await sql<ShownLine>`
    select line.*, lot.lot_no, lot.produced_on, lot.expires_on, lot.sterilisation_lot, product.name as product_name,
      product.model, product.spec, product.unit, product.registration_no, product.manufacturer_name,
      product.is_serial_tracked, product.is_cold_chain, product.temperature_from, product.temperature_to
    from shipment_line as line join lot on lot.id = line.lot_id join product on product.id = line.product_id
    where line.shipment_id = any(${[...ids]}::uuid[]) order by product.name, product.model, lot.lot_no`.execute(db)
  return Map.groupBy(rows, row => row.shipmentId)
}

/** A lot that somebody wants to order. */
export interface FoundGoods extends PickableLot {
  readonly lotState: string
  readonly productState: string
  readonly productName: string
  readonly model: string
  readonly unit: string
  readonly isSerialTracked: boolean
  readonly registrationValidUntil: Day | null
}

/**
 * Lots of the products concerned that lie in the qualified zone of the warehouse, and the lots themselves whether or not
 * they do. What other shipments have ordered and not picked yet is no longer free.
 */
async function goodsIn(
  db: AnyDatabase,
  warehouseId: string | null,
  lotIds: readonly string[],
  except: string | null,
): Promise<readonly FoundGoods[]> {
  const { rows } = await sql<FoundGoods>`
    with wanted as (select id, product_id from lot where id = any(${[...lotIds]}::uuid[])),
    there as (
      select lot_id, quantity from stock where warehouse_id = ${warehouseId}::uuid and zone = 'qualified' and quantity > 0
        and product_id in (select product_id from wanted)
    ),
    candidates as (select id as lot_id from wanted union select lot_id from there),
    claimed as (
      select line.lot_id, sum(line.quantity)::integer as quantity
      from shipment_line as line join shipment on shipment.id = line.shipment_id
      where line.lot_id in (select lot_id from candidates) and shipment.state = 'ordered'
        and shipment.warehouse_id = ${warehouseId}::uuid and shipment.id is distinct from ${except}::uuid
      group by line.lot_id
    )
    select lot.id as lot_id, lot.product_id, lot.lot_no, lot.produced_on, lot.expires_on, lot.state as lot_state,
      product.state as product_state, product.name as product_name, product.model, product.unit,
      product.is_serial_tracked, product.registration_valid_until,
      greatest(coalesce(there.quantity, 0) - coalesce(claimed.quantity, 0), 0) as free
    from candidates join lot on lot.id = candidates.lot_id join product on product.id = lot.product_id
    left join there on there.lot_id = lot.id left join claimed on claimed.lot_id = lot.id
    where lot.state = 'active' or lot.id in (select id from wanted)`.execute(db)
  return rows
}

/** The customer of an order. */
export type FoundCustomer = Pick<
  PartyRow,
  'id' | 'name' | 'state' | 'isCustomer' | 'customerKind' | 'address' | 'contacts' | 'phones' | 'licences'
>

/** The warehouse from which goods go. */
export type FoundWarehouse = Pick<WarehouseRow, 'id' | 'name' | 'state'>

const warehouseOf = async (
  db: AnyDatabase,
  warehouseId: string | null | undefined,
  siteId: string,
): Promise<FoundWarehouse | null> => {
  const query = db.selectFrom('warehouse').select(['id', 'name', 'state'])
  const row = warehouseId
    ? await query.where('id', '=', warehouseId).executeTakeFirst()
    : await query
        .where('isMain', '=', true)
        .orderBy(sql`site_id = ${siteId}::uuid`, 'desc')
        .orderBy('number')
        .executeTakeFirst()
  return (row as FoundWarehouse | undefined) ?? null
}

interface Ordered {
  readonly partyId: string
  readonly warehouseId: string | null
  readonly lines: readonly { readonly lotId: string }[]
}

export const queries = {
  facts: {
    lines: { read: lines, none: [] as readonly ShownLine[] },
    paper: { read: paperOfShipments, none: null },
  },
  finds: {
    party: async (db: AnyDatabase, { input }: { input: Ordered }): Promise<FoundCustomer | null> =>
      ((await db
        .selectFrom('party')
        .select(['id', 'name', 'state', 'isCustomer', 'customerKind', 'address', 'contacts', 'phones', 'licences'])
        .where('id', '=', input.partyId)
        .executeTakeFirst()) as FoundCustomer | undefined) ?? null,
    warehouse: (db: AnyDatabase, { input, actor }: { input: Ordered; actor: { siteId: string } }) =>
      warehouseOf(db, input.warehouseId, actor.siteId),
    /** Lots named in the order and the other lots of these products. */
    goods: async (
      db: AnyDatabase,
      { input, actor }: { input: Ordered; actor: { siteId: string } },
    ): Promise<readonly FoundGoods[]> => {
      const warehouse = await warehouseOf(db, input.warehouseId, actor.siteId)
      return goodsIn(
        db,
        warehouse?.id ?? null,
        input.lines.map(line => line.lotId),
        null,
      )
    },
    /** The same for a shipment that is about to be picked. */
    goodsNow: async (db: AnyDatabase, { record }: { record?: ShipmentRow }): Promise<readonly FoundGoods[]> => {
      const { rows } = await sql<{ lotId: string }>`select lot_id from shipment_line
        where shipment_id = ${record?.id ?? null}::uuid`.execute(db)
      return goodsIn(
        db,
        record?.warehouseId ?? null,
        rows.map(row => row.lotId),
        record?.id ?? null,
      )
    },
    leftInShipping,
    leftAtCustomer,
  },
  reads: {},
} satisfies Queries

export type ShipmentQueries = typeof queries

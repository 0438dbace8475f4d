import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { Zone } from '../../vocabulary/stock.ts'

/** The goods that a report is about. */
export interface FoundGoods {
  readonly lotId: string
  readonly lotNo: string
  readonly expiresOn: string | null
  readonly productId: string
  readonly productName: string
  readonly unit: string
  readonly isSerialTracked: boolean
  readonly warehouseId: string | null
  /** Units in the zone that is asked for. */
  readonly inZone: number
  /** Of them under a report that is still open. */
  readonly marked: number
  /** Those of the serials that really are where they are said to be. */
  readonly serialsThere: readonly string[]
  /** Units that the customer has of this lot. */
  readonly atCustomer: number
  /** Of them under a report that is still open. */
  readonly markedAtCustomer: number
  /** Who delivered the lot the last time. */
  readonly supplierId: string | null
  readonly supplierName: string | null
}

interface AskedGoods {
  readonly input: {
    readonly lotId?: string
    readonly zone?: string | null
    readonly warehouseId?: string | null
    readonly partyId?: string | null
    readonly serials?: readonly string[]
  }
}

/** Ended records hold no goods any more. */
const OPEN = sql`state not in ('released', 'voided', 'filed', 'destroyed')`

/**
 * Looks the lot up and locks it, so that nothing of it is picked or moved while the report is written: what is reported
 * twice, or more than there is, is then seen.
 */
export async function goods(db: AnyDatabase, { input }: AskedGoods): Promise<FoundGoods | null> {
  if (!input.lotId) return null
  await sql`select id from lot where id = ${input.lotId} for no key update`.execute(db)
  const zone = input.zone ?? null
  const party = input.partyId ?? null
  const { rows } = await sql<FoundGoods>`
    select lot.id as lot_id, lot.lot_no, lot.expires_on, product.id as product_id,
      trim(product.name || ' ' || product.model) as product_name, product.unit, product.is_serial_tracked,
      house.id as warehouse_id, coalesce(stock.quantity, 0) as in_zone,
      (select coalesce(sum(quantity_here), 0)::int from nonconforming where lot_id = lot.id and zone = ${zone}
        and warehouse_id = house.id and quantity_here > 0 and ${OPEN}) as marked,
      array(select serial from unit where lot_id = lot.id and serial = any(${[...(input.serials ?? [])]}::text[])
        and case when ${zone}::text is null then place = 'customer' and party_id = ${party}::uuid
          else place = ${zone} and warehouse_id = house.id end) as serials_there,
      (select coalesce(sum(quantity), 0)::int from delivery where lot_id = lot.id and party_id = ${party}::uuid)
        - (select coalesce(sum(quantity), 0)::int from stock_move where lot_id = lot.id and party_id = ${party}::uuid
          and from_place = 'customer') as at_customer,
      (select coalesce(sum(quantity), 0)::int from nonconforming where lot_id = lot.id and at_customer
        and party_id = ${party}::uuid and ${OPEN}) as marked_at_customer,
      source.party_id as supplier_id, source.name as supplier_name
    from lot join product on product.id = lot.product_id
    left join lateral (
      select id from warehouse where case when ${input.warehouseId ?? null}::uuid is null then is_main
        else id = ${input.warehouseId ?? null}::uuid end order by site_id = lot.site_id desc, number limit 1
    ) as house on true
    left join stock on stock.lot_id = lot.id and stock.warehouse_id = house.id and stock.zone = ${zone}
    left join lateral (
      select move.party_id, party.name from stock_move as move join party on party.id = move.party_id
      where move.lot_id = lot.id and move.kind = 'receive' order by move.at desc limit 1
    ) as source on true
    where lot.id = ${input.lotId}`.execute(db)
  return rows[0] ?? null
}

/** What lies in a zone and what of it must stay because it is reported. */
export interface Marked {
  readonly inZone: number
  readonly held: readonly {
    readonly id: string
    readonly number: string
    readonly quantity: number
    readonly serials: readonly string[]
  }[]
}

interface AskedMove {
  readonly input: {
    readonly from?: string
    readonly zone?: string
    readonly warehouseId?: string | null
    readonly cause?: { readonly id: string } | null
  }
  readonly record?: { readonly id: string; readonly siteId: string }
}

/**
 * Reads what a move of the lot out of a zone may not take: units that are reported and not yet released, unless the move
 * is made for their own record. Without a zone it is the one that the move or the count names.
 */
export const marked =
  (taken?: Zone) =>
  async (db: AnyDatabase, { input, record }: AskedMove): Promise<Marked> => {
    const zone = taken ?? input.from ?? input.zone
    if (!record || !zone) return { inZone: 0, held: [] }
    const house = sql`coalesce(${input.warehouseId ?? null}::uuid, (
      select id from warehouse where is_main order by site_id = ${record.siteId} desc, number limit 1))`
    const [held, stock] = await Promise.all([
      sql<Marked['held'][number]>`
        select id, number, quantity_here as quantity, serials from nonconforming
        where lot_id = ${record.id} and zone = ${zone} and quantity_here > 0 and ${OPEN}
          and id is distinct from ${input.cause?.id ?? null}::uuid and warehouse_id = ${house} order by number`.execute(
        db,
      ),
      sql<{ quantity: number }>`
        select quantity from stock where lot_id = ${record.id} and zone = ${zone} and warehouse_id = ${house}`.execute(
        db,
      ),
    ])
    return { inZone: stock.rows[0]?.quantity ?? 0, held: held.rows }
  }

interface AskedPutBack extends AskedMove {
  readonly input: AskedMove['input'] & { readonly serials?: readonly string[] }
}

/**
 * Ids of the records whose goods went back with the goods of a stopped shipment, read after the move: those of which the
 * serials were named, and all of them once the shipping zone has less than is reported there.
 */
export async function strayed(db: AnyDatabase, { input, record }: AskedPutBack): Promise<readonly string[]> {
  const { inZone, held } = await marked('shipping')(db, { input, ...(record && { record }) })
  const gone = held.filter(item => item.serials.length > 0 && item.serials.every(one => input.serials?.includes(one)))
  const left = held.filter(item => !gone.includes(item))
  const missing = left.reduce((sum, item) => sum + item.quantity, 0) > inZone
  return (missing ? held : gone).map(item => item.id)
}

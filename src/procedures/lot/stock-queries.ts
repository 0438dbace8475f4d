import { sql } from 'kysely'
import type { AnyDatabase, FactQuery } from '../../kernel/queries.ts'
import type { Day, Instant } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { labelAmong } from '../../vocabulary/label-number.ts'
import type { LotRow } from '../../vocabulary/lot.ts'
import type { MoveKind, Place, StockCountRow, StockInRow, UnitRow, Zone } from '../../vocabulary/stock.ts'
import type { WarehouseRow } from '../../vocabulary/warehouse.ts'

/** Units of a lot in one zone of one warehouse. */
export interface ZoneStock {
  readonly id: string
  readonly lotId: string
  readonly warehouseId: string
  readonly warehouseName: string
  readonly zone: Zone
  readonly quantity: number
}

/** The warehouse that a move names, or the main one. */
export type FoundWarehouse = Pick<WarehouseRow, 'id' | 'name' | 'state' | 'climate'>

/** A receipt as the acceptance inspector needs to know it. */
export interface Receipt {
  readonly lotId: string
  readonly warehouseId: string
  readonly byId: string
  readonly byName: string
  readonly partyId: string | null
  readonly partyName: string | null
  readonly document: string | null
  readonly happenedOn: Day
  readonly quantity: number
}

/** A move as the page of its lot shows it. */
export interface ShownMove {
  readonly lotId: string
  readonly at: Instant
  readonly happenedOn: Day
  readonly kind: MoveKind
  readonly fromPlace: Place
  readonly toPlace: Place
  readonly quantity: number
  readonly document: string | null
  readonly causeNumber: string | null
  readonly partyName: string | null
  readonly serials: readonly string[]
  readonly byName: string
}

const grouped = <Row extends { readonly lotId: string }>(rows: unknown): Map<string, Row[]> =>
  Map.groupBy(rows as Row[], row => row.lotId)

const stock: FactQuery<readonly ZoneStock[]> = async (db, ids) =>
  grouped(
    await db
      .selectFrom('stock')
      .innerJoin('warehouse', 'warehouse.id', 'stock.warehouseId')
      .select(['stock.id', 'stock.lotId', 'stock.warehouseId', 'stock.zone', 'stock.quantity'])
      .select('warehouse.name as warehouseName')
      .where('stock.lotId', 'in', [...ids])
      .orderBy('warehouse.isMain', 'desc')
      .orderBy('warehouse.name')
      .execute(),
  )

/** The sixty latest moves of each lot. */
const moves: FactQuery<readonly ShownMove[]> = async (db, ids) => {
  const { rows } = await sql<ShownMove>`
    select m.lot_id, m.at, m.happened_on, m.kind, m.from_place, m.to_place, m.quantity, m.document, m.cause_number,
      m.serials, m.by_name, party.name as party_name
    from unnest(${[...ids]}::uuid[]) as asked (lot_id)
    cross join lateral (
      select * from stock_move where lot_id = asked.lot_id order by at desc, id desc limit 60
    ) as m left join party on party.id = m.party_id order by m.at desc, m.id desc`.execute(db)
  return grouped(rows)
}

/** The latest receipts of each lot, the youngest first. */
const receipts: FactQuery<readonly Receipt[]> = async (db, ids) => {
  const { rows } = await sql<Receipt>`
    select m.lot_id, m.warehouse_id, m.by_id, m.by_name, m.party_id, party.name as party_name, m.document,
      m.happened_on, m.quantity
    from unnest(${[...ids]}::uuid[]) as asked (lot_id)
    cross join lateral (
      select * from stock_move where lot_id = asked.lot_id and kind = 'receive' order by at desc, id desc limit 50
    ) as m left join party on party.id = m.party_id order by m.at desc, m.id desc`.execute(db)
  return grouped(rows)
}

const stockIns: FactQuery<readonly StockInRow[]> = async (db, ids) =>
  grouped(
    await db
      .selectFrom('stockIn')
      .selectAll()
      .where('lotId', 'in', [...ids])
      .orderBy('acceptedAt', 'desc')
      .orderBy('number', 'desc')
      .execute(),
  )

const stockCounts: FactQuery<readonly StockCountRow[]> = async (db, ids) =>
  grouped(
    await db
      .selectFrom('stockCount')
      .selectAll()
      .where('lotId', 'in', [...ids])
      .orderBy('at', 'desc')
      .execute(),
  )

/** With which move the ledger of each lot began. */
export interface Opening {
  readonly lotId: string
  readonly kind: MoveKind
  readonly happenedOn: Day
}

const opening: FactQuery<Opening> = async (db, ids) => {
  const { rows } = await sql<Opening>`
    select first.lot_id, first.kind, first.happened_on from unnest(${[...ids]}::uuid[]) as asked (lot_id)
    cross join lateral (select * from stock_move where lot_id = asked.lot_id order by at, id limit 1) as first`.execute(
    db,
  )
  return new Map(rows.map(row => [row.lotId, row]))
}

export const stockFacts = {
  stock: { read: stock, none: [] as readonly ZoneStock[] },
  moves: { read: moves, none: [] as readonly ShownMove[] },
  receipts: { read: receipts, none: [] as readonly Receipt[] },
  stockIns: { read: stockIns, none: [] as readonly StockInRow[] },
  stockCounts: { read: stockCounts, none: [] as readonly StockCountRow[] },
  opening: { read: opening, none: null },
}

/** What was delivered to a party of the lot and what of it is no longer there. */
export interface Buyer {
  readonly delivered: number
  readonly gone: number
  /** Units still there of which the serial number is known; the others went out before serials were kept. */
  readonly known: number
}

interface AskedStock {
  readonly input: {
    readonly warehouseId?: string | null
    readonly serials?: readonly string[]
    readonly partyId?: string | null
    readonly supplierId?: string
    readonly document?: string | null
    readonly zone?: Zone
    readonly number?: string
  }
  readonly record?: LotRow
}

const unitsOf = async (db: AnyDatabase, record: LotRow | undefined, serials: readonly string[]): Promise<UnitRow[]> =>
  (
    await sql<UnitRow>`select * from unit where product_id = ${record?.productId ?? null}
      and ${labelAmong('serial', serials)}`.execute(db)
  ).rows

export const stockFinds = {
  /** The warehouse that is named, else the main one of the lot's site, else the only main one. */
  warehouse: async (db: AnyDatabase, { input, record }: AskedStock): Promise<FoundWarehouse | null> => {
    const query = db.selectFrom('warehouse').select(['id', 'name', 'state', 'climate'])
    const row = input.warehouseId
      ? await query.where('id', '=', input.warehouseId).executeTakeFirst()
      : await query
          .where('isMain', '=', true)
          .orderBy(sql`site_id = ${record?.siteId ?? null}`, 'desc')
          .orderBy('number')
          .executeTakeFirst()
    return (row as FoundWarehouse | undefined) ?? null
  },
  /** The units with these serial numbers, however written, of any lot of the product. */
  units: async (db: AnyDatabase, { input, record }: AskedStock): Promise<readonly UnitRow[]> =>
    input.serials?.length ? unitsOf(db, record, input.serials) : [],
  /** The same where serials may be new: until the step ends nobody else adds one of the product. */
  newUnits: async (db: AnyDatabase, { input, record }: AskedStock): Promise<readonly UnitRow[]> => {
    if (!input.serials?.length) return []
    await holdName(db, `unit/${record?.productId}`)
    return unitsOf(db, record, input.serials)
  },
  /** Units that the ledger has in the zone. */
  zoneUnits: async (db: AnyDatabase, { input, record }: AskedStock): Promise<readonly UnitRow[]> =>
    (
      await sql<UnitRow>`select unit.* from unit where lot_id = ${record?.id ?? null} and place = ${input.zone ?? ''}
        and warehouse_id = coalesce(${input.warehouseId ?? null}::uuid, (select id from warehouse where is_main
          order by site_id = ${record?.siteId ?? null} desc, number limit 1))`.execute(db)
    ).rows,
  /** What the customer got of this lot, and what of it came back or was destroyed there: three small index reads. */
  buyer: async (db: AnyDatabase, { input, record }: AskedStock): Promise<Buyer> => {
    const of = [record?.id ?? null, input.partyId ?? null]
    const { rows } = await sql<Buyer>`select
      coalesce((select sum(quantity) from delivery where lot_id = ${of[0]} and party_id = ${of[1]}), 0)::integer as delivered,
      coalesce((select sum(quantity) from stock_move where lot_id = ${of[0]} and party_id = ${of[1]}
        and from_place = 'customer'), 0)::integer as gone,
      (select count(*) from unit where lot_id = ${of[0]} and party_id = ${of[1]} and place = 'customer')::integer as known`.execute(
      db,
    )
    return rows[0] ?? { delivered: 0, gone: 0, known: 0 }
  },
  /** Whether the supplier's paper brought goods of this lot before. */
  documentTaken: async (db: AnyDatabase, { input, record }: AskedStock): Promise<boolean> =>
    (await db
      .selectFrom('stockMove')
      .select('id')
      .where('lotId', '=', record?.id ?? null)
      .where('partyId', '=', input.supplierId ?? null)
      .where('kind', '=', 'receive')
      .where('document', '=', input.document ?? null)
      .executeTakeFirst()) !== undefined,
  /** Whether this zone of the warehouse has had a move of the lot. */
  zoneMoved: async (db: AnyDatabase, { input, record }: AskedStock): Promise<boolean> =>
    (await db
      .selectFrom('stock')
      .innerJoin('warehouse', 'warehouse.id', 'stock.warehouseId')
      .select('stock.id')
      .where('stock.lotId', '=', record?.id ?? null)
      .where('stock.zone', '=', input.zone ?? null)
      .where(sql<boolean>`case when ${input.warehouseId ?? null}::uuid is null then warehouse.is_main
        else warehouse.id = ${input.warehouseId ?? null}::uuid end`)
      .executeTakeFirst()) !== undefined,
  /** Whether the delivery note lists this lot already. */
  noteTaken: async (db: AnyDatabase, { input, record }: AskedStock): Promise<boolean> =>
    (await db
      .selectFrom('delivery')
      .select('id')
      .where('lotId', '=', record?.id ?? null)
      .where('number', '=', input.number ?? null)
      .executeTakeFirst()) !== undefined,
}

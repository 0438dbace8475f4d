import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import { buyersOfLots, type StockOfLot, stockOfLots, underWay } from '../../vocabulary/stock-read.ts'
import { claimProduct, type LotHold } from './find-holds.ts'
import type { StopSaleRow } from './stop-sale.ts'
import type { Scope, Source } from './wording.ts'

/** What a product's record says. */
export interface FoundProduct {
  readonly id: string
  readonly name: string
  readonly model: string
  readonly registrationNo: string
  readonly manufacturerId: string | null
  readonly manufacturerName: string | null
  readonly isSerialTracked: boolean
}

/** What a lot's record says. */
export interface FoundLot {
  readonly id: string
  readonly productId: string
  readonly lotNo: string
}

/** Goods of a lot at one place. */
interface FoundPlace {
  readonly lotId: string
  readonly lotNo: string
  readonly warehouseId: string
  readonly warehouseName: string
  readonly zone: string
  readonly quantity: number
}

/** Goods on their way to a customer. */
interface FoundTransit {
  readonly lotId: string
  readonly lotNo: string
  readonly number: string
  readonly partyId: string
  readonly partyName: string
  readonly quantity: number
  readonly shippedAt: string
}

/** Everything that a stop of these goods has to know, read while nothing of them can move. */
export interface HeldGoods {
  readonly product: FoundProduct | null
  readonly lots: readonly FoundLot[]
  readonly places: readonly FoundPlace[]
  readonly transit: readonly FoundTransit[]
  readonly buyers: number
  readonly atBuyers: number
  /** Lots of which somebody has bought. */
  readonly soldLotIds: readonly string[]
  /** Stops in force over the lots, or over the whole product. */
  readonly holds: readonly (Pick<LotHold, 'id' | 'number' | 'scope' | 'lotId' | 'serials'> & {
    readonly source: Source
  })[]
  /** Serial numbers of units of the lots that are among those asked for, as the units carry them. */
  readonly units: readonly string[]
}

/** What is to be held. */
export interface HoldAsked {
  readonly scope: Scope
  readonly productId: string
  readonly lotIds: readonly string[]
  readonly serials: readonly string[]
}

/** What a place or widen step entered, over what the record holds already. */
export const holdAsked = (
  input: {
    readonly scope?: Scope
    readonly productId?: string
    readonly lotId?: string
    readonly lotIds?: readonly string[]
    readonly serials?: readonly string[]
  },
  record?: StopSaleRow,
): HoldAsked => ({
  scope: input.scope ?? record?.scope ?? 'lot',
  productId: record?.productId ?? input.productId ?? '',
  lotIds: [...new Set([...(input.lotIds ?? []), ...(input.lotId ? [input.lotId] : [])])],
  serials: [...new Set(input.serials ?? [])],
})

const columns = [
  'id',
  'name',
  'model',
  'registrationNo',
  'manufacturerId',
  'manufacturerName',
  'isSerialTracked',
] as const

/** Reads the goods that are to be held. Claims the product first, so that nothing of it moves until the step is done. */
export async function heldGoods(db: AnyDatabase, asked: HoldAsked): Promise<HeldGoods> {
  await claimProduct(db, asked.productId)
  const whole = asked.scope === 'product'
  const lots = (await (whole
    ? db.selectFrom('lot').select(['id', 'productId', 'lotNo']).where('productId', '=', asked.productId).execute()
    : asked.lotIds.length === 0
      ? []
      : db
          .selectFrom('lot')
          .select(['id', 'productId', 'lotNo'])
          .where('id', 'in', asked.lotIds)
          .execute())) as FoundLot[]
  const ids = lots.map(lot => lot.id)
  const numbers = new Map(lots.map(lot => [lot.id, lot.lotNo]))
  const units = asked.scope === 'serials' ? await unitsNamed(db, ids, asked.serials) : []
  const serials = asked.scope === 'serials' ? [...units, ...asked.serials] : []
  const [product, places, transit, buyers, holds] = await Promise.all([
    db.selectFrom('product').select(columns).where('id', '=', asked.productId).executeTakeFirst(),
    serials.length > 0 ? unitPlaces(db, ids, serials) : stockOfLots(db, ids),
    ids.length > 0 ? underWay(db, ids) : [],
    ids.length > 0 ? buyersOfLots(db, ids, serials.length > 0 ? { serials } : {}) : [],
    holdsOver(db, asked.productId, ids),
  ])
  return {
    product: (product as FoundProduct | undefined) ?? null,
    lots,
    places: places.map(place => ({
      lotId: place.lotId,
      lotNo: numbers.get(place.lotId) ?? '',
      warehouseId: place.warehouseId,
      warehouseName: place.warehouseName,
      zone: place.zone,
      quantity: place.quantity,
    })),
    transit: transit
      .filter(
        item => serials.length === 0 || item.serials.length === 0 || item.serials.some(one => serials.includes(one)),
      )
      .map(item => ({
        lotId: item.lotId,
        lotNo: numbers.get(item.lotId) ?? '',
        number: item.shipmentNumber,
        partyId: item.partyId,
        partyName: item.partyName,
        quantity: item.quantity,
        shippedAt: item.shippedAt,
      })),
    buyers: new Set(buyers.map(buyer => buyer.partyId)).size,
    atBuyers: buyers.reduce((sum, buyer) => sum + Math.max(0, buyer.delivered - buyer.returned - buyer.destroyed), 0),
    soldLotIds: [...new Set(buyers.map(buyer => buyer.lotId))],
    holds,
    units,
  }
}

/** Serial numbers of units of the lots that are meant, however their letters were typed. */
async function unitsNamed(db: AnyDatabase, lotIds: readonly string[], serials: readonly string[]): Promise<string[]> {
  if (lotIds.length === 0 || serials.length === 0) return []
  const { rows } = await sql<{ serial: string }>`
    select distinct u.serial from unit u
    where u.lot_id = any(${[...lotIds]}::uuid[])
      and upper(normalize(u.serial, NFKC)) in (select upper(normalize(asked, NFKC)) from unnest(${[...serials]}::text[]) asked)
    order by u.serial`.execute(db)
  return rows.map(row => row.serial)
}

async function unitPlaces(
  db: AnyDatabase,
  lotIds: readonly string[],
  serials: readonly string[],
): Promise<StockOfLot[]> {
  if (lotIds.length === 0) return []
  const { rows } = await sql<StockOfLot>`
    select u.lot_id, u.product_id, u.warehouse_id, w.name as warehouse_name, u.place as zone, count(*)::int as quantity
    from unit u join warehouse w on w.id = u.warehouse_id
    where u.lot_id = any(${[...lotIds]}::uuid[]) and u.serial = any(${[...serials]}::text[])
      and u.place in ('waiting', 'qualified', 'shipping', 'unqualified', 'return')
    group by u.lot_id, u.product_id, u.warehouse_id, w.name, u.place
    order by w.name, u.place`.execute(db)
  return rows
}

/** Stops in force over the product as a whole or over one of the lots. */
async function holdsOver(db: AnyDatabase, productId: string, lotIds: readonly string[]): Promise<HeldGoods['holds']> {
  const { rows } = await sql<HeldGoods['holds'][number]>`
    select s.id, s.number, s.scope, s.source, coalesce(h.lot_id, s.lot_id) as lot_id, s.serials
    from stop_sale s left join stop_sale_lot h on h.stop_sale_id = s.id
    where s.product_id = ${productId}::uuid and s.state in ('placed', 're-check', 'confirming', 'confirmed', 'closed')
      and (s.scope = 'product' or h.lot_id = any(${[...lotIds]}::uuid[]))
    order by s.number`.execute(db)
  return rows
}

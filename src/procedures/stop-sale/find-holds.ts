import { sql } from 'kysely'
import type { AnyDatabase, FactQuery } from '../../kernel/queries.ts'
import { HOLDING } from './stop-sale.ts'
import type { Scope } from './wording.ts'

/** A stop-sale in force over a lot. */
export interface LotHold {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly scope: Scope
  readonly lotId: string
  readonly lotNo: string
  readonly productName: string
  /** Serial numbers that are held; empty: all of the lot. */
  readonly serials: readonly string[]
  readonly placedAt: string
}

/** Stops in force over lots, the whole product's included. */
export async function holdsOnLots(db: AnyDatabase, lotIds: readonly string[]): Promise<LotHold[]> {
  if (lotIds.length === 0) return []
  const { rows } = await sql<LotHold>`
    select distinct s.id, s.number, s.state, s.scope, l.id as lot_id, l.lot_no, s.product_name, s.serials, s.placed_at
    from lot l
    join stop_sale s on s.product_id = l.product_id and s.state = any(${[...HOLDING]}::text[])
      and (s.scope = 'product' or exists (select 1 from stop_sale_lot h where h.stop_sale_id = s.id and h.lot_id = l.id))
    where l.id = any(${[...new Set(lotIds)]}::uuid[])
    order by s.placed_at, s.number`.execute(db)
  return rows
}

const none: never[] = []

/** Stops in force over each lot. */
export const lotHolds: FactQuery<readonly LotHold[]> = async (db, ids) =>
  Map.groupBy(await holdsOnLots(db, ids), hold => hold.lotId)

/** A line of a shipment that a stop in force covers. */
export interface HeldLine extends LotHold {
  readonly shipmentId: string
  /** Serial numbers of the line; empty where the product has none. */
  readonly lineSerials: readonly string[]
}

/** Stops in force over what each shipment carries. */
export const shipmentHolds: FactQuery<readonly HeldLine[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const lines: { shipmentId: string; lotId: string; serials: readonly string[] | null }[] = await db
    .selectFrom('shipmentLine')
    .select(['shipmentId', 'lotId', 'serials'])
    .where('shipmentId', 'in', ids)
    .execute()
  const holds = Map.groupBy(
    await holdsOnLots(
      db,
      lines.map(line => line.lotId),
    ),
    hold => hold.lotId,
  )
  return Map.groupBy(
    lines.flatMap(line =>
      (holds.get(line.lotId) ?? none).map(hold => ({
        ...hold,
        shipmentId: line.shipmentId,
        lineSerials: line.serials ?? [],
      })),
    ),
    line => line.shipmentId,
  )
}

/** Stops that were placed because of each record and are not over. */
export const openByCause: FactQuery<
  readonly { readonly id: string; readonly number: string; readonly state: string }[]
> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ causeId: string; id: string; number: string; state: string }>`
      select c.cause_id, s.id, s.number, s.state from stop_sale_cause c join stop_sale s on s.id = c.stop_sale_id
      where c.cause_id = any(${[...ids]}::uuid[]) and s.state not in ('released', 'closed')
      order by s.number`.execute(db)
  return Map.groupBy(rows, row => row.causeId)
}

/** Lets whatever moves goods of the product in or out wait until the transaction ends, or waits for it: see {@link shareProduct}. */
export const claimProduct = async (db: AnyDatabase, productId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stop-sale ${productId}`}, 3))`.execute(db)
}

/**
 * Goods of a product may move at several places at once, but not while a stop of it is being placed: either the move is
 * finished and the stop lists it, or it waits and sees the stop.
 */
export const shareProduct = async (db: AnyDatabase, productId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${`stop-sale ${productId}`}, 3))`.execute(db)
}

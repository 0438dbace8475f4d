import { sql } from 'kysely'
import { type LinkedRecord, openLinked } from '../../kernel/linked.ts'
import type { AnyDatabase, FactQuery } from '../../kernel/queries.ts'
import { buyersOfLots } from '../../vocabulary/stock-read.ts'
import { holdsOnLots } from './find-holds.ts'
import type { StopSaleRow } from './stop-sale.ts'

/** Notices that a stop drafted, that were drafted for it by hand, or because of which it was placed: both ids of each pair. */
const LINKED = sql`(
  select from_id as stop_id, to_id as notice_id from link where from_procedure = 'stop-sale' and to_procedure = 'notice'
  union select to_id, from_id from link where to_procedure = 'stop-sale' and from_procedure = 'notice')`

const ENDED = ['closed', 'cancelled', 'drill-finished']

/** Supplier inquiries and notices that came out of each stop, or led to it, and are not finished. */
export const openAfter: FactQuery<readonly LinkedRecord[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const [inquiries, notices] = await Promise.all([
    openLinked(db, ids, { procedure: 'supplier-inquiry', table: 'supplier_inquiry', ended: ['closed', 'voided'] }),
    sql<LinkedRecord & { readonly stopId: string }>`
      select linked.stop_id, n.id, n.number, n.state from ${LINKED} linked join notice n on n.id = linked.notice_id
      where linked.stop_id = any(${[...ids]}::uuid[]) and not n.drill and n.state <> all(${ENDED}::text[])
      order by n.number`.execute(db),
  ])
  const byStop = Map.groupBy(notices.rows, row => row.stopId)
  return new Map(
    ids.map(id => [
      id,
      [
        ...(inquiries.get(id) ?? []),
        ...(byStop.get(id) ?? []).map(({ id: noticeId, number, state }) => ({ id: noticeId, number, state })),
      ],
    ]),
  )
}

/** Suspend notices of each stop that have not been sent. */
export const unsentSuspends: FactQuery<readonly { readonly id: string }[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ stopId: string; id: string }>`
    select linked.stop_id, n.id from ${LINKED} linked join notice n on n.id = linked.notice_id
    where linked.stop_id = any(${[...ids]}::uuid[]) and n.kind = 'suspend' and not n.drill
      and n.state in ('draft', 'approved')
    order by n.number`.execute(db)
  return Map.groupBy(rows, row => row.stopId)
}

/** Lots that a stop covers. */
interface CoveredLot {
  readonly id: string
  readonly lotId: string
  /** Serial numbers that are held, where the units of the product are known one by one; empty: all of the lot. */
  readonly serials: readonly string[]
}

/** Units that each stop covers, that buyers still have, and that no recall notice names. */
export const outside: FactQuery<number> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<CoveredLot>`
    select s.id, l.id as lot_id, case when p.is_serial_tracked then s.serials else '{}' end as serials
    from stop_sale s join lot l on l.product_id = s.product_id join product p on p.id = s.product_id
    where s.id = any(${[...ids]}::uuid[])
      and (s.scope = 'product' or exists (select 1 from stop_sale_lot h where h.stop_sale_id = s.id and h.lot_id = l.id))
      and exists (select 1 from delivery d where d.lot_id = l.id)
      and not exists (select 1 from notice_lot nl join notice n on n.id = nl.notice_id
        where nl.lot_id = l.id and n.kind = 'recall' and not n.drill and n.state in ('approved', 'running', 'closed')
          and (cardinality(nl.serials) = 0 or (cardinality(s.serials) > 0 and nl.serials @> s.serials)))`.execute(db)
  const buyers = Map.groupBy(await buyersOfLots(db, [...new Set(rows.map(row => row.lotId))]), buyer => buyer.lotId)
  const sums = new Map<string, number>()
  for (const { id, lotId, serials } of rows)
    for (const buyer of buyers.get(lotId) ?? []) {
      const left =
        serials.length > 0
          ? buyer.serials.filter(serial => serials.includes(serial)).length
          : Math.max(0, buyer.delivered - buyer.returned - buyer.destroyed)
      sums.set(id, (sums.get(id) ?? 0) + left)
    }
  return sums
}

/** A stop that a notice has to do with. */
export interface NoticeHold extends Pick<StopSaleRow, 'id' | 'state' | 'number'> {
  /** Buyers whom a notice asked to stop, and every notice to resume that was drafted for them has reached all it names. */
  readonly waits: boolean
}

/** Stops that started a notice, for which it was drafted, or which it placed. */
export const noticeHolds = async (
  db: AnyDatabase,
  { record }: { record?: { readonly id: string } },
): Promise<NoticeHold[]> => {
  if (!record) return []
  const { rows } = await sql<NoticeHold>`
    select s.id, s.state, s.number,
      exists (select 1 from stop_sale_told t
        where t.stop_sale_id = s.id and t.audience = 'buyers' and t.resumed_at is null)
      and not exists (select 1 from link other join notice n on n.id = other.to_id
        where other.from_id = s.id and n.kind = 'resume' and n.state <> 'cancelled' and n.all_told_at is null) as waits
    from ${LINKED} linked join stop_sale s on s.id = linked.stop_id
    where linked.notice_id = ${record.id}::uuid
    order by s.number`.execute(db)
  return rows
}

/** A stop in force over goods of which a notice to resume speaks. */
export interface ResumedHold {
  readonly number: string
  readonly state: string
  readonly lotId: string
  readonly lotNo: string
}

const meets = (held: readonly string[], named: readonly string[]): boolean =>
  held.length === 0 || named.length === 0 || named.some(serial => held.includes(serial))

/** Stops in force over the lots that a notice names, by notice. */
export const resumedHolds: FactQuery<readonly ResumedHold[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const lots: { noticeId: string; lotId: string; serials: readonly string[] }[] = await db
    .selectFrom('noticeLot')
    .innerJoin('notice', 'notice.id', 'noticeLot.noticeId')
    .select(['noticeLot.noticeId', 'noticeLot.lotId', 'noticeLot.serials'])
    .where('noticeLot.noticeId', 'in', ids)
    .where('notice.kind', '=', 'resume')
    .execute()
  const holds = await holdsOnLots(
    db,
    lots.map(lot => lot.lotId),
  )
  return Map.groupBy(
    lots.flatMap(({ noticeId, lotId, serials }) =>
      holds
        .filter(hold => hold.lotId === lotId && meets(hold.serials, serials))
        .map(({ number, state, lotNo }) => ({ number, state, lotNo, lotId, noticeId })),
    ),
    row => row.noticeId,
  )
}

/** Stops in force over the lots that a notice is drafted for. */
export const draftedHolds = async (
  db: AnyDatabase,
  { input }: { input: { kind?: string; lotIds?: readonly string[]; serials?: readonly string[] } },
): Promise<ResumedHold[]> => {
  if (input.kind !== 'resume') return []
  const holds = await holdsOnLots(db, input.lotIds ?? [])
  return holds.filter(hold => meets(hold.serials, input.serials ?? []))
}

/** Goods of one product that a notice calls back or stops, and that no stop covers. */
export interface UnheldGoods {
  readonly productId: string
  readonly lotIds: readonly string[]
  /** Single devices; empty: all of the lots. */
  readonly serials: readonly string[]
}

/** What of a notice no stop covers. Serial numbers that are not all known as units mean the whole lot. */
export const unheldLots = async (
  db: AnyDatabase,
  { record }: { record?: { readonly id: string } },
): Promise<UnheldGoods[]> => {
  if (!record) return []
  const { rows } = await sql<{ lotId: string; productId: string; serials: string[]; units: string[] }>`
    select nl.lot_id, nl.product_id, nl.serials, array(
      select distinct u.serial from unit u where u.lot_id = nl.lot_id
        and upper(normalize(u.serial, NFKC)) in (select upper(normalize(one, NFKC)) from unnest(nl.serials) one)
      order by u.serial) as units
    from notice_lot nl where nl.notice_id = ${record.id}::uuid
    order by nl.product_id, nl.lot_no`.execute(db)
  const holds = await holdsOnLots(
    db,
    rows.map(row => row.lotId),
  )
  const free = rows
    .map(row => ({
      ...row,
      units: row.serials.length > 0 && row.units.length === row.serials.length ? row.units : [],
    }))
    .filter(
      row =>
        !holds.some(
          hold =>
            hold.lotId === row.lotId &&
            (hold.serials.length === 0 ||
              (row.units.length > 0 && row.units.every(serial => hold.serials.includes(serial)))),
        ),
    )
  const whole = Map.groupBy(
    free.filter(row => row.units.length === 0),
    row => row.productId,
  )
  return [
    ...[...whole].map(([productId, lots]) => ({ productId, lotIds: lots.map(lot => lot.lotId), serials: [] })),
    ...free
      .filter(row => row.units.length > 0)
      .map(row => ({ productId: row.productId, lotIds: [row.lotId], serials: row.units })),
  ]
}

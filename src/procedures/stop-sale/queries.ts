import { sql } from 'kysely'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { buyersOfLots } from '../../vocabulary/stock-read.ts'
import {
  claimProduct,
  holdsOnLots,
  type LotHold,
  lotHolds,
  openByCause,
  shareProduct,
  shipmentHolds,
} from './find-holds.ts'
import { EMPTY_PAPER } from './forms/view.ts'
import { heldGoods, holdAsked } from './held-goods.ts'
import {
  draftedHolds,
  noticeHolds,
  openAfter,
  outside,
  resumedHolds,
  unheldLots,
  unsentSuspends,
} from './notice-links.ts'
import { readPaper } from './paper.ts'
import type { StopSaleRow } from './stop-sale.ts'
import type { StopSaleCause, StopSaleLot, StopSaleMark, StopSaleTold, StopSaleTransit } from './stop-sale-rows.ts'

const childrenOf =
  <Row extends { stopSaleId: string }>(table: string, order: string): FactQuery<readonly Row[]> =>
  async (db, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await db
      .selectFrom(table)
      .selectAll()
      .where('stopSaleId', 'in', ids)
      .orderBy(order)
      .orderBy('id')
      .execute()
    return Map.groupBy(rows as Row[], row => row.stopSaleId)
  }

const none: never[] = []

/** A buyer of held goods, as the page of the stop shows him. */
interface HeldBuyer {
  readonly partyId: string
  readonly name: string
  readonly delivered: number
  readonly returned: number
  readonly destroyed: number
}

const lotIdsOf = async (db: AnyDatabase, ids: readonly string[]) => {
  const { rows } = await sql<{ id: string; lotId: string; serials: string[] }>`
    select s.id, l.id as lot_id, s.serials from stop_sale s join lot l on l.product_id = s.product_id
      and (s.scope = 'product' or exists (select 1 from stop_sale_lot h where h.stop_sale_id = s.id and h.lot_id = l.id))
    where s.id = any(${[...ids]}::uuid[])`.execute(db)
  return Map.groupBy(rows, row => row.id)
}

/** Who has bought what is held, those with most of it first. */
const buyers: FactQuery<readonly HeldBuyer[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const lots = await lotIdsOf(db, ids)
  const all = await buyersOfLots(db, [...new Set([...lots.values()].flat().map(row => row.lotId))])
  return new Map(
    ids.map(id => {
      const own = new Set((lots.get(id) ?? none).map(row => row.lotId))
      const sums = new Map<string, HeldBuyer>()
      for (const { partyId, name, delivered, returned, destroyed, lotId } of all) {
        if (!own.has(lotId)) continue
        const before = sums.get(partyId)
        sums.set(partyId, {
          partyId,
          name,
          delivered: delivered + (before?.delivered ?? 0),
          returned: returned + (before?.returned ?? 0),
          destroyed: destroyed + (before?.destroyed ?? 0),
        })
      }
      return [id, [...sums.values()].sort((a, b) => b.delivered - b.returned - (a.delivered - a.returned))]
    }),
  )
}

/** Lots that each stop covers and of which somebody has bought. */
const soldLotIds: FactQuery<readonly string[]> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; lotId: string }>`
    select s.id, l.id as lot_id from stop_sale s join lot l on l.product_id = s.product_id
      and (s.scope = 'product' or exists (select 1 from stop_sale_lot h where h.stop_sale_id = s.id and h.lot_id = l.id))
    where s.id = any(${[...ids]}::uuid[]) and exists (select 1 from delivery d where d.lot_id = l.id)
    order by l.lot_no`.execute(db)
  return new Map([...Map.groupBy(rows, row => row.id)].map(([id, list]) => [id, list.map(row => row.lotId)]))
}

/** Units that each stop covers and that still lie where they could be sold from, or wait for a verdict. */
const left: FactQuery<number> = async (db, ids) => {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; quantity: number }>`
    select s.id, coalesce(case when s.scope = 'serials' then (
        select count(*)::int from unit u join stop_sale_lot h on h.lot_id = u.lot_id and h.stop_sale_id = s.id
        where u.serial = any(s.serials) and u.place in ('waiting', 'qualified', 'shipping', 'return')
      ) else (
        select sum(k.quantity)::int from stock k join lot l on l.id = k.lot_id
        where l.product_id = s.product_id and k.zone in ('waiting', 'qualified', 'shipping', 'return')
          and (s.scope = 'product' or exists (select 1 from stop_sale_lot h where h.stop_sale_id = s.id and h.lot_id = l.id))
      ) end, 0) as quantity
    from stop_sale s where s.id = any(${[...ids]}::uuid[])`.execute(db)
  return new Map(rows.map(row => [row.id, row.quantity]))
}

/** A complaint as the reactions hear it. */
interface ComplaintHeard {
  readonly id: string
  readonly productId: string | null
  readonly lotId: string | null
}

/** A stop in force that a complaint has to do with; `mine`: it stands among its causes. */
export interface ComplaintHold {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly mine: boolean
  /** The stop covers the complaint's lot, or its product where no lot is known. */
  readonly covers: boolean
}

const complaintHolds = async (
  db: AnyDatabase,
  { record, input }: { record?: ComplaintHeard; input: unknown },
): Promise<{ holds: ComplaintHold[]; target: { id: string; number: string } | null }> => {
  if (!record) return { holds: [], target: null }
  // Two calls about one lot at the same moment: the second waits, sees the stop of the first, and joins it.
  if (record.productId) await claimProduct(db, record.productId)
  const { rows } = await sql<ComplaintHold>`
    select s.id, s.number, s.state,
      exists (select 1 from stop_sale_cause c where c.stop_sale_id = s.id and c.cause_id = ${record.id}::uuid) as mine,
      (s.product_id = ${record.productId}::uuid and (s.scope = 'product' or (s.scope = 'lot' and exists (
        select 1 from stop_sale_lot h where h.stop_sale_id = s.id and h.lot_id = ${record.lotId}::uuid)))) is true as covers
    from stop_sale s
    where (s.product_id = ${record.productId}::uuid
        and s.state <> 'released' or s.id in (select c.stop_sale_id from stop_sale_cause c where c.cause_id = ${record.id}::uuid))
    order by s.number`.execute(db)
  const into = (input as { into?: string } | null)?.into
  const target = into
    ? await db.selectFrom('complaint').select(['id', 'number']).where('id', '=', into).executeTakeFirst()
    : undefined
  return {
    holds: rows.filter(row => row.mine || row.covers),
    target: (target as { id: string; number: string }) ?? null,
  }
}

/** A line because of which a shipment was stopped. */
export interface StoppedLine {
  readonly lotId: string
  readonly productId: string
  readonly serials: readonly string[]
  /** What was found, in the words of who found it. */
  readonly note: string | null
}

const stoppedLines = async (
  db: AnyDatabase,
  { record }: { record?: { readonly id: string } },
): Promise<StoppedLine[]> => {
  if (!record) return []
  // An order may name a serial number that no unit carries: then the whole lot is held.
  const { rows } = await sql<StoppedLine>`
    select line.lot_id, line.product_id, line.problem_note as note, case when cardinality(line.serials) = (
        select count(*) from unit u where u.lot_id = line.lot_id and u.serial = any(line.serials)
      ) then line.serials else '{}' end as serials
    from shipment_line line where line.shipment_id = ${record.id}::uuid and line.problem is not null
    order by line.lot_id`.execute(db)
  return rows
}

const partyById = async (db: AnyDatabase, id: string | undefined) => {
  if (!id) return null
  const row = await db
    .selectFrom('party')
    .select(['id', 'name', 'state', 'isSupplier'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as { id: string; name: string; state: string; isSupplier: boolean } | undefined) ?? null
}

/** All SQL of the stop-sale, by name. */
export const queries = {
  facts: {
    lots: { read: childrenOf<StopSaleLot>('stopSaleLot', 'at'), none },
    marks: { read: childrenOf<StopSaleMark>('stopSaleMark', 'at'), none },
    transit: { read: childrenOf<StopSaleTransit>('stopSaleTransit', 'at'), none },
    told: { read: childrenOf<StopSaleTold>('stopSaleTold', 'toldAt'), none },
    causes: { read: childrenOf<StopSaleCause>('stopSaleCause', 'at'), none },
    buyers: { read: buyers, none },
    soldLotIds: { read: soldLotIds, none },
    openAfter: { read: openAfter, none },
    outside: { read: outside, none: 0 },
    unsentSuspends: { read: unsentSuspends, none },
    resumedHolds: { read: resumedHolds, none },
    left: { read: left, none: 0 },
    lotHolds: { read: lotHolds, none },
    shipmentHolds: { read: shipmentHolds, none },
    openByCause: { read: openByCause, none },
    /** The stop as its printed forms see it. */
    paper: { read: readPaper, none: EMPTY_PAPER },
  },
  finds: {
    /** Product, lots, places, goods under way and buyers; nothing of the product moves until the step is done. */
    goods: (db: AnyDatabase, { input, record }: { input: Parameters<typeof holdAsked>[0]; record?: StopSaleRow }) =>
      heldGoods(db, holdAsked(input, record)),
    /** Stops over the lot whose goods are about to move; a stop that is being placed is waited for. */
    movedLotHolds: async (
      db: AnyDatabase,
      { record }: { record?: { readonly id: string; readonly productId: string } },
    ): Promise<LotHold[]> => {
      if (!record) return []
      await shareProduct(db, record.productId)
      return holdsOnLots(db, [record.id])
    },
    /** Stops over the lots that an order names. */
    orderedHolds: (db: AnyDatabase, { input }: { input: { lines?: readonly { lotId: string }[] } }) =>
      holdsOnLots(
        db,
        (input.lines ?? []).map(line => line.lotId),
      ),
    complaintHolds,
    stoppedLines,
    noticeHolds,
    unheldLots,
    draftedHolds,
    party: (db: AnyDatabase, { input }: { input: { partyId?: string } }) => partyById(db, input.partyId),
  },
  reads: {},
} satisfies Queries

/** What steps may ask for by name. */
export type StopSaleQueries = typeof queries

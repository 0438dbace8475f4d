import type { Pool } from '../database/pool.ts'
import {
  type DeliveryDay,
  type Flow,
  HANDED_PAGE,
  type Handed,
  type TracedLot,
  type TracedMove,
  type ZoneStock,
} from './trace.ts'

/** Which lots, customers and units are meant. */
export interface Goods {
  readonly lots: readonly string[]
  /** Only what went to this customer. */
  readonly partyId?: string
  /** Only this unit of the lot. */
  readonly serial?: string
  /** Only what is on this delivery note. */
  readonly note?: string
}

/** Most lots that one answer speaks of. */
export const MOST_LOTS = 200
/** Most moves and days that are listed. */
const MOST_MOVES = 500
const MOST_DAYS = 400

const LOT_COLUMNS = `l.id, l.number, l.lot_no AS "lotNo", p.id AS "productId", p.number AS "productNumber", p.name AS "productName",
  p.model, p.unit, p.manufacturer_name AS "manufacturerName", p.registration_no AS "registrationNo",
  l.produced_on AS "producedOn", l.expires_on AS "expiresOn"`

/** The lots, in this order. */
export async function lotsById(pool: Pool, ids: readonly string[]): Promise<TracedLot[]> {
  const { rows } = await pool.query<TracedLot>({
    name: 'trace_lots',
    text: `SELECT ${LOT_COLUMNS} FROM unnest($1::uuid[]) WITH ORDINALITY AS asked(id, place)
           JOIN lot AS l ON l.id = asked.id JOIN product AS p ON p.id = l.product_id ORDER BY asked.place`,
    values: [ids],
  })
  return rows
}

/** One line of who had what, with the sums over all lines. */
interface HandedLine extends Handed {
  readonly lines: number
  readonly total: number
}

/** Who had how many of which lot; those who had the most first. */
export async function handedOut(
  pool: Pool,
  { lots, partyId, note }: Goods,
  page: number,
): Promise<{ readonly handed: Handed[]; readonly handedCount: number; readonly delivered: number }> {
  const values: unknown[] = [lots]
  const param = (value: unknown): string => `$${values.push(value)}`
  const conditions = [
    'lot_id = ANY($1::uuid[])',
    ...(partyId ? [`party_id = ${param(partyId)}`] : []),
    ...(note ? [`number = ${param(note)}`] : []),
  ]
  const { rows } = await pool.query<HandedLine>({
    name: `trace_handed_${partyId ? 'party' : ''}_${note ? 'note' : ''}`,
    text: `WITH given AS (
        SELECT lot_id, party_id, sum(quantity)::int AS delivered, count(*)::int AS notes, max(delivered_on) AS last
        FROM delivery WHERE ${conditions.join(' AND ')} GROUP BY lot_id, party_id),
      back AS (
        SELECT lot_id, party_id, sum(quantity) FILTER (WHERE to_place <> 'destroyed')::int AS returned,
          sum(quantity) FILTER (WHERE to_place = 'destroyed')::int AS destroyed
        FROM stock_move WHERE lot_id = ANY($1::uuid[]) AND party_id IS NOT NULL AND from_place = 'customer'
        GROUP BY lot_id, party_id)
      SELECT p.id AS "partyId", p.number AS "partyNumber", p.name AS "partyName", p.city, p.phones->>0 AS phone,
        p.contacts->0->>'name' AS contact, g.lot_id AS "lotId", g.delivered, coalesce(b.returned, 0) AS returned,
        coalesce(b.destroyed, 0) AS destroyed, g.notes, g.last AS "lastDeliveredOn",
        g.lines::int AS lines, g.total::int AS total
      FROM (SELECT *, count(*) OVER () AS lines, sum(delivered) OVER () AS total FROM given
            ORDER BY delivered DESC, last DESC, party_id, lot_id
            LIMIT ${HANDED_PAGE} OFFSET ${param(page * HANDED_PAGE)}) AS g
      JOIN party AS p ON p.id = g.party_id
      LEFT JOIN back AS b ON b.lot_id = g.lot_id AND b.party_id = g.party_id
      ORDER BY g.delivered DESC, g.last DESC, p.name, g.lot_id`,
    values,
  })
  const [first] = rows
  return {
    handed: rows.map(({ lines: _, total: __, ...line }) => line),
    handedCount: first?.lines ?? 0,
    delivered: first?.total ?? 0,
  }
}

/** Where the customer had the unit from, one line for each who had it; for goods with serial numbers. */
export async function unitHanded(pool: Pool, lotId: string, serial: string): Promise<Handed[]> {
  const { rows } = await pool.query<Handed>({
    name: 'trace_unit_handed',
    text: `SELECT p.id AS "partyId", p.number AS "partyNumber", p.name AS "partyName", p.city, p.phones->>0 AS phone,
        p.contacts->0->>'name' AS contact, m.lot_id AS "lotId",
        count(*) FILTER (WHERE m.to_place = 'customer')::int AS delivered,
        count(*) FILTER (WHERE m.from_place = 'customer' AND m.to_place <> 'destroyed')::int AS returned,
        count(*) FILTER (WHERE m.from_place = 'customer' AND m.to_place = 'destroyed')::int AS destroyed,
        count(*) FILTER (WHERE m.to_place = 'customer')::int AS notes,
        max(m.happened_on) FILTER (WHERE m.to_place = 'customer') AS "lastDeliveredOn"
      FROM stock_move AS m JOIN party AS p ON p.id = m.party_id
      WHERE m.lot_id = $1 AND m.serials @> ARRAY[$2] AND 'customer' IN (m.from_place, m.to_place)
      GROUP BY p.id, m.lot_id HAVING count(*) FILTER (WHERE m.to_place = 'customer') > 0 ORDER BY max(m.at) DESC`,
    values: [lotId, serial],
  })
  return rows
}

/** What lies where. */
export async function stockLeft(pool: Pool, { lots, serial }: Goods): Promise<ZoneStock[]> {
  const { rows } = await pool.query<ZoneStock>(
    serial
      ? {
          name: 'trace_unit_stock',
          text: `SELECT u.lot_id AS "lotId", w.id AS "warehouseId", w.name AS "warehouseName", u.place AS zone, 1 AS quantity
                 FROM unit AS u JOIN warehouse AS w ON w.id = u.warehouse_id WHERE u.lot_id = ANY($1::uuid[]) AND u.serial = $2`,
          values: [lots, serial],
        }
      : {
          name: 'trace_stock',
          text: `SELECT s.lot_id AS "lotId", w.id AS "warehouseId", w.name AS "warehouseName", s.zone, s.quantity
                 FROM stock AS s JOIN warehouse AS w ON w.id = s.warehouse_id
                 WHERE s.lot_id = ANY($1::uuid[]) AND s.quantity > 0 ORDER BY w.is_main DESC, w.name, s.zone`,
          values: [lots],
        },
  )
  return rows
}

/** Moves other than picking and shipping (a unit's all), the oldest first; of very many the youngest. */
export async function movesOf(
  pool: Pool,
  { lots, partyId, serial }: Goods,
): Promise<{ readonly moves: TracedMove[]; readonly moreMoves: boolean }> {
  const values: unknown[] = [lots]
  const param = (value: unknown): string => `$${values.push(value)}`
  const conditions = [
    'm.lot_id = ANY($1::uuid[])',
    serial ? `m.serials @> ARRAY[${param(serial)}]` : `m.kind NOT IN ('pick', 'put-back', 'ship')`,
    ...(partyId ? [`m.party_id = ${param(partyId)}`] : []),
  ]
  const { rows } = await pool.query<TracedMove>({
    name: `trace_moves_${serial ? 'unit' : ''}_${partyId ? 'party' : ''}`,
    text: `SELECT m.id, m.lot_id AS "lotId", w.name AS "warehouseName", m.at, m.happened_on AS "happenedOn",
        m.from_place AS "from", m.to_place AS "to", m.quantity, m.kind, m.document, p.number AS "partyNumber",
        p.name AS "partyName", m.by_name AS "byName", m.note,
        CASE WHEN m.cause_number IS NOT NULL
          THEN jsonb_build_object('procedure', m.cause_procedure, 'number', m.cause_number) END AS cause
      FROM stock_move AS m JOIN warehouse AS w ON w.id = m.warehouse_id LEFT JOIN party AS p ON p.id = m.party_id
      WHERE ${conditions.join(' AND ')} ORDER BY m.at DESC, m.id DESC LIMIT ${MOST_MOVES + 1}`,
    values,
  })
  return { moves: rows.slice(0, MOST_MOVES).reverse(), moreMoves: rows.length > MOST_MOVES }
}

/** How many units went from where to where. */
export async function flowsOf(pool: Pool, { lots, serial }: Goods): Promise<Flow[]> {
  const { rows } = await pool.query<Flow>({
    name: `trace_flows_${serial ? 'unit' : ''}`,
    text: `SELECT m.from_place AS "from", m.to_place AS "to", w.id AS "warehouseId", w.name AS "warehouseName",
        ${serial ? 'count(*)' : 'sum(m.quantity)'}::int AS quantity
      FROM stock_move AS m JOIN warehouse AS w ON w.id = m.warehouse_id
      WHERE m.lot_id = ANY($1::uuid[]) ${serial ? 'AND m.serials @> ARRAY[$2]' : ''}
      GROUP BY m.from_place, m.to_place, w.id, w.name ORDER BY quantity DESC`,
    values: serial ? [lots, serial] : [lots],
  })
  return rows
}

/** Deliveries day by day, the oldest first; of very many days the youngest. */
export async function deliveryDays(pool: Pool, { lots, partyId, note }: Goods): Promise<DeliveryDay[]> {
  const values: unknown[] = [lots]
  const param = (value: unknown): string => `$${values.push(value)}`
  const conditions = [
    'd.lot_id = ANY($1::uuid[])',
    ...(partyId ? [`d.party_id = ${param(partyId)}`] : []),
    ...(note ? [`d.number = ${param(note)}`] : []),
  ]
  const { rows } = await pool.query<DeliveryDay & { readonly partyId: string | null }>({
    name: `trace_days_${partyId ? 'party' : ''}_${note ? 'note' : ''}`,
    text: `SELECT by_day.*, p.name AS "partyName" FROM (
        SELECT d.delivered_on AS day, count(DISTINCT d.number)::int AS notes, count(DISTINCT d.party_id)::int AS parties,
          sum(d.quantity)::int AS quantity, CASE WHEN min(d.number) = max(d.number) THEN min(d.number) END AS note,
          CASE WHEN count(DISTINCT d.party_id) = 1 THEN (array_agg(d.party_id))[1] END AS "partyId"
        FROM delivery AS d WHERE ${conditions.join(' AND ')}
        GROUP BY d.delivered_on ORDER BY d.delivered_on DESC LIMIT ${MOST_DAYS}) AS by_day
      LEFT JOIN party AS p ON p.id = by_day."partyId" ORDER BY day`,
    values,
  })
  return rows.map(({ partyId: _, ...day }) => day)
}

/** Lots by what they have to do with a product, a customer, a supplier or a delivery note; the latest first. */
export async function lotsOf(
  pool: Pool,
  of: 'product' | 'customer' | 'supplier' | 'delivery',
  key: string,
): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: `trace_lots_of_${of}`,
    text: `${LOTS_OF[of]} LIMIT ${MOST_LOTS + 1}`,
    values: [key],
  })
  return rows.map(({ id }) => id)
}

const LOTS_OF = {
  product: 'SELECT id FROM lot WHERE product_id = $1 ORDER BY produced_on DESC, lot_no DESC',
  customer: 'SELECT lot_id AS id FROM delivery WHERE party_id = $1 GROUP BY lot_id ORDER BY max(delivered_on) DESC',
  supplier: `SELECT lot_id AS id FROM stock_move WHERE party_id = $1 AND 'supplier' IN (from_place, to_place)
    GROUP BY lot_id ORDER BY max(at) DESC`,
  delivery: 'SELECT lot_id AS id FROM delivery WHERE number = $1 GROUP BY lot_id ORDER BY lot_id',
} as const

import type { Pool, PoolClient } from 'pg'
import { copyRows, withoutIndexes } from './copies.ts'

/** How many delivery lines the trace is measured over. */
const TEN_MILLION = 10_000_000
/** Lots that are traced, and customers of each. */
const TRACED_LOTS = 20
const BUYERS = 500
const PARTIES = 20_000
const LOTS = 40_000

/**
 * Fills ten million delivery lines to 20,000 customers out of 40,000 lots; twenty of the lots have five hundred customers
 * each, with receipts, shipments, returns and stock. Rows are made in SQL: what is measured is reading. Answers the numbers
 * of those twenty lots.
 * @param readBy the indexes of the delivery lines that are built again: those by lot and by customer, which the trace reads by
 */
export async function fillDeliveries(
  owner: Pool,
  say: (line: string) => void,
  readBy = BY_LOT_OR_PARTY,
): Promise<string[]> {
  const begun = performance.now()
  const client = await owner.connect()
  try {
    await client.query(`SET maintenance_work_mem = '1GB'`)
    await copyRows(
      client,
      'party',
      PARTIES,
      { number: `'B-' || n`, name: 'b.name || n', search_text: 'b.search_text || n' },
      'is_customer',
    )
    await copyRows(client, 'lot', LOTS, {
      number: `'B-' || n`,
      lot_no: `'L' || n`,
      title: `b.title || n`,
      search_text: 'b.search_text || n',
    })
    const rebuild = await withoutKeys(client, readBy)
    await client.query(`ALTER TABLE delivery SET (autovacuum_enabled = false)`)
    await client.query(
      `WITH p AS MATERIALIZED (SELECT array_agg(id) AS ids FROM party WHERE number LIKE 'B-%'),
         l AS MATERIALIZED (SELECT array_agg(id ORDER BY number) AS ids, array_agg(product_id ORDER BY number) AS products
                            FROM lot WHERE number LIKE 'B-%')
       INSERT INTO delivery (id, number, party_id, product_id, lot_id, delivered_on, quantity)
       SELECT gen_random_uuid(), 'B-' || n, (SELECT ids FROM p)[1 + (n::bigint * 7919 % ${PARTIES})::int],
         (SELECT products FROM l)[place], (SELECT ids FROM l)[place], current_date - (n % 1095), 1 + n % 40
       FROM (SELECT n, 1 + ${TRACED_LOTS} + (n::bigint * 104729 % ${LOTS - TRACED_LOTS})::int AS place
             FROM generate_series(1, ${TEN_MILLION - TRACED_LOTS * BUYERS * 2}) AS n) AS made`,
    )
    const traced = await client.query<{ number: string }>(
      `SELECT number FROM lot WHERE number LIKE 'B-%' ORDER BY number LIMIT ${TRACED_LOTS}`,
    )
    const numbers = traced.rows.map(row => row.number)
    await client.query(
      `INSERT INTO delivery (id, number, party_id, product_id, lot_id, delivered_on, quantity)
       SELECT gen_random_uuid(), 'BT-' || l.number || '-' || n, p.id, l.product_id, l.id, current_date - (n % 700), 1 + n % 40
       FROM (SELECT *, row_number() OVER (ORDER BY number) AS place FROM lot WHERE number = ANY($1)) AS l
       CROSS JOIN generate_series(1, ${BUYERS * 2}) AS n
       JOIN (SELECT id, row_number() OVER () - 1 AS place FROM party WHERE number LIKE 'B-%') AS p
         ON p.place = ((n % ${BUYERS}) * 31 + l.place * 577) % ${PARTIES}`,
      [numbers],
    )
    say(`${TEN_MILLION.toLocaleString('en')} delivery lines in ${seconds(begun)} s`)
    const indexed = performance.now()
    await rebuild()
    await fillMoves(client, numbers)
    for (const table of ['delivery', 'stock_move', 'stock', 'party', 'lot'])
      await client.query(`VACUUM ANALYZE ${table}`)
    say(`indexes of the delivery lines, and moves, in ${seconds(indexed)} s`)
    return numbers
  } finally {
    client.release()
  }
}

/** Indexes by lot and by customer: what the trace reads by. The rest would take minutes to build and is asked by nobody here. */
const BY_LOT_OR_PARTY = /\((lot_id|party_id), /

/** Takes keys, references and indexes of the delivery lines away; answers what builds the indexes again by which is read. */
async function withoutKeys(client: PoolClient, readBy: RegExp): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ name: string }>(
    `SELECT conname AS name FROM pg_constraint WHERE conrelid = 'delivery'::regclass AND contype IN ('p', 'u', 'f')`,
  )
  for (const { name } of keys) await client.query(`ALTER TABLE delivery DROP CONSTRAINT "${name}" CASCADE`)
  return withoutIndexes(client, 'delivery', definition => readBy.test(definition))
}

/** Receipts, shipments to every customer, returns of some, and what is left, of the lots that are traced. */
async function fillMoves(client: PoolClient, numbers: readonly string[]): Promise<void> {
  await client.query(
    `INSERT INTO warehouse (id, number, state, version, site_id, created_at, created_by, updated_at, name, address, climate,
       is_main, zones, search_text)
     SELECT gen_random_uuid(), 'B-1', 'active', 1, id, now(), id, now(), 'bench', 'bench', 'ambient', false, '[]', 'bench'
     FROM site ORDER BY number LIMIT 1`,
  )
  const columns = `id, lot_id, product_id, warehouse_id, at, happened_on, from_place, to_place, quantity, kind, document,
    party_id, serials, by_id, by_name`
  const base = `gen_random_uuid(), l.id, l.product_id, w.id`
  const of = `FROM lot AS l CROSS JOIN (SELECT id FROM warehouse ORDER BY is_main DESC LIMIT 1) AS w`
  await client.query(
    `INSERT INTO stock_move (${columns})
     SELECT ${base}, now() - n * interval '1 day', current_date - n, m.from_place, m.to_place, m.quantity, m.kind, 'BR-' || n,
       CASE WHEN m.kind = 'receive' THEN (SELECT id FROM party WHERE is_supplier LIMIT 1) END, '{}', l.id, 'bench'
     ${of} CROSS JOIN generate_series(1, 12) AS n
     CROSS JOIN (VALUES ('supplier', 'waiting', 2000, 'receive'), ('waiting', 'qualified', 2000, 'accept'),
       ('qualified', 'unqualified', 3, 'transfer')) AS m (from_place, to_place, quantity, kind)
     WHERE l.number = ANY($1)`,
    [numbers],
  )
  await client.query(
    `INSERT INTO stock_move (${columns})
     SELECT ${base}, d.delivered_on, d.delivered_on, m.from_place, m.to_place, CASE m.kind WHEN 'take-back' THEN 1 ELSE d.quantity END,
       m.kind, d.number, d.party_id, '{}', l.id, 'bench'
     ${of} JOIN delivery AS d ON d.lot_id = l.id
     JOIN (VALUES ('qualified', 'shipping', 'pick', 1), ('shipping', 'customer', 'ship', 1), ('customer', 'return', 'take-back', 12))
       AS m (from_place, to_place, kind, every) ON d.quantity % m.every = 0
     WHERE l.number = ANY($1)`,
    [numbers],
  )
  await client.query(
    `INSERT INTO stock (id, lot_id, product_id, warehouse_id, zone, quantity)
     SELECT ${base}, zone, 40 ${of} CROSS JOIN (VALUES ('qualified'), ('return'), ('unqualified')) AS z (zone)
     WHERE l.number = ANY($1)`,
    [numbers],
  )
}

const seconds = (begun: number): string => ((performance.now() - begun) / 1000).toFixed(1)

import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, read } from '../../kernel/queries.ts'
import { containsText } from '../../kernel/substring.ts'
import { text } from '../../kernel/text.ts'
import { daySchema } from '../../vocabulary/record-base.ts'
import { type Zone, zones } from '../../vocabulary/stock.ts'

const zone = z.enum(zones as [Zone, ...Zone[]])

const params = z.object({
  productId: z.uuid().optional(),
  lotId: z.uuid().optional(),
  warehouseId: z.uuid().optional(),
  zone: zone.optional(),
  /** Words of product, model, lot number; a serial number finds its lot. */
  search: z.string().max(200).optional(),
  /** Only lots that expire on this day or earlier. */
  expiresBy: daySchema.optional(),
  offset: z.int().min(0).max(100_000).optional(),
  limit: z.int().min(1).max(500).optional(),
})

const row = z.object({
  lotId: z.uuid(),
  lotNumber: z.string(),
  lotNo: z.string(),
  lotState: z.enum(['active', 'inactive']),
  producedOn: daySchema,
  expiresOn: daySchema.nullable(),
  productId: z.uuid(),
  productName: z.string(),
  model: z.string(),
  spec: z.string(),
  unit: z.string(),
  warehouseId: z.uuid(),
  warehouseName: z.string(),
  zone,
  quantity: z.int().positive(),
})

const answer = z.object({
  rows: z.array(row),
  /** Of everything that was asked for, whatever the page: lots and units in each zone. */
  zones: z.array(z.object({ zone, lots: z.int(), quantity: z.int() })),
  /** Rows in all. */
  count: z.int(),
  /** Offset of the next page; null at the end. */
  next: z.int().nullable(),
})

/** What lies where: one row for each lot and zone that holds units, the lots that expire first in front. */
export const stockRead = read<z.infer<typeof params>, z.infer<typeof answer>>({
  title: text('库存', 'Stock'),
  by: [],
  params,
  answer,
  run: async (db, asked) => {
    const { offset = 0, limit = 50 } = asked
    const found = conditions(asked)
    const from = sql`from stock join lot on lot.id = stock.lot_id join product on product.id = stock.product_id
      join warehouse on warehouse.id = stock.warehouse_id where ${found}`
    const [page, sums] = await Promise.all([
      sql<z.infer<typeof row>>`select lot.id as lot_id, lot.number as lot_number, lot.lot_no, lot.state as lot_state,
          lot.produced_on, lot.expires_on, product.id as product_id, product.name as product_name, product.model,
          product.spec, product.unit, warehouse.id as warehouse_id, warehouse.name as warehouse_name, stock.zone,
          stock.quantity ${from}
        order by lot.expires_on nulls last, lot.produced_on, lot.lot_no, stock.id limit ${limit} offset ${offset}`.execute(
        db,
      ),
      sumsOf(db, from),
    ])
    const count = sums.reduce((sum, item) => sum + item.rows, 0)
    return {
      rows: page.rows,
      zones: zones.map(name => {
        const sum = sums.find(item => item.zone === name)
        return { zone: name, lots: sum?.lots ?? 0, quantity: sum?.quantity ?? 0 }
      }),
      count,
      next: offset + limit < count ? offset + limit : null,
    }
  },
})

interface Sum {
  readonly zone: Zone
  readonly lots: number
  readonly rows: number
  readonly quantity: number
}

const sumsOf = async (db: AnyDatabase, from: ReturnType<typeof sql>): Promise<readonly Sum[]> =>
  (
    await sql<Sum>`select stock.zone, count(distinct stock.lot_id)::integer as lots, count(*)::integer as rows,
      sum(stock.quantity)::integer as quantity ${from} group by stock.zone`.execute(db)
  ).rows

function conditions({ productId, lotId, warehouseId, zone: inZone, search, expiresBy }: z.infer<typeof params>) {
  const list = [sql`stock.quantity > 0`]
  if (productId) list.push(sql`stock.product_id = ${productId}`)
  if (lotId) list.push(sql`stock.lot_id = ${lotId}`)
  if (warehouseId) list.push(sql`stock.warehouse_id = ${warehouseId}`)
  if (inZone) list.push(sql`stock.zone = ${inZone}`)
  if (expiresBy) list.push(sql`lot.expires_on <= ${expiresBy}`)
  if (search?.trim())
    list.push(sql`(${containsText('lot.search_text', search)}
      or stock.lot_id in (select lot_id from unit where serial = ${search.trim()}))`)
  return sql.join(list, sql` and `)
}

import { sql } from 'kysely'
import { addDays, dayOf } from '../kernel/time.ts'
import type { Today } from './complaint-today.ts'
import { openingOf } from './stock-story.ts'
import type { Chance } from './world/chance.ts'

/** Goods that a customer got, and might send back. */
export interface Bought {
  readonly partyId: string
  readonly lotId: string
  readonly number: string
  /** Units delivered by this note. */
  readonly quantity: number
  /** Units of anything that the customer bought in twelve months. */
  readonly purchased: number
}

/** What is looked for. */
export interface BoughtWish {
  readonly kind: 'dealer' | 'hospital'
  /** Goods that must stay cold, or goods that need not. */
  readonly cold?: boolean
  /** Delivered longer ago than the period in which unsaleable goods are exchanged. */
  readonly tooOld?: boolean
}

/**
 * Goods delivered in the last months, of lots all of whose notes are entered by now and that were sold out when the stock was
 * opened: an opening count asks for a zone that nothing has entered yet. Null when there are none.
 */
export async function boughtGoods(
  { stage, world, known }: Today,
  luck: Chance,
  { kind, cold = false, tooOld = false }: BoughtWish,
): Promise<Bought | null> {
  const day = dayOf(stage.now(), stage.kernel.zone)
  const products = new Map(world.products.map(product => [product.id, product]))
  const apart = new Set(Object.values(world.recall).map(lot => lot.id))
  const lotIds = world.lots.flatMap(lot => {
    const product = products.get(lot.productId)
    const id = known.get(lot.id)
    return id && product && !product.isImplant && !apart.has(lot.id) && openingOf(lot, product) === 0 ? [id] : []
  })
  const written = Map.groupBy(world.deliveries, row => known.get(row.lotId) ?? '')
  const notes = Object.fromEntries(lotIds.map(id => [id, written.get(id)?.length ?? 0]))
  const { rows } = await sql<Bought>`
    with bought as (
      select party_id, sum(quantity)::int as purchased from delivery
      where delivered_on > ${addDays(day, -365)}::date group by party_id
    ), whole as (
      select lot_id from delivery where lot_id = any(${lotIds}::uuid[]) group by lot_id
      having count(*) >= (${JSON.stringify(notes)}::jsonb ->> lot_id::text)::int
    )
    select d.party_id, d.lot_id, d.number, d.quantity, b.purchased from delivery d
    join party p on p.id = d.party_id and p.customer_kind = ${kind} join bought b on b.party_id = d.party_id
    join lot l on l.id = d.lot_id join product r on r.id = l.product_id and r.is_cold_chain = ${cold}
    where d.lot_id = any(${lotIds}::uuid[]) and d.delivered_on between ${addDays(day, tooOld ? -330 : -150)}::date
      and ${addDays(day, tooOld ? -190 : -3)}::date
      and l.id in (select lot_id from whole)
      and (l.expires_on is null or l.expires_on > ${addDays(day, 60)}::date) and d.quantity >= 2
      and not exists (select 1 from goods_return_line g where g.lot_id = d.lot_id)
    order by d.delivered_on, d.number, d.lot_id limit 300`.execute(stage.kernel.db)
  return rows.length > 0 ? luck.pick(rows) : null
}

import { type Kysely, sql } from 'kysely'
import type { Day } from '../kernel/time.ts'
import type { DeliveryRow } from './delivery.ts'
import type { LotRow } from './lot.ts'
import type { PartyRow } from './party.ts'
import type { VocabularyTables } from './tables.ts'

/** A delivery with the number and expiry of its lot, and what was delivered. */
export type DeliveryChoice = DeliveryRow &
  Pick<LotRow, 'lotNo' | 'expiresOn'> & { readonly productName: string; readonly model: string }

/** Deliveries to a customer, the latest first; of one product or one lot when asked. */
export async function deliveriesToParty(
  db: Kysely<VocabularyTables>,
  partyId: string,
  of: { readonly productId?: string | null; readonly lotId?: string | null } = {},
  limit = 50,
): Promise<DeliveryChoice[]> {
  let query = db
    .selectFrom('delivery')
    .innerJoin('lot', 'lot.id', 'delivery.lotId')
    .innerJoin('product', 'product.id', 'delivery.productId')
    .select([
      'delivery.id',
      'delivery.number',
      'delivery.partyId',
      'delivery.productId',
      'delivery.lotId',
      'delivery.deliveredOn',
      'delivery.quantity',
      'delivery.orderNo',
      'lot.lotNo',
      'lot.expiresOn',
      'product.name as productName',
      'product.model',
    ])
    .where('delivery.partyId', '=', partyId)
  if (of.productId) query = query.where('delivery.productId', '=', of.productId)
  if (of.lotId) query = query.where('delivery.lotId', '=', of.lotId)
  return query.orderBy('delivery.deliveredOn', 'desc').orderBy('delivery.number', 'desc').limit(limit).execute()
}

/** Who received a lot, and how many units in all; the last delivery first. Carries stop-sale notices (S01 4.7). */
export const buyersOfLot = async (
  db: Kysely<VocabularyTables>,
  lotId: string,
): Promise<(Pick<PartyRow, 'id' | 'name' | 'city' | 'locality'> & { quantity: number; lastDeliveredOn: Day })[]> =>
  db
    .selectFrom('delivery')
    .innerJoin('party', 'party.id', 'delivery.partyId')
    .select(['party.id', 'party.name', 'party.city', 'party.locality'])
    .select(eb => [
      sql<number>`sum(delivery.quantity)::integer`.as('quantity'),
      eb.fn.max('delivery.deliveredOn').$castTo<Day>().as('lastDeliveredOn'),
    ])
    .where('delivery.lotId', '=', lotId)
    .groupBy(['party.id', 'party.name', 'party.city', 'party.locality'])
    .orderBy('lastDeliveredOn', 'desc')
    .orderBy('party.name')
    .execute()

/** Units delivered per product between two days, both included: the base of "complaints per 1,000 units delivered". */
export const unitsDelivered = async (
  db: Kysely<VocabularyTables>,
  from: Day,
  to: Day,
): Promise<{ productId: string; quantity: number }[]> =>
  db
    .selectFrom('delivery')
    .select('productId')
    .select(sql<number>`sum(quantity)::integer`.as('quantity'))
    .where('deliveredOn', '>=', from)
    .where('deliveredOn', '<=', to)
    .groupBy('productId')
    .orderBy('productId')
    .execute()

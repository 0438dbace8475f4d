import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import type { Day } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { LotRow } from '../../vocabulary/lot.ts'

/** A delivery as the page of its lot shows it. */
export interface ShownDelivery {
  readonly lotId: string
  readonly number: string
  readonly deliveredOn: Day
  readonly partyName: string
  readonly city: string | null
  readonly quantity: number
}

/** All deliveries of each lot, the latest first. */
const deliveries: FactQuery<readonly ShownDelivery[]> = async (db, ids) => {
  const rows = await db
    .selectFrom('delivery')
    .innerJoin('party', 'party.id', 'delivery.partyId')
    .select(['delivery.lotId', 'delivery.number', 'delivery.deliveredOn', 'delivery.quantity'])
    .select(['party.name as partyName', 'party.city'])
    .where('delivery.lotId', 'in', [...ids])
    .orderBy('delivery.deliveredOn', 'desc')
    .orderBy('delivery.number', 'desc')
    .execute()
  return Map.groupBy(rows as unknown as ShownDelivery[], row => row.lotId)
}

/** What a lot needs to know of its product. */
export interface OfProduct {
  readonly name: string
  readonly model: string
  readonly state: string
  readonly unit: string
  readonly isSterile: boolean
  readonly registrationNo: string
  readonly manufacturerName: string
}

const ofProduct = ['name', 'model', 'state', 'unit', 'isSterile', 'registrationNo', 'manufacturerName'] as const

/** The product of each lot. */
const product: FactQuery<OfProduct> = async (db, ids) => {
  const rows = await db
    .selectFrom('lot')
    .innerJoin('product', 'product.id', 'lot.productId')
    .select('lot.id as lotId')
    .select(ofProduct.map(column => `product.${column}` as const))
    .where('lot.id', 'in', [...ids])
    .execute()
  return new Map((rows as unknown as (OfProduct & { lotId: string })[]).map(row => [row.lotId, row]))
}

/** A customer named in a delivery. */
export interface FoundCustomer {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly isCustomer: boolean
}

export const queries = {
  facts: {
    deliveries: { read: deliveries, none: [] as readonly ShownDelivery[] },
    product: { read: product, none: null },
  },
  finds: {
    product: async (
      db: AnyDatabase,
      { input, record }: { input: { productId?: string }; record?: LotRow },
    ): Promise<OfProduct | null> =>
      ((await db
        .selectFrom('product')
        .select([...ofProduct])
        .where('id', '=', record?.productId ?? input.productId ?? null)
        .executeTakeFirst()) as OfProduct | undefined) ?? null,
    /** Number of another lot of the product with the same lot number. */
    lotTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { productId?: string; lotNo: string }; record?: LotRow },
    ): Promise<string | null> => {
      const productId = record?.productId ?? input.productId
      await holdName(db, `lot/${productId}/${input.lotNo}`)
      const row = (await db
        .selectFrom('lot')
        .select(['id', 'number'])
        .where('productId', '=', productId)
        .where('lotNo', '=', input.lotNo)
        .executeTakeFirst()) as { id: string; number: string } | undefined
      return row && row.id !== record?.id ? row.number : null
    },
    customers: async (
      db: AnyDatabase,
      { input }: { input: { deliveries: readonly { partyId: string }[] } },
    ): Promise<readonly FoundCustomer[]> =>
      (await db
        .selectFrom('party')
        .select(['id', 'name', 'state', 'isCustomer'])
        .where('id', 'in', [...new Set(input.deliveries.map(row => row.partyId))])
        .execute()) as FoundCustomer[],
    /** Delivery notes that list this lot already. The record's lock keeps others from adding one meanwhile. */
    notesTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { deliveries: readonly { number: string }[] }; record?: LotRow },
    ): Promise<readonly string[]> => {
      const rows = (await db
        .selectFrom('delivery')
        .select('number')
        .where('lotId', '=', record?.id ?? null)
        .where('number', 'in', [...new Set(input.deliveries.map(row => row.number))])
        .execute()) as { number: string }[]
      return rows.map(row => row.number)
    },
  },
  reads: {},
} satisfies Queries

export type LotQueries = typeof queries

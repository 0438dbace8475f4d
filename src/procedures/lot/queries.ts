import { sql } from 'kysely'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { foldText } from '../../kernel/substring.ts'
import type { Day } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { labelAmong } from '../../vocabulary/label-number.ts'
import type { LotRow } from '../../vocabulary/lot.ts'
import { paperOfLots } from './paper.ts'
import { stockRead } from './stock-page.ts'
import { stockFacts, stockFinds } from './stock-queries.ts'

/** A delivery as the page of its lot shows it. */
export interface ShownDelivery {
  readonly lotId: string
  readonly number: string
  readonly deliveredOn: Day
  readonly partyName: string
  readonly city: string | null
  readonly quantity: number
}

/** The hundred latest deliveries of each lot. */
const deliveries: FactQuery<readonly ShownDelivery[]> = async (db, ids) => {
  const { rows } = await sql<ShownDelivery>`
    select d.lot_id, d.number, d.delivered_on, d.quantity, party.name as party_name, party.city
    from unnest(${[...ids]}::uuid[]) as asked (lot_id)
    cross join lateral (
      select * from delivery where lot_id = asked.lot_id order by delivered_on desc, number desc limit 100
    ) as d join party on party.id = d.party_id order by d.delivered_on desc, d.number desc`.execute(db)
  return Map.groupBy(rows, row => row.lotId)
}

/** Who has units of a lot, as its page shows it. */
export interface ShownHolder {
  readonly lotId: string
  readonly partyName: string
  readonly city: string | null
  readonly delivered: number
  readonly gone: number
  readonly lastDeliveredOn: Day
}

/** The hundred customers of each lot who got the most of it, with what is no longer there. */
const holders: FactQuery<readonly ShownHolder[]> = async (db, ids) => {
  const { rows } = await sql<ShownHolder>`
    with bought as (
      select lot_id, party_id, sum(quantity)::integer as delivered, max(delivered_on) as last_delivered_on
      from delivery where lot_id = any(${[...ids]}::uuid[]) group by lot_id, party_id
    ), left_again as (
      select lot_id, party_id, sum(quantity)::integer as gone from stock_move
      where lot_id = any(${[...ids]}::uuid[]) and from_place = 'customer' group by lot_id, party_id
    ), ranked as (
      select bought.*, coalesce(gone, 0) as gone, row_number() over (partition by lot_id order by delivered desc, party_id) as nth
      from bought left join left_again using (lot_id, party_id)
    )
    select lot_id, party.name as party_name, party.city, delivered, gone, last_delivered_on
    from ranked join party on party.id = ranked.party_id where nth <= 100 order by nth`.execute(db)
  return Map.groupBy(rows, row => row.lotId)
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
  readonly registrationValidUntil: Day | null
  readonly isSerialTracked: boolean
  readonly isColdChain: boolean
}

const ofProduct = [
  'name',
  'model',
  'state',
  'unit',
  'isSterile',
  'registrationNo',
  'manufacturerName',
  'registrationValidUntil',
  'isSerialTracked',
  'isColdChain',
] as const

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

/** A party named in a delivery or a receipt. */
export interface FoundParty {
  readonly id: string
  readonly name: string
  readonly state: string
  readonly isCustomer: boolean
  readonly isSupplier: boolean
}

const ofParty = ['id', 'name', 'state', 'isCustomer', 'isSupplier'] as const

export const queries = {
  facts: {
    deliveries: { read: deliveries, none: [] as readonly ShownDelivery[] },
    holders: { read: holders, none: [] as readonly ShownHolder[] },
    product: { read: product, none: null },
    paper: { read: paperOfLots, none: null },
    ...stockFacts,
  },
  finds: {
    ...stockFinds,
    /** The customer or supplier whom a step names. */
    party: async (
      db: AnyDatabase,
      { input }: { input: { partyId?: string | null; supplierId?: string } },
    ): Promise<FoundParty | null> =>
      ((await db
        .selectFrom('party')
        .select([...ofParty])
        .where('id', '=', input.partyId ?? input.supplierId ?? null)
        .executeTakeFirst()) as FoundParty | undefined) ?? null,
    product: async (
      db: AnyDatabase,
      { input, record }: { input: { productId?: string }; record?: LotRow },
    ): Promise<OfProduct | null> =>
      ((await db
        .selectFrom('product')
        .select([...ofProduct])
        .where('id', '=', record?.productId ?? input.productId ?? null)
        .executeTakeFirst()) as OfProduct | undefined) ?? null,
    /** Number of another lot of the product with the same lot number, however it is written. */
    lotTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { productId?: string; lotNo: string }; record?: LotRow },
    ): Promise<string | null> => {
      const productId = record?.productId ?? input.productId
      await holdName(db, `lot/${productId}/${foldText(input.lotNo)}`)
      const row = (await db
        .selectFrom('lot')
        .select('number')
        .where('productId', '=', productId)
        .where(labelAmong('lot_no', [input.lotNo]))
        .where(sql<boolean>`id is distinct from ${record?.id ?? null}::uuid`)
        .executeTakeFirst()) as { number: string } | undefined
      return row?.number ?? null
    },
    customers: async (
      db: AnyDatabase,
      { input }: { input: { deliveries: readonly { partyId: string }[] } },
    ): Promise<readonly FoundParty[]> =>
      (await db
        .selectFrom('party')
        .select([...ofParty])
        .where(sql<boolean>`id = any(${[...new Set(input.deliveries.map(row => row.partyId))]}::uuid[])`)
        .execute()) as FoundParty[],
    /** Delivery notes that list this lot already. The record's lock keeps others from adding one meanwhile. */
    notesTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { deliveries: readonly { number: string }[] }; record?: LotRow },
    ): Promise<readonly string[]> => {
      const rows = (await db
        .selectFrom('delivery')
        .select('number')
        .where('lotId', '=', record?.id ?? null)
        .where(sql<boolean>`number = any(${[...new Set(input.deliveries.map(row => row.number))]}::text[])`)
        .execute()) as { number: string }[]
      return rows.map(row => row.number)
    },
  },
  reads: { stock: stockRead },
} satisfies Queries

export type LotQueries = typeof queries

import { sql } from 'kysely'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { ProductRow } from '../../vocabulary/product.ts'
import { storedDi } from '../../vocabulary/udi.ts'

/** A lot as the page of its product shows it. */
export interface ShownLot {
  readonly id: string
  readonly productId: string
  readonly number: string
  readonly lotNo: string
  readonly producedOn: string
  readonly expiresOn: string | null
  readonly quantityDelivered: number
}

/** The twenty youngest lots of each product. */
const lots: FactQuery<readonly ShownLot[]> = async (db, ids) => {
  const { rows } = await sql<ShownLot>`
    select id, product_id, number, lot_no, produced_on, expires_on, quantity_delivered from (
      select *, row_number() over (partition by product_id order by produced_on desc, lot_no desc) as nth
      from lot where product_id = any(${[...ids]}::uuid[])
    ) as listed where nth <= 20 order by nth`.execute(db)
  return Map.groupBy(rows, row => row.productId)
}

/** The maker of a product as entered. */
export interface FoundMaker {
  readonly name: string
  readonly state: string
  readonly isManufacturer: boolean
}

export const queries = {
  facts: { lots: { read: lots, none: [] as readonly ShownLot[] } },
  finds: {
    maker: async (db: AnyDatabase, { input }: { input: { manufacturerId: string } }): Promise<FoundMaker | null> =>
      ((await db
        .selectFrom('party')
        .select(['name', 'state', 'isManufacturer'])
        .where('id', '=', input.manufacturerId)
        .executeTakeFirst()) as FoundMaker | undefined) ?? null,
    /** Number of another product with the same UDI-DI. */
    udiTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { udiDi: string | null }; record?: ProductRow },
    ): Promise<string | null> => {
      if (input.udiDi === null) return null
      const di = storedDi(input.udiDi)
      await holdName(db, `product.udi-di/${di}`)
      const row = (await db
        .selectFrom('product')
        .select(['id', 'number'])
        .where('udiDi', '=', di)
        .executeTakeFirst()) as { id: string; number: string } | undefined
      return row && row.id !== record?.id ? row.number : null
    },
  },
  reads: {},
} satisfies Queries

export type ProductQueries = typeof queries

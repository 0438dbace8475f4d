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

/** A device identifier with the number of the product that has it. */
export interface TakenDi {
  readonly udiDi: string
  readonly number: string
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
      const { rows } = await sql<{ number: string }>`select number from product
        where (udi_di = ${di} or packages @> ${JSON.stringify([{ udiDi: di }])}::jsonb)
          and id is distinct from ${record?.id ?? null}::uuid limit 1`.execute(db)
      return rows[0]?.number ?? null
    },
    /** Which device identifiers of the packages belong to other products. */
    packagesTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { packages: readonly { udiDi: string | null }[] }; record?: ProductRow },
    ): Promise<readonly TakenDi[]> => {
      const codes = input.packages.flatMap(level => (level.udiDi === null ? [] : [storedDi(level.udiDi)])).sort()
      for (const di of codes) await holdName(db, `product.udi-di/${di}`)
      if (codes.length === 0) return []
      const { rows } = await sql<TakenDi>`select di.code as udi_di, product.number
        from unnest(${codes}::text[]) as di (code)
        join product on product.udi_di = di.code
          or product.packages @> jsonb_build_array(jsonb_build_object('udiDi', di.code))
        where product.id is distinct from ${record?.id ?? null}::uuid`.execute(db)
      return rows
    },
    /** Whether the ledger knows units of the product: then it cannot begin or end to be tracked by serial number. */
    inStock: async (db: AnyDatabase, { record }: { record?: ProductRow }): Promise<boolean> =>
      (await db
        .selectFrom('stock')
        .select('id')
        .where('productId', '=', record?.id ?? null)
        .where('quantity', '>', 0)
        .executeTakeFirst()) !== undefined,
  },
  reads: {},
} satisfies Queries

export type ProductQueries = typeof queries

import { sql } from 'kysely'
import type { Actor } from '../../kernel/person.ts'
import type { AnyDatabase, FactQuery, Queries } from '../../kernel/queries.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { Zone } from '../../vocabulary/stock.ts'
import type { WarehouseRow } from '../../vocabulary/warehouse.ts'

/** What lies in one zone of a warehouse, all lots together. */
export interface ZoneSum {
  readonly warehouseId: string
  readonly zone: Zone
  readonly lots: number
  readonly quantity: number
}

/** What lies in the zones of each warehouse. */
const zoneSums: FactQuery<readonly ZoneSum[]> = async (db, ids) => {
  const { rows } = await sql<ZoneSum>`
    select warehouse_id, zone, count(*)::integer as lots, sum(quantity)::integer as quantity from stock
    where warehouse_id = any(${[...ids]}::uuid[]) and quantity > 0 group by warehouse_id, zone`.execute(db)
  return Map.groupBy(rows, row => row.warehouseId)
}

/** The main warehouse of a site. */
export type MainWarehouse = Pick<WarehouseRow, 'id' | 'number' | 'name'>

const mainOf = async (db: AnyDatabase, siteId: string): Promise<MainWarehouse | null> => {
  await holdName(db, `warehouse.main/${siteId}`)
  const row = await db
    .selectFrom('warehouse')
    .select(['id', 'number', 'name'])
    .where('siteId', '=', siteId)
    .where('isMain', '=', true)
    .executeTakeFirst()
  return (row as MainWarehouse | undefined) ?? null
}

export const queries = {
  facts: { zoneSums: { read: zoneSums, none: [] as readonly ZoneSum[] } },
  finds: {
    /** The main warehouse of the site; nobody else makes one the main one until the step ends. */
    main: (
      db: AnyDatabase,
      { record, actor }: { record?: WarehouseRow; actor: Actor },
    ): Promise<MainWarehouse | null> => mainOf(db, record?.siteId ?? actor.siteId),
    /** Number of another warehouse of this name. */
    nameTaken: async (
      db: AnyDatabase,
      { input, record }: { input: { name: string }; record?: WarehouseRow },
    ): Promise<string | null> => {
      await holdName(db, `warehouse.name/${input.name}`)
      const row = (await db
        .selectFrom('warehouse')
        .select(['id', 'number'])
        .where('name', '=', input.name)
        .executeTakeFirst()) as { id: string; number: string } | undefined
      return row && row.id !== record?.id ? row.number : null
    },
    /** The warehouse that is to be the main one. */
    successor: async (db: AnyDatabase, { input }: { input: { warehouseId: string } }) =>
      ((await db
        .selectFrom('warehouse')
        .select(['id', 'name', 'state', 'siteId'])
        .where('id', '=', input.warehouseId)
        .executeTakeFirst()) as Pick<WarehouseRow, 'id' | 'name' | 'state' | 'siteId'> | undefined) ?? null,
  },
  reads: {},
} satisfies Queries

export type WarehouseQueries = typeof queries

import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { Limits } from './limits.ts'

/** The limits that were last set for each of these stores; a store without any is left out. */
export async function ownLimits(
  db: AnyDatabase,
  warehouseIds: readonly string[],
): Promise<ReadonlyMap<string, Limits>> {
  const { rows } = await sql<Limits & { warehouseId: string }>`
    select distinct on (warehouse_id) warehouse_id, temperature_from, temperature_to, humidity_from, humidity_to
    from storage_condition
    where kind = 'range' and state = 'set' and warehouse_id = any(${[...warehouseIds]}::uuid[])
    order by warehouse_id, created_at desc, id desc`.execute(db)
  return new Map(
    rows.map(({ warehouseId, temperatureFrom, temperatureTo, humidityFrom, humidityTo }) => [
      warehouseId,
      { temperatureFrom, temperatureTo, humidityFrom, humidityTo },
    ]),
  )
}

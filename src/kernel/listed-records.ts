import type { Kernel } from './kernel.ts'
import { recordOf } from './load.ts'
import type { RecordBase } from './record.ts'

/** The records behind a list of clocks or signatures, one query for each procedure that occurs. */
export async function recordsOf(
  kernel: Kernel,
  items: readonly { readonly procedure: string; readonly recordId: string }[],
): Promise<ReadonlyMap<string, RecordBase>> {
  const found = await Promise.all(
    [...Map.groupBy(items, item => item.procedure)].map(async ([name, list]) => {
      const { table } = kernel.registry.procedure(name).record
      const { rows } = await kernel.pool.query({
        name: `records_of_${table}`,
        text: `SELECT * FROM "${table}" WHERE id = ANY($1::uuid[])`,
        values: [[...new Set(list.map(item => item.recordId))]],
      })
      return rows.map(recordOf)
    }),
  )
  return new Map(found.flat().map(record => [record.id, record]))
}

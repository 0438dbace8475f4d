import type { PoolClient } from 'pg'
import type { MovedClock } from './deadline.ts'
import { localTime } from './explain.ts'
import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import type { Actor } from './person.ts'
import { columnOf, updateRow } from './rows.ts'
import { joinText, text } from './text.ts'
import { chainHead, chainOf, lockChain, nextEntry, storeEntry } from './trail.ts'

/** Name under which the trail keeps that clocks of a record were moved earlier. */
export const MOVED = 'kernel.move-clocks'

/**
 * Moves clocks of other records earlier, each with an entry on its record's own chain. Whoever calls this has locked the
 * records and read the clocks under that lock.
 * @param by number of the record whose step moves them
 * @throws Error when a clock would move later or ended meanwhile
 */
export async function moveClocks(
  kernel: Pick<Kernel, 'keys' | 'zone' | 'clock'>,
  client: PoolClient,
  moves: readonly MovedClock[],
  by: string,
  actor: Actor,
): Promise<void> {
  const at = kernel.clock.now()
  for (const [recordId, list] of Map.groupBy(moves, item => item.recordId)) {
    const [first] = list
    if (!first) continue
    const chain = chainOf(first.procedure, recordId)
    await lockChain(client, chain)
    const head = await chainHead(client, chain)
    for (const item of list) {
      if (item.set.dueAt >= item.was) throw new Error(`${first.recordNumber}: a clock never moves later`)
      const { rowCount } = await client.query({
        name: 'clock_still_runs',
        text: `SELECT 1 FROM deadline WHERE id = $1 AND record_id = $2 AND ${columnOf('dueAt')} = $3
               AND met_at IS NULL AND cancelled_at IS NULL FOR UPDATE`,
        values: [item.id, recordId, item.was],
      })
      if (rowCount !== 1) throw new Error(`${first.recordNumber}: the clock ${item.id} does not run as it was read`)
      await updateRow(client, 'deadline', item.id, item.set as unknown as JsonObject)
    }
    const told = joinText(
      list.map(({ title, was, set }) => {
        const [from, to] = [localTime(was, kernel.zone), localTime(set.dueAt, kernel.zone)]
        return text(`“${title.zh}”由 ${from} 提前到 ${to}`, `"${title.en}" from ${from} to ${to}`)
      }),
    )
    const body = {
      title: text('时限提前', 'Clocks moved earlier'),
      told: text(`按 ${by}：${told.zh}`, `moved earlier by ${by}: ${told.en}`),
      number: first.recordNumber,
      writes: list.map(item => ({ table: 'deadline', id: item.id, set: item.set })),
    }
    await storeEntry(
      client,
      nextEntry(kernel.keys, head, {
        chain,
        at,
        procedure: first.procedure,
        recordId,
        command: MOVED,
        outcome: 'accepted',
        version: first.recordVersion,
        actorId: actor.id,
        actorName: actor.name,
        via: 'system',
        clauses: [...new Set(list.map(item => item.clause))],
        body: JSON.parse(JSON.stringify(body)),
      }),
    )
  }
}

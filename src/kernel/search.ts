import { sql } from 'kysely'
import type { Kernel } from './kernel.ts'
import { recordOf } from './load.ts'
import { masked, sees } from './mask.ts'
import type { Actor } from './person.ts'
import { titleOf } from './record-page.ts'
import { sightCondition } from './sight.ts'
import { containsText } from './substring.ts'
import { type Text, text } from './text.ts'
import { onOneConnection } from './transaction.ts'

/** One record found from anywhere. */
export interface Found {
  readonly procedure: string
  readonly noun: Text
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: Text
}

/**
 * Looks through all procedures' records, youngest first, a few of each: numbers, names, pinyin initials of names, descriptions.
 * Fewer than two characters find nothing. All questions go out together on one connection.
 */
export async function searchAll(kernel: Kernel, term: string, actor: Actor, each = 6): Promise<Found[]> {
  const wanted = term.trim().slice(0, 200)
  if ([...wanted].length < 2) return []
  return onOneConnection(kernel, async one => {
    const found = await Promise.all(
      one.registry.procedures
        .filter(({ name }) => actor.sight?.procedures.includes(name) ?? true)
        .map(async ({ name, noun, record: type }) => {
          const condition = sql<boolean>`${containsText('search_text', wanted)} AND ${sightCondition(type, actor)}`
          const query = sql<
            Record<string, unknown>
          >`SELECT * FROM ${sql.table(type.table)} WHERE ${condition} ORDER BY created_at DESC LIMIT ${each}`
          const { sql: statement, parameters } = query.compile(one.db)
          const { rows } = await one.pool.query({
            name: `search ${name} ${parameters.length} ${statement.length}`,
            text: statement,
            values: [...parameters],
          })
          return rows
            .map(recordOf)
            .filter(record => sees(type, record, actor))
            .map(record => ({
              procedure: name,
              noun,
              id: record.id,
              number: record.number,
              title: titleOf(type, masked(type, record, actor)),
              state: type.states[record.state]?.title ?? text(record.state, record.state),
            }))
        }),
    )
    return found.flat()
  })
}

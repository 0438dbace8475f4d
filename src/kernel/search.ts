import { sql } from 'kysely'
import type { Kernel } from './kernel.ts'
import { recordOf } from './load.ts'
import { sees } from './mask.ts'
import type { Actor } from './person.ts'
import { titleOf } from './record-page.ts'
import { containsText } from './substring.ts'
import { type Text, text } from './text.ts'

/** One record found from anywhere. */
export interface Found {
  readonly procedure: string
  readonly noun: Text
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: Text
}

/** Looks through all procedures' records, youngest first, a few of each. Fewer than two characters find nothing. */
export async function searchAll(kernel: Kernel, term: string, actor: Actor, each = 6): Promise<Found[]> {
  const wanted = term.trim().slice(0, 200)
  if ([...wanted].length < 2) return []
  const found = await Promise.all(
    kernel.registry.procedures.map(async procedure => {
      const { table } = procedure.record
      const condition = containsText('search_text', wanted)
      const query = sql<
        Record<string, unknown>
      >`SELECT * FROM ${sql.table(table)} WHERE ${condition} ORDER BY created_at DESC LIMIT ${each}`
      const { rows } = await kernel.pool.query(compiled(kernel, query))
      return rows
        .map(recordOf)
        .filter(record => sees(procedure.record, record, actor))
        .map(record => ({
          procedure: procedure.name,
          noun: procedure.noun,
          id: record.id,
          number: record.number,
          title: titleOf(procedure.record, record),
          state: procedure.record.states[record.state]?.title ?? text(record.state, record.state),
        }))
    }),
  )
  return found.flat()
}

function compiled(
  kernel: Kernel,
  query: { compile(db: Kernel['db']): { sql: string; parameters: readonly unknown[] } },
) {
  const { sql: statement, parameters } = query.compile(kernel.db)
  return { text: statement, values: [...parameters] }
}

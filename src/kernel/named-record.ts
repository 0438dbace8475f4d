import type { Kernel } from './kernel.ts'
import { recordOf } from './load.ts'
import { masked, sees } from './mask.ts'
import type { Actor } from './person.ts'
import { titleOf } from './record.ts'
import { type Text, text } from './text.ts'
import type { Instant } from './time.ts'

/** A record as lists of several procedures' records name it. */
export interface NamedRecord {
  readonly procedure: string
  readonly noun: Text
  readonly id: string
  readonly number: string
  readonly title: string
  readonly state: Text
  readonly tone: 'plain' | 'info' | 'warn' | 'late' | 'ok'
  /** Nothing more is expected of anybody. */
  readonly ended: boolean
  readonly createdAt: Instant
  readonly createdByName: string | null
  readonly updatedAt: Instant
}

/** Names records of several procedures, the oldest first; one query each. Those that the person may not see are left out. */
export async function namedRecords(
  kernel: Kernel,
  wanted: readonly { readonly procedure: string; readonly id: string }[],
  actor: Actor,
): Promise<NamedRecord[]> {
  const byProcedure = Map.groupBy(
    wanted.filter(({ procedure }) => kernel.registry.has(procedure)),
    ({ procedure }) => procedure,
  )
  const named = await Promise.all(
    [...byProcedure].map(async ([name, items]) => {
      const { record: type, noun } = kernel.registry.procedure(name)
      const { rows } = await kernel.pool.query({
        name: `named_${type.table}`,
        text: `SELECT r.*, p.name AS named_creator FROM "${type.table}" AS r LEFT JOIN person AS p ON p.id = r.created_by
               WHERE r.id = ANY($1::uuid[])`,
        values: [items.map(({ id }) => id)],
      })
      return rows.flatMap(({ named_creator, ...row }): NamedRecord[] => {
        const record = recordOf(row)
        if (!sees(type, record, actor)) return []
        const state = type.states[record.state]
        return [
          {
            procedure: name,
            noun,
            id: record.id,
            number: record.number,
            title: titleOf(type, masked(type, record, actor)),
            state: state?.title ?? text(record.state, record.state),
            tone: state?.tone ?? 'plain',
            ended: state?.final ?? false,
            createdAt: record.createdAt,
            createdByName: named_creator,
            updatedAt: record.updatedAt,
          },
        ]
      })
    }),
  )
  return named.flat().sort((a, b) => a.createdAt.localeCompare(b.createdAt))
}

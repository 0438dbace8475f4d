import type { Kernel } from './kernel.ts'
import { type Actor, holds } from './person.ts'
import type { Text } from './text.ts'

/** A step that makes a record, as it begins from the workbench. */
export interface Start {
  readonly id: string
  readonly title: Text
}

/** As many stand on a workbench. */
const SHOWN = 2
/** Own steps that are looked at: some weeks of work. */
const RECENT = 400
/** What somebody began less often than this is no habit. */
const HABIT = 3
/** A step that more roles may take is nobody's in particular. */
const MANY = 14

/**
 * What the person typically begins: of the steps that make a record and that the person may take, the ones taken again and again of late,
 * then those that are first of all the work of one of the person's roles.
 */
export async function typicalStarts(
  kernel: Pick<Kernel, 'pool' | 'registry'>,
  actor: Actor,
): Promise<readonly Start[]> {
  const may = kernel.registry.procedures
    .flatMap(procedure => procedure.commands)
    .filter(
      command =>
        command.from === 'new' && command.place !== 'none' && command.by.length <= MANY && holds(actor, command.by),
    )
  if (may.length === 0) return []
  const { rows } = await kernel.pool.query<{ command: string; times: number }>({
    name: 'workbench_starts',
    text: `SELECT command, count(*)::int AS times FROM (
             SELECT command FROM trail WHERE actor_id = $1 AND outcome = 'accepted' ORDER BY seq DESC LIMIT ${RECENT}) AS own
           WHERE command = ANY($2::text[]) GROUP BY 1`,
    values: [actor.id, may.map(command => command.id)],
  })
  const times = new Map(rows.map(row => [row.command, row.times]))
  const often = (id: string): number => times.get(id) ?? 0
  return may
    .filter(({ id, by }) => often(id) >= HABIT || actor.roles.includes(by[0] ?? ''))
    .sort((a, b) => often(b.id) - often(a.id))
    .slice(0, SHOWN)
    .map(({ id, title }) => ({ id, title }))
}

import { withoutDisposed } from './disposed.ts'
import type { Kernel } from './kernel.ts'
import { CAUSE_FIRST, linkedBack, linkedOn, MOST_LINKED } from './linked.ts'
import { type NamedRecord, namedRecords } from './named-record.ts'
import type { Actor } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { RecordBase } from './record.ts'
import { type Text, text } from './text.ts'
import { type TimelineEntry, timelineEntry } from './timeline.ts'

/** One step of a matter, with the clauses that it acted for. */
export type MatterStep = Pick<
  TimelineEntry,
  'seq' | 'at' | 'actorName' | 'via' | 'command' | 'title' | 'told' | 'clauses' | 'signed'
> & { readonly recordId: string }

/** One record of a matter. */
export interface MatterRecord extends NamedRecord {
  /** Links from the first record of the matter to this one. */
  readonly depth: number
}

/** Everything that belongs together with one record: from the first cause to the last consequence. */
export interface Matter {
  /** Id of the record that was asked for. */
  readonly asked: string
  readonly records: readonly MatterRecord[]
  readonly links: readonly { readonly from: string; readonly to: string; readonly kind: string }[]
  /** All accepted steps of these records, the first first. */
  readonly steps: readonly MatterStep[]
  /** Words of the clauses that the steps name, by procedure and then by the clause's id. */
  readonly clauses: Readonly<Record<string, Readonly<Record<string, { readonly text: Text; readonly source: string }>>>>
  /** There is more than is shown. */
  readonly more: boolean
}

/** Most steps of a matter that are read. */
const MOST_STEPS = 3_000

/**
 * The whole matter of a record: what it came from, and everything that those led to. So the last destruction record leads
 * back to the first telephone call, and other matters that end in the same destruction are left aside from there on.
 */
export async function matterOf(
  kernel: Kernel,
  procedure: Procedure,
  record: RecordBase,
  actor: Actor,
): Promise<Matter> {
  const { db } = kernel
  const own = { procedure: procedure.name, id: record.id }
  const back = await linkedBack(db, [own.id])
  const roots = [own, ...back]
  const on = await linkedOn(
    db,
    roots.map(({ id }) => id),
  )
  const ends = [...roots, ...on].filter(({ procedure: name }) => kernel.registry.has(name))
  const ids = ends.map(({ id }) => id)
  const [named, links, trail] = await Promise.all([
    namedRecords(kernel, ends, actor),
    kernel.pool.query<{ from: string; to: string; kind: string }>({
      name: 'links_within',
      text: `SELECT ${CAUSE_FIRST.cause} AS "from", ${CAUSE_FIRST.came} AS "to", kind FROM link
             WHERE from_id = ANY($1::uuid[]) AND to_id = ANY($1::uuid[]) ORDER BY at, id`,
      values: [ids],
    }),
    kernel.pool.query({
      name: 'steps_of_matter',
      text: `SELECT seq, at, actor_name, via, command, outcome, clauses, hash, record_id, body->'title' AS title,
               body->'told' AS told, body->'signed'->'meaning' AS meaning, body->'signed'->'deputyFor' AS deputy
             FROM trail WHERE record_id = ANY($1::uuid[]) AND outcome = 'accepted' AND command <> 'kernel.link'
             ORDER BY seq LIMIT ${MOST_STEPS + 1}`,
      values: [ids],
    }),
  ])
  const seen = new Set(named.map(({ id }) => id))
  const shownLinks = links.rows.filter(({ from, to }) => seen.has(from) && seen.has(to))
  const depths = depthsOf(named, shownLinks)
  const steps = trail.rows.filter(row => seen.has(row.record_id)).slice(0, MOST_STEPS)
  return {
    asked: own.id,
    // What one step started bears the same moment as the step: then the cause comes first.
    records: named
      .map(item => ({ ...item, depth: depths.get(item.id) ?? 0 }))
      .sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.depth - b.depth),
    links: shownLinks,
    steps: await withoutDisposed(
      kernel,
      steps.map(row => ({ ...timelineEntry(row), recordId: row.record_id as string })),
      step => step.recordId,
    ),
    clauses: clausesOf(
      kernel,
      named.map(item => item.procedure),
      steps.flatMap(row => row.clauses as string[]),
    ),
    more: trail.rows.length > MOST_STEPS || back.length >= MOST_LINKED || on.length >= MOST_LINKED,
  }
}

/** How many links each record is away from a record that nothing led to; the shortest way counts. */
function depthsOf(
  records: readonly NamedRecord[],
  links: readonly { readonly from: string; readonly to: string }[],
): Map<string, number> {
  const led = new Set(links.map(({ to }) => to))
  const depths = new Map<string, number>()
  let level = records.filter(({ id }) => !led.has(id)).map(({ id }) => id)
  for (let depth = 0; level.length > 0; depth += 1) {
    for (const id of level) depths.set(id, depth)
    const reached = new Set(level)
    level = [...new Set(links.flatMap(({ from, to }) => (reached.has(from) && !depths.has(to) ? [to] : [])))]
  }
  return depths
}

function clausesOf(kernel: Kernel, names: readonly string[], ids: readonly string[]): Matter['clauses'] {
  const wanted = new Set(ids)
  return Object.fromEntries(
    [...new Set(names)].map(name => {
      const clauses = Object.entries(kernel.registry.procedure(name).clauses)
      const named = clauses.filter(([id]) => wanted.has(id))
      return [name, Object.fromEntries(named.map(([id, { zh, en, source }]) => [id, { text: text(zh, en), source }]))]
    }),
  )
}

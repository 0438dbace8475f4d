import { withoutDisposed } from './disposed.ts'
import type { LateEntry } from './entry-window.ts'
import type { JsonObject } from './json.ts'
import type { Kernel } from './kernel.ts'
import type { DeputyFor } from './person.ts'
import { type Text, text } from './text.ts'
import type { Instant } from './time.ts'
import { chainOf } from './trail.ts'

/** An entry of the trail as people read it. What was entered stays in the trail; the sentence says what matters. */
export interface TimelineEntry {
  readonly seq: number
  readonly at: Instant
  readonly actorName: string
  readonly via: string
  readonly command: string
  readonly title: Text
  readonly told: Text
  readonly outcome: 'accepted' | 'refused'
  readonly refusals?: readonly JsonObject[]
  readonly clauses: readonly string[]
  readonly signed?: { readonly meaning: Text; readonly deputyFor?: { readonly name: string } }
  /** Events that the step wrote down later than the entry window allows. */
  readonly late?: readonly LateEntry[]
  readonly hash: string
}

/** Which part of a timeline: `before` is the seq of the last entry already shown. */
interface Part {
  readonly limit: number
  readonly before?: number
}

/** Reads a record's trail, youngest first. */
export async function readTimeline(
  kernel: Pick<Kernel, 'pool' | 'registry'>,
  procedure: string,
  recordId: string,
  part: Part,
): Promise<TimelineEntry[]> {
  const rows = await readTrailRows(kernel, procedure, recordId, part)
  return withoutDisposed(kernel, rows.map(timelineEntry), () => recordId)
}

/** Rows of a record's trail for {@link timelineEntry}, youngest first, with all that is personal in them. */
export async function readTrailRows(
  { pool }: Pick<Kernel, 'pool'>,
  procedure: string,
  recordId: string,
  { limit, before }: Part,
): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query({
    name: 'timeline_of',
    text: `SELECT position, seq, at, actor_name, via, command, outcome, clauses, hash, body->'title' AS title, body->'told' AS told,
             body->'refusals' AS refusals, body->'late' AS late, body->'signed'->'meaning' AS meaning,
             body->'signed'->'deputyFor' AS deputy
           FROM trail WHERE chain = $1 AND seq < $2 ORDER BY position DESC LIMIT $3`,
    values: [chainOf(procedure, recordId), before ?? Number.MAX_SAFE_INTEGER, limit],
  })
  return rows
}

/** Words of a trail row; a refused attempt is told by what stood against it. */
export const timelineEntry = (row: Record<string, unknown>): TimelineEntry => {
  const refusals = row.refusals as readonly JsonObject[] | null
  const title = (row.title as Text | null) ?? text(String(row.command), String(row.command))
  return {
    seq: row.seq as number,
    at: row.at as Instant,
    actorName: row.actor_name as string,
    via: row.via as string,
    command: row.command as string,
    title,
    told: (row.told as Text | null) ?? (refusals?.[0]?.sentence as Text | undefined) ?? title,
    outcome: row.outcome as 'accepted' | 'refused',
    ...(refusals && { refusals }),
    ...(row.late ? { late: row.late as readonly LateEntry[] } : {}),
    clauses: row.clauses as string[],
    ...(row.meaning
      ? { signed: { meaning: row.meaning as Text, ...(row.deputy ? { deputyFor: row.deputy as DeputyFor } : {}) } }
      : {}),
    hash: row.hash as string,
  }
}

import { COUNTS_FOR, RAN_ON } from './evidence.ts'
import type { Kernel } from './kernel.ts'
import type { Sight } from './person.ts'
import type { Procedure } from './procedure.ts'
import type { Instant } from './time.ts'

/** Records drawn at random for an inspector: the same seed draws the same from the same records. */
export interface SampleDraw {
  readonly seed: string
  /** How many records there are to draw from. */
  readonly of: number
  /** Ids of what was drawn: of records, or of the clocks of a duty's turns. */
  readonly recordIds: readonly string[]
}

/**
 * Draws what a clause governed in a period: the turns of its duties that have begun, by the ids of their clocks; or records with a
 * clock of the clause due in it; or else those on which a step of the clause was taken. Ordered by the MD5 of seed and id, which
 * anyone can calculate again.
 */
export async function drawSample(
  kernel: Pick<Kernel, 'pool'>,
  ask: {
    readonly procedure: Procedure
    readonly clause: string
    readonly steps: readonly string[]
    readonly by: 'turns' | 'clocks' | 'steps'
    readonly now: Instant
    readonly from: Instant
    readonly to: Instant
    readonly sight?: Sight
  },
  seed: string,
  count: number,
): Promise<SampleDraw> {
  const { procedure, clause, steps, by, from, to, now, sight } = ask
  const due = `${COUNTS_FOR} AND clause = $6 AND due_at >= $1 AND due_at <= $2 AND cancelled_at IS NULL${sight ? ` AND ${RAN_ON}` : ''}`
  const governed = {
    turns: `SELECT id AS record_id FROM deadline WHERE ${due} AND opened_at <= $7`,
    clocks: `SELECT DISTINCT record_id FROM deadline WHERE ${due}`,
    steps: `SELECT DISTINCT record_id FROM trail WHERE outcome = 'accepted' AND procedure = $5 AND command = ANY($6::text[])
             AND at >= $1 AND at <= $2 AND record_id IS NOT NULL`,
  }
  const { rows } = await kernel.pool.query<{ id: string; of: number }>({
    name: `evidence_sample_${by}${sight && by !== 'steps' ? '_seen' : ''}`,
    text: `WITH governed AS (${governed[by]})
    SELECT record_id AS id, (count(*) OVER ())::int AS of FROM governed
    ORDER BY md5($3 || ':' || record_id::text) LIMIT $4`,
    values: [from, to, seed, count, procedure.name, by === 'steps' ? steps : clause, ...(by === 'turns' ? [now] : [])],
  })
  return { seed, of: rows[0]?.of ?? 0, recordIds: rows.map(row => row.id) }
}

import { z } from 'zod'
import type { StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import type { ServerParts } from '../parts.ts'
import { type ProductRead, productRead } from './product-read.ts'

/** Counting stops here; the screen then says "at least". */
const MOST = 1_000
/** The numbers stand in the navigation of every page: one count serves everybody for a while. */
const KEPT_MS = 10_000

/** Open records of one procedure, and those of them with a clock that has run out. */
interface OpenCount {
  readonly open: number
  readonly late: number
}

/** States in which something is expected of somebody: neither final nor resting. */
export const openStates = (states: Readonly<Record<string, StateMeaning>>): readonly string[] =>
  Object.entries(states).flatMap(([state, { final, resting }]) => (final || resting ? [] : [state]))

const kept = new WeakMap<
  ServerParts['pool'],
  { readonly at: number; readonly value: Promise<Readonly<Record<string, OpenCount>>> }
>()

async function count({ kernel, pool }: ServerParts): Promise<Readonly<Record<string, OpenCount>>> {
  const clocked = kernel.registry.procedures.filter(
    procedure => procedure.deadlines.length > 0 && procedure.group !== 'administration',
  )
  const [open, late] = await Promise.all([
    Promise.all(
      clocked.map(async ({ name, record }) => {
        const { rows } = await pool.query<{ open: number }>({
          name: `open_${record.table}`,
          text: `select count(*)::int as open from (
            select 1 from "${record.table}" where state = any($1::text[]) limit ${MOST}) as counted`,
          values: [openStates(record.states)],
        })
        return [name, rows[0]?.open ?? 0] as const
      }),
    ),
    pool.query<{ procedure: string; late: number }>({
      name: 'late_records',
      text: `select procedure, count(distinct record_id)::int as late from (
          select procedure, record_id from deadline
          where met_at is null and cancelled_at is null and due_at < $1 limit ${MOST * 10}) as counted
        group by procedure`,
      values: [kernel.clock.now()],
    }),
  ])
  return Object.fromEntries(
    open.map(([name, number]) => [
      name,
      { open: number, late: late.rows.find(row => row.procedure === name)?.late ?? 0 },
    ]),
  )
}

/** How much is open everywhere: the numbers beside the navigation. */
export const openCounts: ProductRead = productRead({
  name: 'workbench.counts',
  title: text('未完结数量', 'Open records'),
  by: [],
  params: z.object({}),
  run: (parts: ServerParts) => {
    const known = kept.get(parts.pool)
    const at = performance.now()
    if (known && at - known.at < KEPT_MS) return known.value
    const value = count(parts)
    kept.set(parts.pool, { at, value })
    value.catch(() => kept.delete(parts.pool))
    return value
  },
})

import { sql } from 'kysely'
import { z } from 'zod'
import { read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'

/** How many complaints stand in each state, and how many of the open ones are urgent, S1 or wait for a screen. */
export const countsRead = read({
  title: text('投诉数量', 'Number of complaints'),
  by: [],
  params: z.strictObject({}),
  run: async db => {
    const { rows } = await sql<{ state: string; count: number; urgent: number; grave: number; unscreened: number }>`
      select state, count(*)::int as count,
        count(*) filter (where urgency = 'urgent')::int as urgent,
        count(*) filter (where severity = 'S1')::int as grave,
        count(*) filter (where ae_state in ('unscreened', 'undecided'))::int as unscreened
      from complaint where state in ('registered', 'accepted', 'verified', 'decided', 'answered') group by state`.execute(
      db,
    )
    return rows
  },
})

import type { Kernel } from './kernel.ts'
import type { Actor } from './person.ts'
import { type Text, text } from './text.ts'
import type { Instant } from './time.ts'

/** How much work stands with one person, or with a role for anybody who holds it. */
export interface TeamLoad {
  /** Null: named to nobody yet. */
  readonly personId: string | null
  /** Name of the person, or of the role. */
  readonly title: Text
  readonly open: number
  readonly late: number
  /** When the next of it is due. */
  readonly nextAt: Instant | null
  /** The person is away today: deputies do the work. */
  readonly away: boolean
}

/** Open clocks by person for the people of the actor's department, and those named to nobody by the roles that they hold. */
export async function workbenchTeam(kernel: Kernel, actor: Actor): Promise<readonly TeamLoad[]> {
  const now = kernel.clock.now()
  const { rows } = await kernel.pool.query<{
    person_id: string | null
    name: string
    open: number
    late: number
    next_at: Instant | null
    away: boolean
  }>({
    name: 'workbench_team',
    text: `WITH team AS (
             SELECT id, name, roles FROM person WHERE state = 'active' AND site_id = $2
               AND department = (SELECT department FROM person WHERE id = $1)),
           held AS (SELECT DISTINCT unnest(roles) AS role FROM team)
           SELECT team.id AS person_id, team.name, count(d.id)::int AS open, count(d.id) FILTER (WHERE d.due_at <= $3)::int AS late,
             min(d.due_at) AS next_at,
             EXISTS (SELECT FROM person_absence a WHERE a.person_id = team.id AND a.ended_at IS NULL
               AND ($3::timestamptz AT TIME ZONE $4)::date BETWEEN a.from_day AND a.until_day) AS away
           FROM team LEFT JOIN deadline d ON d.owner_id = team.id AND d.met_at IS NULL AND d.cancelled_at IS NULL
             AND d.opened_at <= $3
           GROUP BY team.id, team.name
           UNION ALL
           SELECT NULL, held.role, count(*)::int, count(*) FILTER (WHERE d.due_at <= $3)::int, min(d.due_at), false
           FROM held JOIN deadline d ON d.owner_role = held.role AND d.owner_id IS NULL AND d.met_at IS NULL
             AND d.cancelled_at IS NULL AND d.opened_at <= $3
           GROUP BY held.role
           ORDER BY late DESC, open DESC, name`,
    values: [actor.id, actor.siteId, now, kernel.zone],
  })
  return rows.map(row => ({
    personId: row.person_id,
    title: row.person_id === null ? kernel.words.roleTitle(row.name) : text(row.name, row.name),
    open: row.open,
    late: row.late,
    nextAt: row.next_at,
    away: row.away,
  }))
}

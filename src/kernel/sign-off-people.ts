import type { Kernel } from './kernel.ts'
import { type Day, dayOf } from './time.ts'

/** Somebody who may give a signature that is waited for. */
export interface Holder {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  /** Why and until which day the person is away today; null when not. */
  readonly away: { readonly kind: string; readonly untilDay: Day } | null
  /** Who holds roles of the person today, in his place. */
  readonly deputies: readonly { readonly name: string; readonly roles: readonly string[] }[]
}

/** Active people who hold one of the roles as their own, with absences and deputies of today; one query. */
export async function readHolders(kernel: Kernel, roles: readonly string[]): Promise<readonly Holder[]> {
  if (roles.length === 0) return []
  const { rows } = await kernel.pool.query({
    name: 'holders_of',
    text: `SELECT p.id, p.name, p.roles,
             (SELECT json_build_object('kind', a.kind, 'untilDay', a.until_day) FROM person_absence a
              WHERE a.person_id = p.id AND a.ended_at IS NULL AND $2::date BETWEEN a.from_day AND a.until_day
              ORDER BY a.until_day DESC LIMIT 1) AS away,
             (SELECT coalesce(json_agg(json_build_object('name', d.to_name, 'roles', d.roles) ORDER BY d.from_day, d.id), '[]')
              FROM person_delegation d
              WHERE d.person_id = p.id AND d.ended_at IS NULL AND $2::date BETWEEN d.from_day AND d.until_day) AS deputies
           FROM person p WHERE p.state = 'active' AND p.roles && $1::text[] ORDER BY p.name, p.id LIMIT 200`,
    values: [[...new Set(roles)], dayOf(kernel.clock.now(), kernel.zone)],
  })
  return rows
}

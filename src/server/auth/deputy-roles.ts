import type { Actor } from '../../kernel/person.ts'
import { SITE_ZONE } from '../../kernel/time.ts'

/** A role that somebody holds today for another. */
interface HeldFor {
  readonly role: string
  readonly id: string
  readonly name: string
}

/**
 * Column `held_for` of a query over `person p`: the roles that are delegated to the person on the day of `at` (SQL) by people who
 * are active and hold them still; none for an inspector of the authority, who only reads whatever was delegated to him before.
 */
export const heldForAt = (
  at: string,
): string => `(select coalesce(json_agg(json_build_object('role', role, 'id', o.id, 'name', o.name) order by d.from_day, d.id), '[]')
    from person_delegation d join person o on o.id = d.person_id and o.state = 'active', unnest(d.roles) as role
    where d.to_id = p.id and d.ended_at is null and role = any(o.roles) and not 'authority-inspector' = any(p.roles)
      and (${at} at time zone '${SITE_ZONE}')::date between d.from_day and d.until_day) as held_for`

/** {@link heldForAt} today. */
export const HELD_FOR = heldForAt('now()')

/** The roles that a person acts in, and which of them only for somebody else. */
export function rolesHeld(
  own: readonly string[],
  heldFor: readonly HeldFor[],
): Pick<Actor, 'roles'> & Partial<Pick<Actor, 'deputyFor'>> {
  const deputyFor: Record<string, { id: string; name: string }> = {}
  for (const { role, id, name } of heldFor) if (!own.includes(role) && !deputyFor[role]) deputyFor[role] = { id, name }
  const added = Object.keys(deputyFor)
  return added.length === 0 ? { roles: own } : { roles: [...own, ...added], deputyFor }
}

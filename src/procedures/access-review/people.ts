import { sql } from 'kysely'
import type { AnyDatabase } from '../../kernel/queries.ts'
import type { Text } from '../../kernel/text.ts'
import { dayOf, type Instant, SITE_ZONE } from '../../kernel/time.ts'
import type { AbsenceKind } from '../../vocabulary/absence.ts'
import type { RoleId } from '../../vocabulary/role.ts'
import { segregations } from '../../vocabulary/segregation.ts'

/** A role that somebody holds: since when, from whom, and who reviewed it. */
export interface HeldRole {
  readonly role: RoleId
  readonly at: string | null
  readonly byName: string | null
  readonly reason: string | null
  readonly reviewedByName: string | null
  readonly review: 'agreed' | 'refused' | null
}

/** A person with everything that gives permissions today. */
export interface PersonPermissions {
  readonly id: string
  readonly number: string
  readonly name: string
  readonly username: string
  readonly department: string
  readonly roles: readonly HeldRole[]
  /** Roles held for others today. */
  readonly standsIn: readonly {
    readonly ofName: string
    readonly roles: readonly RoleId[]
    readonly untilDay: string
  }[]
  /** Deputies of the person today. */
  readonly deputies: readonly {
    readonly toName: string
    readonly roles: readonly RoleId[]
    readonly untilDay: string
  }[]
  readonly away: { readonly kind: AbsenceKind; readonly untilDay: string } | null
  /** Pairs of roles that are kept apart and that this person holds from before. */
  readonly pairs: readonly {
    readonly rule: string
    readonly one: RoleId
    readonly other: RoleId
    readonly always: boolean
    readonly why: Text
  }[]
}

interface Row extends Omit<PersonPermissions, 'roles' | 'pairs' | 'standsIn' | 'deputies'> {
  readonly held: readonly RoleId[]
  readonly granted: readonly (HeldRole & { readonly role: RoleId })[] | null
  readonly standsIn: PersonPermissions['standsIn'] | null
  readonly deputies: PersonPermissions['deputies'] | null
}

/** All active people of the site with their roles, deputies and absences today. */
export async function peoplePermissions(
  db: AnyDatabase,
  siteId: string,
  now: Instant,
): Promise<readonly PersonPermissions[]> {
  const today = dayOf(now, SITE_ZONE)
  const { rows } = await sql<Row>`
    select p.id, p.number, p.name, p.username, p.department, p.roles as held,
      (select json_agg(json_build_object('role', g.role, 'at', to_char(g.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'byName', g.by_name, 'reason', g.reason, 'reviewedByName', g.reviewed_by_name, 'review', g.review))
        from (select distinct on (role) * from permission_change where person_id = p.id and kind = 'granted'
          order by role, at desc) g) as granted,
      (select json_agg(json_build_object('ofName', o.name, 'roles', d.roles, 'untilDay', d.until_day::text))
        from person_delegation d join person o on o.id = d.person_id
        where d.to_id = p.id and d.ended_at is null and ${today}::date between d.from_day and d.until_day) as stands_in,
      (select json_agg(json_build_object('toName', d.to_name, 'roles', d.roles, 'untilDay', d.until_day::text))
        from person_delegation d
        where d.person_id = p.id and d.ended_at is null and ${today}::date between d.from_day and d.until_day) as deputies,
      (select json_build_object('kind', a.kind, 'untilDay', a.until_day::text) from person_absence a
        where a.person_id = p.id and a.ended_at is null and ${today}::date between a.from_day and a.until_day
        order by a.until_day desc limit 1) as away
    from person p where p.state = 'active' and p.site_id = ${siteId}
    order by p.department, p.number limit 2000`.execute(db)
  return rows.map(({ held, granted, standsIn, deputies, ...person }) => ({
    ...person,
    roles: held.map(
      role =>
        granted?.find(item => item.role === role) ?? {
          role,
          at: null,
          byName: null,
          reason: null,
          reviewedByName: null,
          review: null,
        },
    ),
    standsIn: standsIn ?? [],
    deputies: deputies ?? [],
    pairs: segregations
      .filter(({ one, other }) => held.includes(one) && held.includes(other))
      .map(({ rule, one, other, always, why }) => ({ rule, one, other, always, why })),
  }))
}

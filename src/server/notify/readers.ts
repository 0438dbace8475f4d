import type { ClientBase } from 'pg'
import type { Kernel } from '../../kernel/kernel.ts'
import { sees } from '../../kernel/mask.ts'
import { type Actor, holds } from '../../kernel/person.ts'
import type { RecordBase } from '../../kernel/record.ts'
import { fromRow } from '../../kernel/rows.ts'
import type { Instant } from '../../kernel/time.ts'
import type { ChannelRow } from '../../procedures/channel/channel.ts'
import { type Plan, USUAL_PLAN } from '../../vocabulary/notification-plan.ts'
import { heldForAt, rolesHeld } from '../auth/deputy-roles.ts'
import type { Notice } from './notice.ts'

/** Somebody who can be told. */
export interface Reader {
  readonly actor: Actor
  readonly email: string | null
  readonly plan: Plan
}

/** Everybody and everything that can be told. */
export interface Readers {
  readonly people: readonly Reader[]
  readonly channels: readonly ChannelRow[]
}

interface PersonAsked {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly roles: readonly string[]
  readonly siteId: string
  readonly email: string | null
  readonly heldFor: Parameters<typeof rolesHeld>[1]
  readonly plan: Plan | null
}

/** Reads who is active, with the roles that they hold for others on that day, how they want to be told, and the shared channels. */
export async function readReaders(client: Pick<ClientBase, 'query'>, now: Instant): Promise<Readers> {
  const [people, channels] = await Promise.all([
    client.query({
      name: 'notify_people',
      text: `select p.id, p.name, p.username, p.roles, p.site_id, p.email, ${heldForAt('$1::timestamptz')},
          case when c.id is not null then json_build_object('safety', 'at-once', 'trouble', c.trouble, 'work', c.work, 'news', c.news,
            'digestAt', c.digest_at, 'quietFrom', c.quiet_from, 'quietUntil', c.quiet_until, 'language', c.language) end as plan
        from person p left join channel c on c.person_id = p.id and c.state = 'active' where p.state = 'active'`,
      values: [now],
    }),
    client.query({
      name: 'notify_channels',
      text: `select * from channel where kind <> 'person' and state in ('active', 'failing')`,
    }),
  ])
  return {
    people: people.rows.map(row => {
      const { heldFor, plan, email, roles, ...person } = fromRow<PersonAsked>(row)
      return { actor: { ...person, ...rolesHeld(roles, heldFor), via: 'session' }, email, plan: plan ?? USUAL_PLAN }
    }),
    channels: channels.rows.map(row => fromRow<ChannelRow>(row)),
  }
}

/**
 * The people whom a notice concerns: those named and who stands in for them, and all who hold one of the roles at the site. Where there is
 * nobody, the next role up, and where nobody holds that either, the administrators. Nobody is told of a record that he may not see.
 */
export function whomToTell(
  kernel: Pick<Kernel, 'registry'>,
  readers: Readers,
  { to, procedure }: Pick<Notice, 'to' | 'procedure'>,
  record: RecordBase | undefined,
): readonly Reader[] {
  if (to.channel !== undefined) return []
  const type = procedure !== null && kernel.registry.has(procedure) ? kernel.registry.procedure(procedure).record : null
  const here = readers.people.filter(({ actor }) => !type || !record || sees(type, record, actor))
  const inRoles = (roles: readonly string[]) =>
    here.filter(({ actor }) => actor.siteId === to.siteId && holds(actor, roles))
  const named = here.filter(
    ({ actor }) =>
      to.people?.includes(actor.id) ||
      Object.values(actor.deputyFor ?? {}).some(person => to.people?.includes(person.id)),
  )
  let found: readonly Reader[] = to.roles ? inRoles(to.roles) : []
  // only work that must be done looks for somebody else to do it
  const wanted = to.instead !== undefined || (to.roles?.length ?? 0) > 0
  if (wanted && named.length === 0 && found.length === 0) found = inRoles(to.instead ?? [])
  if (wanted && named.length === 0 && found.length === 0) found = inRoles(['administrator'])
  return [...new Set([...named, ...found])].filter(({ actor }) => actor.id !== to.except)
}

/** The shared channels that a notice goes to: those of the site for one of its roles. */
export const channelsFor = ({ channels }: Readers, { to }: Pick<Notice, 'to'>): readonly ChannelRow[] =>
  to.channel !== undefined
    ? channels.filter(channel => channel.id === to.channel)
    : channels.filter(
        ({ siteId, roles }) =>
          siteId === to.siteId &&
          (to.roles?.length ?? 0) > 0 &&
          (roles.length === 0 || roles.some(role => to.roles?.includes(role))),
      )

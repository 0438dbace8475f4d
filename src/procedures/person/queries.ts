import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { containsText } from '../../kernel/substring.ts'
import { text } from '../../kernel/text.ts'
import { dayOf, type Instant, SITE_ZONE } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { isRole, type RoleId } from '../../vocabulary/role.ts'
import { type Absence, awayFrom, type Delegation, type DeputyAsked, standing } from './deputy.ts'
import type { PermissionChange, PersonRow } from './person.ts'
import { roleField } from './role-field.ts'

/** All changes of permissions of each person, the oldest first. */
const permissions: FactQuery<readonly PermissionChange[]> = async (db, ids) => {
  const rows = await db
    .selectFrom('permissionChange')
    .selectAll()
    .where('personId', 'in', [...ids])
    .orderBy('at')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows as PermissionChange[], row => row.personId)
}

/** What each person gave to deputies, the latest first. */
const delegations: FactQuery<readonly Delegation[]> = async (db, ids) => {
  const rows = await db
    .selectFrom('personDelegation')
    .selectAll()
    .where('personId', 'in', [...ids])
    .orderBy('fromDay', 'desc')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows as Delegation[], row => row.personId)
}

/** What each person holds for others, with whose it is, the latest first. */
const standsIn: FactQuery<readonly StandsIn[]> = async (db, ids) => {
  const rows = await db
    .selectFrom('personDelegation')
    .innerJoin('person', 'person.id', 'personDelegation.personId')
    .selectAll('personDelegation')
    .select('person.name as ofName')
    .where('toId', 'in', [...ids])
    .orderBy('fromDay', 'desc')
    .orderBy('personDelegation.id')
    .execute()
  return Map.groupBy(rows as StandsIn[], row => row.toId)
}

/** When each person is or was away, the latest first. */
const absences: FactQuery<readonly Absence[]> = async (db, ids) => {
  const rows = await db
    .selectFrom('personAbsence')
    .selectAll()
    .where('personId', 'in', [...ids])
    .orderBy('fromDay', 'desc')
    .orderBy('id')
    .execute()
  return Map.groupBy(rows as Absence[], row => row.personId)
}

/** A delegation as the deputy sees it. */
export interface StandsIn extends Delegation {
  readonly ofName: string
}

const administrators = (db: AnyDatabase) =>
  db.selectFrom('person').select('id').where('state', '=', 'active').where(sql<boolean>`'administrator' = any(roles)`)

/** How many other active people are administrators. */
const otherAdministrators: FactQuery<number> = async (db, ids) => {
  const rows = await administrators(db).execute()
  return new Map(ids.map(id => [id, rows.filter(row => row.id !== id).length]))
}

/** A person as a list of colleagues shows it. */
type PersonChoice = Pick<PersonRow, 'id' | 'number' | 'name' | 'username' | 'department' | 'roles'>

export const queries = {
  facts: {
    permissions: { read: permissions, none: [] as readonly PermissionChange[] },
    otherAdministrators: { read: otherAdministrators, none: 0 },
    delegations: { read: delegations, none: [] as readonly Delegation[] },
    standsIn: { read: standsIn, none: [] as readonly StandsIn[] },
    absences: { read: absences, none: [] as readonly Absence[] },
  },
  finds: {
    usernameTaken: async (db, { input }: { input: { username: string } }) => {
      await holdName(db, `person.username/${input.username}`)
      return (await db
        .selectFrom('person')
        .select('number')
        .where('username', '=', input.username)
        .executeTakeFirst()) as { number: string } | undefined
    },
    // Locks the rows: of two administrators who remove each other at the same time, the second finds himself the last.
    remainingAdministrators: async (db, { input, record }: { input: { role?: string }; record?: PersonRow }) => {
      const concerned = input.role ? input.role === 'administrator' : record?.roles.includes('administrator')
      if (!concerned) return 1
      const rows = await administrators(db).orderBy('id').forUpdate().execute()
      return rows.filter(row => row.id !== record?.id).length
    },
    // Held by name: two people who ask the same colleague at once see what the other gave.
    deputy: async (
      db,
      { input, now }: { input: { toId?: string; deputyId?: string | null }; now: Instant },
    ): Promise<DeputyAsked | undefined> => {
      const id = input.toId ?? input.deputyId
      if (!id) return undefined
      await holdName(db, `person.deputy/${id}`)
      const row = await db
        .selectFrom('person')
        .select(['id', 'number', 'name', 'state', 'roles'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (!row) return undefined
      const [held, away] = await Promise.all([standsIn(db, [id]), absences(db, [id])])
      const today = dayOf(now, SITE_ZONE)
      return {
        ...(row as Omit<DeputyAsked, 'standsIn' | 'absences'>),
        standsIn: standing(held.get(id) ?? [], today),
        absences: awayFrom(away.get(id) ?? [], today),
      }
    },
    // Held by the same name: whoever is made a deputy at this moment is seen, and sees the new role.
    heldForOthers: async (
      db,
      { record, now }: { record?: PersonRow; now: Instant },
    ): Promise<readonly Delegation[]> => {
      if (!record) return []
      await holdName(db, `person.deputy/${record.id}`)
      const held = await standsIn(db, [record.id])
      return standing(held.get(record.id) ?? [], dayOf(now, SITE_ZONE))
    },
    /** Roles of the person that nobody else active holds. */
    heldAlone: async (db, { record }: { record?: PersonRow }): Promise<readonly RoleId[]> => {
      if (!record || record.roles.length === 0) return []
      const rows = await db
        .selectFrom('person')
        .select('roles')
        .where('state', '=', 'active')
        .where('id', '<>', record.id)
        .where(sql<boolean>`roles && ${record.roles as string[]}::text[]`)
        .execute()
      const others = new Set(rows.flatMap(row => row.roles as RoleId[]))
      return record.roles.filter(role => !others.has(role))
    },
  },
  reads: {
    deputies: read({
      title: text('我的委托与代理', 'My delegations'),
      by: [],
      params: z.object({}),
      run: async (db, _, { actor }) => {
        const ids = [actor.id]
        const [given, held, away] = await Promise.all([delegations(db, ids), standsIn(db, ids), absences(db, ids)])
        return { given: given.get(actor.id) ?? [], held: held.get(actor.id) ?? [], away: away.get(actor.id) ?? [] }
      },
    }),
    find: read({
      title: text('查找人员', 'Find people'),
      by: [],
      params: z.object({ q: z.string().max(100).default(''), role: roleField.optional() }),
      run: async (db, { q, role }, { actor }): Promise<PersonChoice[]> => {
        let query = db
          .selectFrom('person')
          .select(['id', 'number', 'name', 'username', 'department', 'roles'])
          .where('state', '=', 'active')
          .where('siteId', '=', actor.siteId)
          .where(containsText('searchText', q))
        if (role && isRole(role)) query = query.where(sql<boolean>`${role} = any(roles)`)
        return (await query.orderBy('name').limit(20).execute()) as PersonChoice[]
      },
    }),
    unreviewed: read({
      title: text('待审核的权限变更', 'Permissions waiting for review'),
      by: ['quality', 'quality-head', 'administrator', 'authority-inspector'],
      params: z.object({}),
      run: db =>
        db
          .selectFrom('permissionChange')
          .innerJoin('person', 'person.id', 'permissionChange.personId')
          .select(['permissionChange.id', 'permissionChange.role', 'permissionChange.kind', 'permissionChange.reason'])
          .select(['permissionChange.at', 'permissionChange.byName'])
          .select(['person.id as personId', 'person.number', 'person.name', 'person.department'])
          .where('permissionChange.reviewedAt', 'is', null)
          .orderBy('permissionChange.at')
          .limit(500)
          .execute(),
    }),
  },
} satisfies Queries

export type PersonQueries = typeof queries

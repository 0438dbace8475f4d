import { sql } from 'kysely'
import { z } from 'zod'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { containsText } from '../../kernel/substring.ts'
import { text } from '../../kernel/text.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import { isRole } from '../../vocabulary/role.ts'
import { type PermissionChange, type PersonRow, roleField } from './person.ts'

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
  },
  reads: {
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

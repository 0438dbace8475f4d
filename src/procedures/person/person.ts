import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { spell } from '../../kernel/spelling.ts'
import { text } from '../../kernel/text.ts'
import { lineOf } from '../../vocabulary/base-data.ts'
import { instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { type RoleId, roles } from '../../vocabulary/role.ts'
import { absenceRow, delegationRow } from './deputy.ts'
import { roleField } from './role-field.ts'

/** States of a person's account. */
export const states = {
  active: {
    title: text('在用', 'Active'),
    meaning: text('可以登录办理', 'May sign in and act'),
    tone: 'ok',
    resting: true,
  },
  inactive: {
    title: text('停用', 'Inactive'),
    meaning: text('不能登录，经手记录照常保留', 'May not sign in; what the person did stays'),
    tone: 'plain',
    resting: true,
  },
} as const satisfies Record<string, StateMeaning>

/** What is entered about a person; the same fields are corrected later. */
export const details = {
  name: field(lineOf(60), {
    title: text('姓名', 'Full name'),
    hint: text('签字、打印用的全名', 'As signed and printed'),
  }),
  nameEn: field(lineOf(80).nullable().default(null), { title: text('英文姓名', 'Name in English') }),
  department: field(lineOf(60), { title: text('部门', 'Department') }),
  email: field(z.email().max(120).nullable().default(null), { title: text('电子邮箱', 'E-mail'), personal: true }),
  phone: field(lineOf(40).nullable().default(null), { title: text('电话', 'Telephone'), personal: true }),
}

/** A person who acts in the product. */
export const personRow = z.object({
  ...recordColumns,
  state: z.enum(['active', 'inactive']),
  /** Name used to sign in; lower case, unique. */
  username: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  department: z.string(),
  roles: z.array(roleField),
  email: z.string().nullable(),
  phone: z.string().nullable(),
})
export type PersonRow = z.infer<typeof personRow>

/** A role given or taken, with quality management's review of it. */
export const permissionChangeRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  role: roleField,
  kind: z.enum(['granted', 'revoked']),
  reason: z.string(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
  reviewedAt: instantSchema.nullable(),
  reviewedBy: z.uuid().nullable(),
  reviewedByName: z.string().nullable(),
  review: z.enum(['agreed', 'refused']).nullable(),
  reviewNote: z.string().nullable(),
})
export type PermissionChange = z.infer<typeof permissionChangeRow>

/** Names of roles in one line. */
export const roleTitles = (held: readonly RoleId[]) =>
  text(held.map(role => roles[role].title.zh).join('、'), held.map(role => roles[role].title.en).join(', '))

export const Person = recordType<PersonRow, keyof typeof states>({
  name: 'person',
  title: text('人员', 'person'),
  table: 'person',
  row: personRow,
  states,
  series: { prefix: 'RY', digits: 4 },
  retention: retained('administrator'),
  searchText: row => {
    const { py, pinyin } = spell(row.name)
    return [row.name, row.nameEn, py, pinyin, row.username, row.department, row.number].filter(Boolean).join(' ')
  },
  children: {
    permission: { table: 'permission_change', row: permissionChangeRow, parent: 'personId' },
    delegation: { table: 'person_delegation', row: delegationRow, parent: 'personId' },
    absence: { table: 'person_absence', row: absenceRow, parent: 'personId' },
  },
})

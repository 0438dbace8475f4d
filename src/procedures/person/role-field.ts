import { z } from 'zod'
import { field } from '../../kernel/field.ts'
import { text } from '../../kernel/text.ts'
import { type RoleId, roleIds, roles } from '../../vocabulary/role.ts'

/** A role, chosen by its title. */
export const roleField = field(z.enum(roleIds as readonly [RoleId, ...RoleId[]]), {
  title: text('角色', 'Role'),
  widget: 'role',
  options: Object.fromEntries(roleIds.map(role => [role, roles[role].title])),
})

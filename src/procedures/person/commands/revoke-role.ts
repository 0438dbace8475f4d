import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { roles } from '../../../vocabulary/role.ts'
import { notOneself, permissionChange, refuseLastAdministrator } from '../permission.ts'
import { personCommand } from '../person-command.ts'
import { roleField } from '../role-field.ts'

/** Takes a role from a person; quality management reviews it. */
export const revokeRole = personCommand('revoke-role', {
  title: text('收回角色', 'Revoke a role'),
  fulfils: ['IT-permission', 'IT-access', 'IT-separation'],
  from: ['active', 'inactive'],
  by: ['administrator'],
  input: z.object({ role: roleField, reason: reasonField }),
  find: ['remainingAdministrators'],
  differ: [notOneself],
  check: ({ record, input: { role }, found }) => [
    !record.roles.includes(role) &&
      refuse(
        'role-not-held',
        text(
          `${record.name}没有“${roles[role].title.zh}”角色。`,
          `${record.name} does not hold "${roles[role].title.en}".`,
        ),
        { field: 'role' },
      ),
    role === 'administrator' && refuseLastAdministrator(record, found.remainingAdministrators),
  ],
  change: asked => ({
    set: { roles: asked.record.roles.filter(role => role !== asked.input.role) },
    rows: [permissionChange(asked, asked.input.role, 'revoked', asked.input.reason)],
    open: [{ deadline: 'permission-review', from: asked.now }],
  }),
  tell: ({ record, input }) => {
    const { title } = roles[input.role]
    return text(
      `收回 ${record.name}的“${title.zh}”角色：${input.reason}`,
      `revoked "${title.en}" from ${record.name}: ${input.reason}`,
    )
  },
  rank: 30,
})

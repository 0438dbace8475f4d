import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { roles } from '../../../vocabulary/role.ts'
import {
  notOneself,
  permissionChange,
  refuseForbiddenPair,
  refuseMixedInspector,
  refuseWhileDeputy,
} from '../permission.ts'
import { personCommand } from '../person-command.ts'
import { roleField } from '../role-field.ts'

/** Gives a person a role; quality management reviews it. */
export const grantRole = personCommand('grant-role', {
  title: text('授予角色', 'Grant a role'),
  about: text('立即生效，并交质量管理部审核。', 'Holds at once, and goes to quality management for review.'),
  fulfils: ['IT-permission', 'IT-separation'],
  from: ['active'],
  by: ['administrator'],
  input: z.object({ role: roleField, reason: reasonField }),
  find: ['heldForOthers'],
  differ: [notOneself],
  check: ({ record, input: { role }, found }) => [
    record.roles.includes(role) &&
      refuse(
        'role-held',
        text(
          `${record.name}已有“${roles[role].title.zh}”角色。`,
          `${record.name} holds "${roles[role].title.en}" already.`,
        ),
        { field: 'role' },
      ),
    refuseMixedInspector([...record.roles, role], 'role'),
    refuseForbiddenPair(record.name, record.roles, [role], 'role'),
    refuseWhileDeputy(record.name, found.heldForOthers, [role], 'role'),
  ],
  change: asked => ({
    set: { roles: [...asked.record.roles, asked.input.role] },
    rows: [permissionChange(asked, asked.input.role, 'granted', asked.input.reason)],
    open: [{ deadline: 'permission-review', from: asked.now }],
  }),
  tell: ({ record, input }) => {
    const { title } = roles[input.role]
    return text(
      `授予 ${record.name}“${title.zh}”角色：${input.reason}`,
      `granted "${title.en}" to ${record.name}: ${input.reason}`,
    )
  },
  rank: 20,
})

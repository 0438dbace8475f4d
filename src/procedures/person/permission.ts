import type { Asked, ChildWrite, Differ } from '../../kernel/command.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { text } from '../../kernel/text.ts'
import type { RoleId } from '../../vocabulary/role.ts'
import type { PermissionChange, PersonRow } from './person.ts'

/** The row that keeps a role given or taken until quality management has reviewed it. */
export const permissionChange = (
  { newId, now, actor }: Pick<Asked<PersonRow, unknown, unknown, unknown>, 'newId' | 'now' | 'actor'>,
  role: RoleId,
  kind: PermissionChange['kind'],
  reason: string,
): ChildWrite => ({
  child: 'permission',
  insert: { id: newId(), role, kind, reason, at: now, byId: actor.id, byName: actor.name },
})

/** Changes that quality management has not reviewed yet. */
export const unreviewed = (permissions: readonly PermissionChange[]): readonly PermissionChange[] =>
  permissions.filter(row => row.reviewedAt === null)

/** Nobody gives or takes permissions of his own. */
export const notOneself: Differ<PersonRow, unknown> = {
  rule: 'IT-separation',
  from: ({ record }) => record.id,
  sentence: ({ record }) =>
    text(
      `不能变更自己的账号或权限，请由另一名管理员办理 ${record.number}。`,
      `Nobody changes an account or permissions of his own: ask another administrator to handle ${record.number}.`,
    ),
}

/** The product is never left without an administrator. */
export const refuseLastAdministrator = (record: PersonRow, others: number): Refusal | false =>
  record.state === 'active' &&
  record.roles.includes('administrator') &&
  others === 0 &&
  refuse(
    'last-administrator',
    text(
      `${record.name}是唯一在用的管理员。要收回其管理员角色或停用，请先授予另一人管理员角色。`,
      `${record.name} is the only active administrator. To take this away, first grant the role to somebody else.`,
    ),
    { clause: 'IT-separation' },
  )

/** An inspector of the authority only reads, so the role stands alone. */
export const refuseMixedInspector = (roles: readonly RoleId[], fieldName: string): Refusal | false =>
  roles.length > 1 &&
  roles.includes('authority-inspector') &&
  refuse(
    'inspector-alone',
    text(
      '监管检查员账号只读，不能兼任其他角色。请先去掉其他角色，或另建账号。',
      'The account of an inspector only reads and holds no other role: first remove the others, or make another account.',
    ),
    { field: fieldName, clause: 'IT-permission' },
  )

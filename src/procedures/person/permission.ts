import type { Asked, ChildWrite, Differ } from '../../kernel/command.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Text, text } from '../../kernel/text.ts'
import { type RoleId, roles } from '../../vocabulary/role.ts'
import { brokenBy, forbiddenPair, type Segregation } from '../../vocabulary/segregation.ts'
import type { Delegation } from './deputy.ts'
import { type PermissionChange, type PersonRow, roleTitles } from './person.ts'

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
export const refuseMixedInspector = (held: readonly RoleId[], fieldName: string): Refusal | false =>
  held.length > 1 &&
  held.includes('authority-inspector') &&
  refuse(
    'inspector-alone',
    text(
      '监管检查员账号只读，不能兼任其他角色。请先去掉其他角色，或另建账号。',
      'The account of an inspector only reads and holds no other role: first remove the others, or make another account.',
    ),
    { field: fieldName, clause: 'IT-permission' },
  )

const pairOf = ({ one, other }: Segregation): Text =>
  text(
    `“${roles[one].title.zh}”和“${roles[other].title.zh}”`,
    `"${roles[one].title.en}" and "${roles[other].title.en}"`,
  )

/** SG03: whoever sells or stores goods is never given the role that releases them, and the other way round. */
export function refuseForbiddenPair(
  name: string,
  held: readonly RoleId[],
  added: readonly RoleId[],
  fieldName?: string,
): Refusal | false {
  const broken = forbiddenPair(held, added)
  if (!broken) return false
  const pair = pairOf(broken)
  return refuse(
    'segregation',
    text(
      `${name}不能同时担任${pair.zh}（${broken.why.zh}）。请授予另一人，或先收回其中一个角色。`,
      `${name} cannot hold ${pair.en} at once (${broken.why.en}): give the role to somebody else, or first revoke the other one.`,
    ),
    {
      kind: 'forbidden',
      clause: 'IT-separation',
      detail: { rule: broken.rule },
      ...(fieldName !== undefined && { field: fieldName }),
    },
  )
}

/** A new role does not meet what the person holds for others now or later on the other side of a control. */
export function refuseWhileDeputy(
  name: string,
  standsIn: readonly Delegation[],
  added: readonly RoleId[],
  fieldName: string,
): Refusal | false {
  for (const row of standsIn) {
    const broken = brokenBy(row.roles, added)
    if (!broken) continue
    const pair = pairOf(broken)
    return refuse(
      'segregation-deputy',
      text(
        `${name}在 ${row.fromDay} 至 ${row.untilDay} 代行“${roleTitles(row.roles).zh}”，不能同时担任${pair.zh}（${broken.why.zh}）。请先终止该委托，或授予另一人。`,
        `${name} stands in as "${roleTitles(row.roles).en}" from ${row.fromDay} to ${row.untilDay} and cannot hold ${pair.en} at once (${broken.why.en}): first end that delegation, or give the role to somebody else.`,
      ),
      { kind: 'forbidden', field: fieldName, clause: 'IT-deputy', detail: { rule: broken.rule } },
    )
  }
  return false
}

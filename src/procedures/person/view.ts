import { text } from '../../kernel/text.ts'
import type { RecordView } from '../../kernel/view.ts'
import { roles } from '../../vocabulary/role.ts'
import { unreviewed } from './permission.ts'
import { type PermissionChange, type PersonRow, roleTitles } from './person.ts'

const kinds = { granted: text('授予', 'Granted'), revoked: text('收回', 'Revoked') }
const reviews = { agreed: text('同意', 'Agreed'), refused: text('不同意', 'Refused') }
const waiting = text('待审核', 'Waiting')

/** How a person's record presents itself. */
export function personView(
  person: PersonRow,
  facts: { readonly permissions: readonly PermissionChange[] },
): RecordView {
  const open = unreviewed(facts.permissions)
  return {
    title: person.name,
    badges: person.roles.map(role => ({ text: roles[role].title, tone: 'plain' })),
    subtitle: [person.department, person.username],
    sections: [
      {
        title: text('资料', 'Details'),
        facts: [
          { label: text('姓名', 'Full name'), shown: { kind: 'line', value: person.name }, field: 'name' },
          {
            label: text('英文姓名', 'Name in English'),
            shown: { kind: 'line', value: person.nameEn },
            field: 'nameEn',
          },
          { label: text('用户名', 'User name'), shown: { kind: 'code', value: person.username } },
          { label: text('部门', 'Department'), shown: { kind: 'line', value: person.department }, field: 'department' },
          { label: text('电话', 'Telephone'), shown: { kind: 'line', value: person.phone }, field: 'phone' },
          { label: text('电子邮箱', 'E-mail'), shown: { kind: 'line', value: person.email }, field: 'email' },
          {
            label: text('角色', 'Roles'),
            shown: { kind: 'text', value: person.roles.length > 0 ? roleTitles(person.roles) : null },
            wide: true,
          },
        ],
      },
      {
        title: text('权限变更与审核', 'Permissions and their review'),
        columns: [
          { key: 'at', title: text('时间', 'Time') },
          { key: 'kind', title: text('变更', 'Change') },
          { key: 'role', title: text('角色', 'Role') },
          { key: 'reason', title: text('原因', 'Reason') },
          { key: 'by', title: text('办理人', 'By') },
          { key: 'review', title: text('审核', 'Review') },
          { key: 'reviewer', title: text('审核人', 'Reviewed by') },
          { key: 'note', title: text('审核说明', 'Note') },
        ],
        rows: facts.permissions.map(row => ({
          at: { kind: 'instant', value: row.at },
          kind: { kind: 'text', value: kinds[row.kind] },
          role: { kind: 'text', value: roles[row.role].title },
          reason: { kind: 'line', value: row.reason },
          by: { kind: 'line', value: row.byName },
          review: {
            kind: 'tag',
            value: row.review ? reviews[row.review] : waiting,
            tone: row.review === null ? 'warn' : row.review === 'agreed' ? 'ok' : 'late',
          },
          reviewer: { kind: 'line', value: row.reviewedByName },
          note: { kind: 'line', value: row.reviewNote },
        })),
        empty: text('尚未授予角色', 'No role was ever granted'),
      },
    ],
    notices:
      open.length > 0
        ? [
            {
              text: text(
                `有 ${open.length} 项权限变更待质量管理部审核`,
                `${open.length} change(s) of permissions wait for quality management`,
              ),
              tone: 'warn',
            },
          ]
        : [],
  }
}

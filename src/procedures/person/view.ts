import { type Text, text } from '../../kernel/text.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import type { RecordView, Section, Shown } from '../../kernel/view.ts'
import { absenceKinds } from '../../vocabulary/absence.ts'
import { roles } from '../../vocabulary/role.ts'
import { type Absence, awayFrom, type Delegation } from './deputy.ts'
import { unreviewed } from './permission.ts'
import { type PermissionChange, type PersonRow, roleTitles } from './person.ts'
import type { StandsIn } from './queries.ts'

const kinds = { granted: text('授予', 'Granted'), revoked: text('收回', 'Revoked') }
const reviews = { agreed: text('同意', 'Agreed'), refused: text('不同意', 'Refused') }
const waiting = text('待审核', 'Waiting')

/** How a person's record presents itself. */
export function personView(
  person: PersonRow,
  facts: {
    readonly permissions: readonly PermissionChange[]
    readonly delegations: readonly Delegation[]
    readonly standsIn: readonly StandsIn[]
    readonly absences: readonly Absence[]
  },
  { now, zone }: { readonly now: Instant; readonly zone: string },
): RecordView {
  const today = dayOf(now, zone)
  const away = awayFrom(facts.absences, today).findLast(row => row.fromDay <= today)
  const open = unreviewed(facts.permissions)
  return {
    title: person.name,
    badges: [
      ...person.roles.map(role => ({ text: roles[role].title, tone: 'plain' as const })),
      ...(away
        ? [
            {
              text: text(
                `${absenceKinds[away.kind].zh}至 ${away.untilDay}`,
                `${absenceKinds[away.kind].en} until ${away.untilDay}`,
              ),
              tone: 'warn' as const,
            },
          ]
        : []),
    ],
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
      ...deputySections(facts, today),
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

/** Whether a delegation is to come, holds, has run out, or was ended. */
const standingOf = (row: Delegation, today: string): Shown => {
  if (row.endedAt !== null) return { kind: 'tag', value: text('已终止', 'Ended'), tone: 'plain' }
  if (row.untilDay < today) return { kind: 'tag', value: text('已到期', 'Over'), tone: 'plain' }
  if (row.fromDay > today) return { kind: 'tag', value: text('未开始', 'To come'), tone: 'plain' }
  return { kind: 'tag', value: text('生效中', 'In force'), tone: 'ok' }
}

/** Who stands in for the person, for whom the person stands in, and absences; only what there is. */
function deputySections(
  facts: {
    readonly delegations: readonly Delegation[]
    readonly standsIn: readonly StandsIn[]
    readonly absences: readonly Absence[]
  },
  today: string,
): Section[] {
  const table = (title: Text, who: Text, rows: readonly (Delegation & { readonly ofName?: string })[]): Section => ({
    title,
    columns: [
      { key: 'who', title: who },
      { key: 'roles', title: text('角色', 'Roles') },
      { key: 'days', title: text('期限', 'Days') },
      { key: 'state', title: text('状态', 'State') },
      { key: 'reason', title: text('原因', 'Reason') },
      { key: 'by', title: text('办理人', 'By') },
    ],
    rows: rows.map(row => ({
      who: { kind: 'line', value: row.ofName ?? row.toName },
      roles: { kind: 'text', value: roleTitles(row.roles) },
      days: { kind: 'text', value: text(`${row.fromDay} 至 ${row.untilDay}`, `${row.fromDay} to ${row.untilDay}`) },
      state: standingOf(row, today),
      reason: { kind: 'line', value: row.endReason ? `${row.reason}；${row.endReason}` : row.reason },
      by: { kind: 'line', value: row.byName },
    })),
    empty: text('无', 'None'),
  })
  return [
    ...(facts.delegations.length > 0
      ? [table(text('委托出去的角色', 'Roles delegated'), text('代理人', 'Deputy'), facts.delegations)]
      : []),
    ...(facts.standsIn.length > 0
      ? [table(text('代行的角色', 'Roles held for others'), text('代谁', 'For'), facts.standsIn)]
      : []),
    ...(facts.absences.length > 0
      ? [
          {
            title: text('不在岗', 'Absences'),
            columns: [
              { key: 'kind', title: text('事由', 'Why') },
              { key: 'days', title: text('期限', 'Days') },
              { key: 'note', title: text('说明', 'Note') },
              { key: 'ended', title: text('提前返岗', 'Back early') },
            ],
            rows: facts.absences.map(
              (row): Readonly<Record<string, Shown>> => ({
                kind: { kind: 'text', value: absenceKinds[row.kind] },
                days: {
                  kind: 'text',
                  value: text(`${row.fromDay} 至 ${row.untilDay}`, `${row.fromDay} to ${row.untilDay}`),
                },
                note: { kind: 'line', value: row.note },
                ended: { kind: 'instant', value: row.endedAt },
              }),
            ),
            empty: text('无', 'None'),
          },
        ]
      : []),
  ]
}

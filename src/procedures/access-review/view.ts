import { joinText, type Text, text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import type { RecordView, Tone, ViewContext } from '../../kernel/view.ts'
import { roles } from '../../vocabulary/role.ts'
import { type AccessReviewLine, type AccessReviewRow, decisions, states } from './access-review.ts'
import { periodTitle } from './half-year.ts'

const TONES: Readonly<Record<keyof typeof decisions, Tone>> = { keep: 'ok', revoke: 'warn', deactivate: 'late' }
const waiting = text('未核对', 'Undecided')

/** Shows a review: each account with what was decided. */
export function accessReviewView(
  record: AccessReviewRow,
  { lines }: { readonly lines: readonly AccessReviewLine[] },
  { zone }: Pick<ViewContext, 'zone'>,
): RecordView {
  const state = states[record.state]
  const left = lines.filter(line => record.state === 'closed' && line.decision !== 'keep' && line.carriedOutAt === null)
  return {
    title: periodTitle(record.period),
    badges: [{ text: state.title, tone: state.tone }],
    subtitle: [
      text(
        `${record.accountCount} 个账号，未核对 ${record.undecided} 个，变更 ${record.changeCount} 项`,
        `${record.accountCount} accounts, ${record.undecided} undecided, ${record.changeCount} changes`,
      ),
      record.openedByName,
    ],
    sections: [
      {
        title: text('账号', 'Accounts'),
        columns: [
          { key: 'name', title: text('姓名', 'Name') },
          { key: 'department', title: text('部门', 'Department') },
          { key: 'roles', title: text('角色', 'Roles') },
          { key: 'signIn', title: text('最近登录', 'Last log-in') },
          { key: 'changed', title: text('最近变更', 'Last change') },
          { key: 'remarks', title: text('提示', 'Remarks') },
          { key: 'decision', title: text('结论', 'Decision') },
          // nobody has said why, nobody has decided: no columns that are empty from top to bottom
          ...(lines.some(line => line.reason) ? [{ key: 'reason', title: text('理由', 'Reason') }] : []),
          ...(lines.some(line => line.decidedByName) ? [{ key: 'by', title: text('核对人', 'By') }] : []),
        ],
        rows: lines.map(line => ({
          name: { kind: 'line', value: line.personName },
          department: { kind: 'line', value: line.department },
          roles: { kind: 'text', value: titles(line.roles.map(role => roles[role].title)) },
          signIn: { kind: 'day', value: line.lastSignIn && dayOf(line.lastSignIn, zone) },
          changed: { kind: 'day', value: line.lastChange && dayOf(line.lastChange, zone) },
          remarks: { kind: 'text', value: titles(line.remarks) },
          decision: line.decision
            ? {
                kind: 'tag',
                value: line.decision === 'revoke' ? revoked(line) : decisions[line.decision],
                tone: TONES[line.decision],
              }
            : { kind: 'tag', value: waiting, tone: 'plain' },
          reason: { kind: 'line', value: line.reason },
          by: { kind: 'line', value: line.decidedByName },
        })),
        empty: text('无', 'None'),
      },
    ],
    ...(left.length > 0 && {
      notices: [
        {
          text: text(
            `${left.map(line => line.personName).join('、')}是签字人本人，其变更请由另一名管理员在人员记录中办理`,
            `${left.map(line => line.personName).join(', ')} signed: another administrator carries that change out`,
          ),
          tone: 'warn' as const,
        },
      ],
    }),
  }
}

const titles = (list: readonly Text[]): Text | null => (list.length > 0 ? joinText(list) : null)
const revoked = (line: AccessReviewLine): Text => {
  const { zh, en } = joinText(line.revoked.map(role => roles[role].title))
  return text(`收回：${zh}`, `Revoke: ${en}`)
}

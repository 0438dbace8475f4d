import { joinText, text } from '../../kernel/text.ts'
import type { Instant, Zone } from '../../kernel/time.ts'
import type { RecordView, Shown, Tone } from '../../kernel/view.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import type { DutyRow, TurnRow } from './duty.ts'
import { type Standing, standingOf } from './shown-turns.ts'
import { turnLabel } from './turn-label.ts'

/** How each standing of a turn is called and coloured. */
export const standings: Readonly<Record<Standing, { readonly title: ReturnType<typeof text>; readonly tone: Tone }>> = {
  planned: { title: text('未到', 'To come'), tone: 'plain' },
  open: { title: text('待完成', 'Open'), tone: 'info' },
  done: { title: text('已完成', 'Done'), tone: 'ok' },
  late: { title: text('逾期完成', 'Done late'), tone: 'warn' },
  missed: { title: text('漏做', 'Missed'), tone: 'late' },
}

/** As many turns that wait are shown; the calendar has all. */
const OWED = 14

const columns = [
  { key: 'turn', title: text('时段', 'Turn') },
  { key: 'state', title: text('状态', 'State') },
  { key: 'who', title: text('由谁', 'Who') },
  { key: 'done', title: text('完成时间', 'Done at') },
  { key: 'by', title: text('记录', 'Record') },
  { key: 'said', title: text('说明', 'Remark') },
]

const line = (value: string | null): Shown => ({ kind: 'line', value })

const turnLine = (turn: TurnRow, now: Instant, zone: Zone): Readonly<Record<string, Shown>> => {
  const { title, tone } = standings[standingOf(turn, now)]
  const who = turn.doneByName ?? turn.assigneeName
  return {
    turn: { kind: 'text', value: turnLabel(turn, zone) },
    state:
      turn.state === 'dropped'
        ? { kind: 'tag', value: text('不再要求', 'Dropped'), tone: 'plain' }
        : { kind: 'tag', value: title, tone },
    who: {
      kind: 'text',
      value:
        who && turn.standsInFor && !turn.doneByName
          ? text(`${who}（代${turn.standsInFor}）`, `${who} (for ${turn.standsInFor})`)
          : who
            ? text(who, who)
            : null,
    },
    done: { kind: 'instant', value: turn.doneAt },
    by: { kind: 'code', value: turn.doneNumber },
    said: turn.dropReason ? { kind: 'text', value: turn.dropReason } : line(turn.reason ?? turn.note),
  }
}

/** How recurring work at one place presents itself: who does it, what is owed, what was done and missed. */
export const dutyView = (
  record: DutyRow,
  { owed, settled }: { readonly owed: readonly TurnRow[]; readonly settled: readonly TurnRow[] },
  { now, zone }: { readonly now: Instant; readonly zone: Zone },
): RecordView => {
  const missed = owed.filter(turn => turn.dueAt < now)
  const rotation = record.rotation
  return {
    title: record.title,
    badges: [],
    subtitle: [...(record.place ? [record.placeTitle] : []), roleTitle(record.role), record.clause],
    sections: [
      {
        title: text('安排', 'Arrangement'),
        facts: [
          { label: text('工作', 'Duty'), shown: { kind: 'text', value: record.title } },
          { label: text('对象', 'Place'), shown: { kind: 'text', value: record.placeTitle } },
          { label: text('条款', 'Clause'), shown: { kind: 'code', value: record.clause } },
          {
            label: text('责任岗位', 'Role'),
            shown: { kind: 'text', value: joinText([record.role, ...record.standIns].map(roleTitle)) },
          },
          { label: text('逾期上报', 'Escalates to'), shown: { kind: 'text', value: roleTitle(record.escalatesTo) } },
          { label: text('指定人员', 'Assigned to'), shown: line(record.assigneeName) },
          {
            label: text('轮值', 'Rotation'),
            shown: {
              kind: 'text',
              value: rotation
                ? text(
                    `${rotation.people.map(item => item.name).join(' → ')}（每${rotation.per === 'day' ? '日' : '周'}，自 ${rotation.from}）`,
                    `${rotation.people.map(item => item.name).join(' → ')} (every ${rotation.per} from ${rotation.from})`,
                  )
                : null,
            },
          },
          {
            label: text('替班', 'Substitutes'),
            shown: line(record.substitutes.map(item => item.name).join('、') || null),
          },
          { label: text('排定至', 'Planned until'), shown: { kind: 'day', value: record.plannedUntil } },
        ],
      },
      {
        title: text('待完成', 'Owed'),
        columns,
        rows: owed.slice(0, OWED).map(turn => turnLine(turn, now, zone)),
        empty: text('没有待完成的工作', 'Nothing is owed'),
      },
      {
        title: text('以往', 'Past turns'),
        columns,
        rows: settled.map(turn => turnLine(turn, now, zone)),
        empty: text('还没有完成过', 'None so far'),
      },
    ],
    notices: [
      ...(missed.length > 0
        ? [
            {
              text: text(`${missed.length} 次漏做待说明原因`, `${missed.length} missed turns wait for a reason`),
              tone: 'late' as const,
            },
          ]
        : []),
      ...(record.suspendReason
        ? [
            {
              text: text(
                `${record.state === 'suspended' ? '停做' : '申请停做'}：${record.suspendReason}${record.suspendUntil ? `，预计 ${record.suspendUntil} 恢复` : ''}`,
                `${record.state === 'suspended' ? 'Suspended' : 'Suspension asked'}: ${record.suspendReason}${record.suspendUntil ? `, until about ${record.suspendUntil}` : ''}`,
              ),
              tone: 'warn' as const,
            },
          ]
        : []),
    ],
  }
}

import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import type { RecordView, Shown } from '../../kernel/view.ts'
import { givenFacts } from '../../vocabulary/given-fact.ts'
import { type FindingRow, type InspectionRow, type RequestRow, severities, states } from './inspection.ts'
import type { Opened } from './queries.ts'
import { scopeText } from './scope.ts'

/** What the page of an inspection reads besides its row. */
export const viewFacts = ['requests', 'findings', 'opened'] as const

const line = (value: string | null): Shown => ({ kind: 'line', value })
const instant = (value: string | null): Shown => ({ kind: 'instant', value })
const done = (at: string | null): Shown => ({
  kind: 'tag',
  value: at ? text('已完成', 'Done') : text('未完成', 'Open'),
  tone: at ? 'ok' : 'warn',
})

/** Shows an inspection: what may be seen, what was asked and found, what was opened. */
export const inspectionView = (
  record: InspectionRow,
  facts: {
    readonly requests: readonly RequestRow[]
    readonly findings: readonly FindingRow[]
    /** Null for whoever does not see it. */
    readonly opened: readonly Opened[] | null
  },
  { now }: { readonly now: Instant },
): RecordView => {
  const running = record.state === 'open' && record.validFrom <= now && record.validUntil > now
  return {
    title: record.authority,
    badges: [{ text: states[record.state].title, tone: states[record.state].tone }],
    subtitle: [record.inspectorNames, text(`${record.openedByName} 开通`, `opened by ${record.openedByName}`)],
    ...(record.state === 'open' && {
      notices: [
        running
          ? {
              text: text(
                '检查员现在可以查看；其打开的内容随时记入日志。',
                'The inspector can look now; what is opened is written into the trail as it happens.',
              ),
              tone: 'info' as const,
            }
          : {
              text: text(
                '现在不在有效期内，检查员看不到任何记录。',
                'Outside its time: the inspector sees nothing now.',
              ),
              tone: 'warn' as const,
            },
      ],
    }),
    sections: [
      {
        title: text('检查', 'Inspection'),
        facts: [
          { label: text('检查目的', 'Purpose'), shown: { kind: 'paragraph', value: record.purpose }, wide: true },
          { label: text('通知书编号', 'Notice'), shown: line(record.noticeNo) },
          {
            label: text('检查员及证号', 'Inspectors and cards'),
            shown: line(record.inspectors.map(({ name, certificate }) => `${name}（${certificate}）`).join('、')),
            wide: true,
          },
        ],
      },
      {
        title: text('可查看', 'What may be seen'),
        facts: givenFacts([
          { label: text('范围', 'Scope'), shown: { kind: 'text', value: scopeText(record) }, wide: true },
          { label: text('账号', 'Account'), shown: line(record.accountName) },
          { label: text('有效自', 'Valid from'), shown: instant(record.validFrom) },
          { label: text('有效至', 'Valid until'), shown: instant(record.validUntil) },
          { label: text('结束时间', 'Ended'), shown: instant(record.endedAt) },
          { label: text('结束人', 'Ended by'), shown: line(record.endedByName) },
          {
            label: text('结束说明', 'Remark at the end'),
            shown: { kind: 'paragraph', value: record.endReason },
            wide: true,
          },
          { label: text('检查结论', 'Conclusion'), shown: { kind: 'paragraph', value: record.conclusion }, wide: true },
        ]),
      },
      {
        title: text('检查员的要求', 'Requests'),
        columns: [
          { key: 'place', title: text('序号', 'No.') },
          { key: 'asked', title: text('要求', 'Asked') },
          { key: 'answerer', title: text('答复人', 'Who answers') },
          { key: 'dueOn', title: text('期限', 'By') },
          { key: 'state', title: text('状态', 'State') },
          { key: 'answer', title: text('答复', 'Answer') },
        ],
        rows: facts.requests.map(row => ({
          place: { kind: 'number', value: row.place },
          asked: { kind: 'paragraph', value: row.asked },
          answerer: line(row.answererName),
          dueOn: { kind: 'day', value: row.dueOn },
          state: done(row.answeredAt),
          answer: { kind: 'paragraph', value: row.answer },
        })),
        empty: text('检查员未提出要求', 'Nothing was asked for'),
      },
      {
        title: text('缺陷', 'Findings'),
        columns: [
          { key: 'place', title: text('序号', 'No.') },
          { key: 'severity', title: text('严重程度', 'Severity') },
          { key: 'clause', title: text('条款', 'Clause') },
          { key: 'finding', title: text('缺陷', 'Finding') },
          { key: 'dueOn', title: text('整改期限', 'By') },
          { key: 'matter', title: text('整改记录', 'Put right in') },
          { key: 'state', title: text('状态', 'State') },
          { key: 'answer', title: text('整改结果', 'What was done') },
        ],
        rows: facts.findings.map(row => ({
          place: { kind: 'number', value: row.place },
          severity: { kind: 'text', value: severities[row.severity] },
          clause: line(row.clause),
          finding: { kind: 'paragraph', value: row.finding },
          dueOn: { kind: 'day', value: row.dueOn },
          matter: { kind: 'code', value: row.matter },
          state: done(row.answeredAt),
          answer: { kind: 'paragraph', value: row.answer },
        })),
        empty: text('未登记缺陷', 'No findings'),
      },
      ...openedSection(facts.opened),
    ],
  }
}

const openedSection = (opened: readonly Opened[] | null): RecordView['sections'] =>
  opened === null
    ? []
    : [
        {
          title: text('检查员打开的内容', 'What the inspector opened'),
          columns: [
            { key: 'at', title: text('时间', 'When') },
            { key: 'told', title: text('内容', 'What') },
            { key: 'outcome', title: text('结果', 'Outcome') },
          ],
          rows: opened.map(row => ({
            at: instant(row.at),
            told: { kind: 'text', value: row.told },
            outcome: {
              kind: 'tag',
              value: row.outcome === 'accepted' ? text('已查看', 'Seen') : text('已拒绝', 'Refused'),
              tone: row.outcome === 'accepted' ? 'plain' : 'warn',
            },
          })),
          empty: text('检查员还没有打开任何内容', 'Nothing was opened yet'),
        },
      ]

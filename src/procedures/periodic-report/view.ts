import { type Text, text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import type { Fact, RecordView, Section, Shown } from '../../kernel/view.ts'
import { reportSections } from '../../vocabulary/report-section.ts'
import { roleTitle } from '../../vocabulary/role.ts'
import { type PeriodicReportRow, type ReportComment, type ReportReceipt, states } from './periodic-report.ts'

/** Facts that the page shows. */
export const viewFacts = ['comments', 'receipts'] as const

const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]
const line = (value: string | null): Shown => ({ kind: 'line', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const day = (value: string | null): Shown => ({ kind: 'day', value })
const code = (value: string | null): Shown => ({ kind: 'code', value })

/** Shows a regular report on its page; figures, charts and tables stand in a panel of their own above. */
export function periodicReportView(
  record: PeriodicReportRow,
  { comments, receipts }: { readonly comments: readonly ReportComment[]; readonly receipts: readonly ReportReceipt[] },
  { now, zone }: { now: string; zone: string },
): RecordView {
  const state = states[record.state]
  const isFiled = record.filedAt !== null
  const isLate = !isFiled && record.state !== 'withdrawn' && dayOf(now, zone) > record.dueOn
  return {
    title: record.title,
    badges: [
      ...(isLate ? [{ text: text('逾期', 'Late'), tone: 'late' as const }] : []),
      { text: state.title, tone: state.tone },
    ],
    subtitle: [
      text(`${record.firstDay} 至 ${record.lastDay}`, `${record.firstDay} to ${record.lastDay}`),
      text(`应于 ${record.dueOn} 前完成`, `due on ${record.dueOn}`),
      ...(record.supersedesNumber
        ? [text(`替代 ${record.supersedesNumber}`, `in place of ${record.supersedesNumber}`)]
        : []),
    ],
    sections: [
      {
        title: text('各部分意见', 'Comments'),
        columns: [
          { key: 'section', title: text('部分', 'Part') },
          { key: 'what', title: text('情况', 'What happened') },
          { key: 'causes', title: text('原因', 'Causes') },
          { key: 'measures', title: text('措施', 'Measures') },
          { key: 'owner', title: text('责任人', 'Responsible') },
          { key: 'dueOn', title: text('完成日期', 'Due on') },
          { key: 'by', title: text('填写人', 'Written by') },
        ],
        rows: comments.map(item => ({
          section: { kind: 'text', value: reportSections[item.section] },
          what: { kind: 'paragraph', value: item.what },
          causes: { kind: 'paragraph', value: item.causes },
          measures: { kind: 'paragraph', value: item.measures },
          owner: line(item.ownerName),
          dueOn: day(item.dueOn),
          by: line(item.byName),
        })),
        empty: text('尚未填写意见', 'No comments yet'),
      },
      ...(isFiled && record.readers.length > 0 ? [receiptsOf(record, receipts)] : []),
      {
        title: text('编制与归档', 'Drawing and filing'),
        facts: [
          ...fact(text('数据时点', 'Data as of'), at(record.drawnAt)),
          ...fact(text('取数人', 'Drawn by'), line(record.drawnByName)),
          ...fact(text('数据指纹', 'Hash of the data'), code(record.contentHash), { wide: true }),
          ...fact(
            text('重新编制理由', 'Why it is issued anew'),
            { kind: 'paragraph', value: record.reason },
            { wide: true },
          ),
          ...fact(text('编制人', 'Author'), line(record.submittedByName)),
          ...fact(text('提交时间', 'Submitted'), at(record.submittedAt)),
          ...fact(text('签齐时间', 'Signed'), at(record.signedAt)),
          ...fact(text('归档时间', 'Filed'), at(record.filedAt)),
          ...fact(text('PDF 指纹', 'Hash of the PDF'), code(record.pdfSha256), { wide: true }),
          ...fact(text('XLSX 指纹', 'Hash of the XLSX'), code(record.xlsxSha256), { wide: true }),
          ...fact(text('报送日期', 'Handed in on'), day(record.handedInOn)),
          ...fact(text('受理机关', 'Authority'), line(record.handedInTo)),
          ...fact(text('回执', 'Receipt'), { kind: 'paragraph', value: record.handedInNote }),
          ...fact(text('被替代', 'Superseded by'), code(record.supersededByNumber)),
          ...fact(
            text('撤销原因', 'Why it was withdrawn'),
            { kind: 'paragraph', value: record.endReason },
            { wide: true },
          ),
        ],
      },
    ],
    notices: [
      ...(record.returnedNote && record.state === 'commented'
        ? [
            {
              text: text(`审阅人退回：${record.returnedNote}`, `Returned by a reviewer: ${record.returnedNote}`),
              tone: 'warn' as const,
            },
          ]
        : []),
      ...(record.state === 'superseded'
        ? [
            {
              text: text(
                `本报表已被 ${record.supersededByNumber} 替代，仅供查阅。`,
                `${record.supersededByNumber} took the place of this report; it is kept for reference.`,
              ),
              tone: 'warn' as const,
            },
          ]
        : []),
    ],
  }
}

/** For whom the report is meant, and who of them has read it. */
const receiptsOf = (record: PeriodicReportRow, receipts: readonly ReportReceipt[]): Section => ({
  title: text('送阅', 'Readers'),
  columns: [
    { key: 'role', title: text('收阅人', 'For') },
    { key: 'state', title: text('状态', 'State') },
    { key: 'by', title: text('姓名', 'Name') },
    { key: 'at', title: text('时间', 'When') },
    { key: 'note', title: text('意见', 'Remark') },
  ],
  rows: record.readers.map(role => {
    const receipt = receipts.find(item => item.roles.includes(role))
    return {
      role: { kind: 'text', value: roleTitle(role) },
      state: receipt
        ? { kind: 'tag', value: text('已阅', 'Read'), tone: 'ok' }
        : { kind: 'tag', value: text('待阅', 'Not yet'), tone: 'plain' },
      by: line(receipt?.byName ?? null),
      at: at(receipt?.at ?? null),
      note: { kind: 'paragraph', value: receipt?.note ?? null },
    }
  }),
  empty: text('不送阅', 'No readers'),
})

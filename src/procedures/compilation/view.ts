import type { FactsOf } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import type { RecordView, Shown } from '../../kernel/view.ts'
import { givenFacts } from '../../vocabulary/given-fact.ts'
import { custodians } from '../../vocabulary/retention.ts'
import { type CompilationRow, states } from './compilation.ts'
import type { CompilationQueries } from './queries.ts'

/** Facts that the page shows. */
export const viewFacts = ['changed'] as const

/** Rows that the page shows; the export has all. */
const MOST = 300

const line = (value: string | null): Shown => ({ kind: 'line', value })
const number = (value: number): Shown => ({ kind: 'number', value })

/** Shows a compilation on its page. */
export function compilationView(
  record: CompilationRow,
  { changed }: Pick<FactsOf<CompilationQueries>, (typeof viewFacts)[number]>,
): RecordView {
  const moved = new Map(changed.map(item => [item.number, item.entries]))
  const names = changed.slice(0, 8).map(item => item.number)
  return {
    title: text(record.title, `${custodians[record.department].en} ${record.month}`),
    badges: [{ text: states[record.state].title, tone: states[record.state].tone }],
    subtitle: [text(`${record.compiledByName} 汇编`, `compiled by ${record.compiledByName}`)],
    sections: [
      {
        title: text('汇编', 'Compilation'),
        facts: givenFacts([
          { label: text('月份', 'Month'), shown: { kind: 'code', value: record.month } },
          { label: text('记录数', 'Records'), shown: number(record.count) },
          { label: text('已办结', 'Settled'), shown: number(record.closedCount) },
          { label: text('作废', 'Voided'), shown: number(record.voidedCount) },
          { label: text('附件数', 'Attachments'), shown: number(record.attachmentCount) },
          {
            label: text('缺号', 'Missing numbers'),
            shown:
              record.missing.length > 0 ? line(record.missing.join('、')) : { kind: 'text', value: text('无', 'none') },
          },
          { label: text('说明', 'Note'), shown: { kind: 'paragraph', value: record.note }, wide: true },
          { label: text('审核人', 'Reviewed by'), shown: line(record.reviewedByName) },
          { label: text('审核时间', 'Reviewed at'), shown: { kind: 'instant', value: record.reviewedAt } },
          {
            label: text('作废原因', 'Why it was voided'),
            shown: { kind: 'paragraph', value: record.endReason },
            wide: true,
          },
        ]),
      },
      {
        title: text('目录', 'Index'),
        columns: [
          { key: 'number', title: text('编号', 'No.') },
          { key: 'noun', title: text('类别', 'Kind') },
          { key: 'state', title: text('状态', 'State') },
          { key: 'madeOn', title: text('建立', 'Made') },
          { key: 'closedOn', title: text('办结', 'Settled') },
          { key: 'forms', title: text('表单', 'Forms') },
          { key: 'attachments', title: text('附件', 'Files') },
          { key: 'hash', title: text('日志摘要', 'Hash') },
          { key: 'since', title: text('汇编后', 'Since') },
        ],
        rows: record.lines.slice(0, MOST).map(item => ({
          number: { kind: 'code', value: item.number },
          noun: { kind: 'text', value: item.noun },
          state: { kind: 'tag', value: item.state, tone: item.voided ? 'warn' : 'plain' },
          madeOn: { kind: 'day', value: item.madeOn },
          closedOn: { kind: 'day', value: item.closedOn },
          forms: number(item.forms.length),
          attachments: number(item.attachments),
          hash: { kind: 'code', value: item.hash.slice(0, 12) },
          since: {
            kind: 'tag',
            value: moved.has(item.number)
              ? text(`变更 +${moved.get(item.number)}`, `changed +${moved.get(item.number)}`)
              : null,
            tone: 'warn',
          },
        })),
        empty: text('当月没有记录', 'No records in the month'),
      },
    ],
    notices: [
      ...(names.length > 0
        ? [
            {
              text: text(
                `汇编后有 ${changed.length} 条记录变更：${names.join('、')}${changed.length > names.length ? ' 等' : ''}。变更见各记录的经过。`,
                `${changed.length} records changed after the compilation: ${names.join(', ')}${changed.length > names.length ? ' …' : ''}. Each record's timeline shows what.`,
              ),
              tone: 'warn' as const,
            },
          ]
        : []),
      ...(record.lines.length > MOST
        ? [
            {
              text: text(
                `目录显示前 ${MOST} 条，打印的目录含全部。`,
                `The index shows the first ${MOST}; the printed one holds all.`,
              ),
              tone: 'info' as const,
            },
          ]
        : []),
    ],
  }
}

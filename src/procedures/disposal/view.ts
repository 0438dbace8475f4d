import { text } from '../../kernel/text.ts'
import type { RecordView, Shown } from '../../kernel/view.ts'
import { givenFacts } from '../../vocabulary/given-fact.ts'
import { custodians } from '../../vocabulary/retention.ts'
import { type DisposalRow, outcomes, states } from './disposal.ts'

const line = (value: string | null): Shown => ({ kind: 'line', value })

/** Shows a disposal list on its page. */
export const disposalView = (record: DisposalRow): RecordView => ({
  title: record.state === 'reviewed' ? text(record.title, 'Look through what has ended') : record.title,
  badges: [{ text: states[record.state].title, tone: states[record.state].tone }],
  subtitle: [
    custodians[record.department],
    record.state === 'reviewed'
      ? text(`${record.listedByName} 检查`, `by ${record.listedByName}`)
      : text(`${record.listedByName} 列单`, `listed by ${record.listedByName}`),
  ],
  sections: [
    {
      title: text('清单', 'List'),
      facts: givenFacts([
        { label: text('记录数', 'Records'), shown: { kind: 'number', value: record.count } },
        { label: text('最早到期日', 'First ended on'), shown: { kind: 'day', value: record.endedFrom } },
        { label: text('最晚到期日', 'Last ended on'), shown: { kind: 'day', value: record.endedTo } },
        { label: text('到期但留存', 'Ended but kept'), shown: { kind: 'number', value: record.keptCount } },
        { label: text('办理中的清单', 'Lists under way'), shown: line(record.openLists) },
        { label: text('说明', 'Note'), shown: line(record.note) },
        { label: text('归档介质', 'Archive medium'), shown: { kind: 'code', value: record.archiveNumber } },
        { label: text('处置数', 'Disposed of'), shown: { kind: 'number', value: record.disposedCount } },
        { label: text('执行人', 'Carried out by'), shown: line(record.carriedOutByName) },
        { label: text('执行时间', 'Carried out at'), shown: { kind: 'instant', value: record.carriedOutAt } },
        { label: text('监督人', 'Witness'), shown: line(record.witnessName) },
        { label: text('处置说明', 'How it was done'), shown: { kind: 'paragraph', value: record.method }, wide: true },
        {
          label: text('未处置的理由', 'Why it was not done'),
          shown: { kind: 'paragraph', value: record.endReason },
          wide: true,
        },
      ]),
    },
    {
      title: text('记录', 'Records'),
      columns: [
        { key: 'number', title: text('编号', 'No.') },
        { key: 'noun', title: text('类别', 'Kind') },
        { key: 'closedOn', title: text('办结日', 'Settled on') },
        { key: 'until', title: text('保存至', 'Kept until') },
        { key: 'because', title: text('依据', 'Because') },
        { key: 'outcome', title: text('结果', 'Outcome') },
        { key: 'why', title: text('留存原因', 'Why kept') },
      ],
      rows: record.lines.map(item => ({
        number: { kind: 'code', value: item.number },
        noun: { kind: 'text', value: item.noun },
        closedOn: { kind: 'day', value: item.closedOn },
        until: { kind: 'day', value: item.until },
        because: { kind: 'text', value: item.because },
        outcome: {
          kind: 'tag',
          value: item.outcome && outcomes[item.outcome],
          tone: item.outcome === 'kept' ? 'warn' : 'plain',
        },
        why: { kind: 'text', value: item.why },
      })),
      empty: text('没有列入处置的记录', 'No records are listed'),
    },
  ],
})

import { text } from '../../kernel/text.ts'
import type { RecordView, Shown } from '../../kernel/view.ts'
import { givenFacts } from '../../vocabulary/given-fact.ts'
import { type ArchiveRow, kinds, mediumTypes, states } from './archive.ts'

const line = (value: string | null): Shown => ({ kind: 'line', value })
const day = (value: string | null): Shown => ({ kind: 'day', value })

/** Shows a medium on its page. */
export const archiveView = (record: ArchiveRow): RecordView => ({
  title: record.title,
  badges: [{ text: states[record.state].title, tone: states[record.state].tone }],
  subtitle: [kinds[record.kind], mediumTypes[record.medium], record.place],
  sections: [
    {
      title: text('介质', 'Medium'),
      facts: givenFacts([
        { label: text('介质标签', 'Label'), shown: { kind: 'code', value: record.label } },
        { label: text('存放地点', 'Place'), shown: line(record.place) },
        { label: text('文件名', 'File'), shown: line(record.fileName) },
        { label: text('制作日期', 'Made on'), shown: day(record.madeOn) },
        { label: text('记录期间（起）', 'Records from'), shown: day(record.periodFrom) },
        { label: text('记录期间（止）', 'Records to'), shown: day(record.periodTo) },
        { label: text('登记人', 'Registered by'), shown: line(record.registeredByName) },
        { label: text('SHA-256', 'SHA-256'), shown: { kind: 'code', value: record.sha256 }, wide: true },
        { label: text('内容说明', 'Content'), shown: { kind: 'paragraph', value: record.content }, wide: true },
        {
          label: text('停用原因', 'Why it was retired'),
          shown: { kind: 'paragraph', value: record.retireReason },
          wide: true,
        },
      ]),
    },
    {
      title: text('抽检记录', 'Read-backs'),
      columns: [
        { key: 'at', title: text('时间', 'When') },
        { key: 'by', title: text('抽检人', 'By') },
        { key: 'readable', title: text('结果', 'Result') },
        { key: 'note', title: text('说明', 'Note') },
      ],
      rows: record.readBacks.map(item => ({
        at: { kind: 'instant', value: item.at },
        by: line(item.byName),
        readable: {
          kind: 'tag',
          value: item.readable
            ? text('可读，摘要相符', 'read, hash as registered')
            : text('读取失败', 'could not be read'),
          tone: item.readable ? 'ok' : 'late',
        },
        note: line(item.note),
      })),
      empty: text('尚未抽检', 'Not read back yet'),
    },
  ],
})

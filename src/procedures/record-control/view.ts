import { type Text, text } from '../../kernel/text.ts'
import type { RecordView, Shown, Tone } from '../../kernel/view.ts'
import { custodians } from '../../vocabulary/retention.ts'
import { type RecordControlRow, results, states } from './record-control.ts'

const line = (value: string | null): Shown => ({ kind: 'line', value })
const said = (value: Text | null, tone: Tone): Shown => ({ kind: 'tag', value, tone })

/** Shows a check of records on its page. */
export const recordControlView = (record: RecordControlRow): RecordView => {
  const state = states[record.state]
  return {
    title: record.title,
    badges: [{ text: state.title, tone: state.tone }],
    subtitle: [custodians[record.department], text(`${record.drawnByName} 抽样`, `drawn by ${record.drawnByName}`)],
    sections: [
      {
        title: text('检查', 'Check'),
        facts: [
          { label: text('记录期间（起）', 'Records from'), shown: { kind: 'day', value: record.periodFrom } },
          { label: text('记录期间（止）', 'Records to'), shown: { kind: 'day', value: record.periodTo } },
          { label: text('期间记录数', 'Records in the period'), shown: { kind: 'number', value: record.population } },
          { label: text('抽查', 'Drawn'), shown: { kind: 'number', value: record.samples.length } },
          { label: text('问题数', 'Findings'), shown: { kind: 'number', value: record.findings } },
          { label: text('检查人', 'Checked by'), shown: line(record.checkedByName) },
          { label: text('检查时间', 'Checked at'), shown: { kind: 'instant', value: record.checkedAt } },
          { label: text('检查结论', 'Summary'), shown: { kind: 'paragraph', value: record.summary }, wide: true },
          {
            label: text('整改要求', 'To be put right'),
            shown: { kind: 'paragraph', value: record.actions },
            wide: true,
          },
          { label: text('整改期限', 'Due on'), shown: { kind: 'day', value: record.dueOn } },
          { label: text('整改结果', 'What was done'), shown: { kind: 'paragraph', value: record.outcome }, wide: true },
          { label: text('确认人', 'Confirmed by'), shown: line(record.closedByName) },
        ],
      },
      {
        title: text('样本', 'Sample'),
        columns: [
          { key: 'number', title: text('记录', 'Record') },
          { key: 'procedure', title: text('类别', 'Kind') },
          { key: 'result', title: text('结果', 'Result') },
          { key: 'finding', title: text('问题', 'Finding') },
        ],
        rows: record.samples.map(item => ({
          number: { kind: 'code', value: item.number },
          procedure: { kind: 'text', value: item.procedureTitle },
          result: said(item.result && results[item.result], item.result === 'in-order' ? 'ok' : 'warn'),
          finding: line(item.finding),
        })),
        empty: text('没有样本', 'No sample'),
      },
    ],
  }
}

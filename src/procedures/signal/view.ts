import { type Text, text } from '../../kernel/text.ts'
import type { Fact, RecordView, Shown } from '../../kernel/view.ts'
import { decisions, rules, type SignalRow, states, subjects } from './signal.ts'

const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]
const line = (value: string | null): Shown => ({ kind: 'line', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })

/** Shows a signal on its page; its chart stands in a panel of its own above. */
export function signalView(record: SignalRow): RecordView {
  const state = states[record.state]
  return {
    title: text(record.title, `${record.subjectName}: complaint rate out of control in ${record.month.slice(0, 7)}`),
    badges: [
      ...(record.decision ? [{ text: decisions[record.decision], tone: 'plain' as const }] : []),
      { text: state.title, tone: state.tone },
    ],
    subtitle: [subjects[record.subject], rules[record.rule]],
    sections: [
      {
        title: text('信号', 'Signal'),
        facts: [
          ...fact(text('对象', 'Whose'), line(record.subjectName)),
          ...fact(text('月份', 'Month'), line(record.month.slice(0, 7))),
          ...fact(text('判异准则', 'Rule'), { kind: 'text', value: rules[record.rule] }),
          ...fact(text('失控点', 'Points'), line(record.points.map(day => day.slice(0, 7)).join('、'))),
          ...fact(
            text('当月投诉', 'Complaints of the month'),
            { kind: 'number', value: record.count },
            { note: text('起', 'cases') },
          ),
          ...fact(
            text('当月发货', 'Units of the month'),
            { kind: 'number', value: record.units },
            { note: text('件', 'units') },
          ),
          ...fact(
            text('每千件投诉', 'Complaints per 1,000 units'),
            { kind: 'number', value: record.rate },
            { note: text('起', 'cases') },
          ),
          ...fact(
            text('上控制限', 'Upper limit'),
            { kind: 'number', value: record.upper },
            { note: text('起', 'cases') },
          ),
        ],
      },
      {
        title: text('处理', 'Decision'),
        facts: [
          ...fact(text('处理意见', 'Decision'), {
            kind: 'text',
            value: record.decision && decisions[record.decision],
          }),
          ...fact(text('理由', 'Reason'), paragraph(record.decisionReason), { wide: true }),
          ...fact(text('期限', 'Until'), { kind: 'day', value: record.until }),
          ...fact(text('负责人', 'Responsible'), line(record.responsibleName)),
          ...fact(text('相关投诉', 'Complaint'), { kind: 'code', value: record.complaintNumber }),
          ...fact(text('提出人', 'Proposed by'), line(record.proposedByName)),
          ...fact(text('提出时间', 'Proposed'), at(record.proposedAt)),
          ...fact(text('批准人', 'Approved by'), line(record.approvedByName)),
          ...fact(text('批准时间', 'Approved'), at(record.approvedAt)),
          ...fact(text('未采取措施的理由', 'Why no measure was taken'), paragraph(record.noMeasure), { wide: true }),
          ...fact(text('结论', 'Conclusion'), paragraph(record.conclusion), { wide: true }),
          ...fact(text('关闭人', 'Closed by'), line(record.closedByName)),
          ...fact(text('关闭时间', 'Closed'), at(record.closedAt)),
        ],
      },
    ].filter(section => section.facts.length > 0),
    notices:
      record.returnedNote && record.state === 'open'
        ? [
            {
              text: text(
                `质量负责人退回：${record.returnedNote}`,
                `Returned by the quality head: ${record.returnedNote}`,
              ),
              tone: 'warn',
            },
          ]
        : [],
  }
}

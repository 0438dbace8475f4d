import { text } from '../../kernel/text.ts'
import type { RecordView, Shown } from '../../kernel/view.ts'
import { givenFacts } from '../../vocabulary/given-fact.ts'
import { periodAt } from '../../vocabulary/report-period.ts'
import { measures, targetText, valueText } from './measure.ts'
import { type QualityObjectiveRow, type Result, states, unreviewed } from './quality-objective.ts'

const verdict = ({ met }: Result): Shown =>
  met === null
    ? { kind: 'text', value: text('不作评价', 'not judged') }
    : met
      ? { kind: 'tag', value: text('达标', 'reached'), tone: 'ok' }
      : { kind: 'tag', value: text('未达标', 'missed'), tone: 'late' }

/** Shows an objective and what each quarter brought. */
export const qualityObjectiveView = (record: QualityObjectiveRow): RecordView => {
  const { title, counted } = measures[record.measure]
  const target = targetText(record.measure, record.target)
  const waiting = unreviewed(record)
  return {
    title: text(`${title.zh} ${target.zh}`, `${title.en} ${target.en}`),
    badges: [{ text: states[record.state].title, tone: states[record.state].tone }],
    subtitle: [
      text(`按记录计算：${counted.zh}`, `counted from the records: ${counted.en}`),
      text(`${record.proposedByName} 提出`, `proposed by ${record.proposedByName}`),
    ],
    sections: [
      {
        title: text('目标', 'Objective'),
        facts: givenFacts([
          { label: text('目标值', 'Target'), shown: { kind: 'text', value: target } },
          {
            label: text('自何季度起考核', 'First quarter'),
            shown: { kind: 'text', value: periodAt('quarter', record.startsOn).title },
          },
          { label: text('依据', 'Grounds'), shown: { kind: 'paragraph', value: record.basis }, wide: true },
          { label: text('批准人', 'Approved by'), shown: { kind: 'line', value: record.approvedByName } },
          { label: text('批准时间', 'Approved at'), shown: { kind: 'instant', value: record.approvedAt } },
          {
            label: text('未批准的理由', 'Why it was declined'),
            shown: { kind: 'paragraph', value: record.declinedNote },
          },
          { label: text('终止人', 'Ended by'), shown: { kind: 'line', value: record.endedByName } },
          {
            label: text('终止理由', 'Why it ended'),
            shown: { kind: 'paragraph', value: record.endReason },
            wide: true,
          },
        ]),
      },
      {
        title: text('季度考核', 'Quarters'),
        columns: [
          { key: 'quarter', title: text('季度', 'Quarter') },
          { key: 'value', title: text('完成值', 'Value') },
          { key: 'verdict', title: text('结果', 'Result') },
          { key: 'cause', title: text('未达标原因', 'Cause') },
          { key: 'measure', title: text('改进措施', 'Measure') },
          { key: 'assessed', title: text('考核人', 'Assessed by') },
          { key: 'reviewed', title: text('审阅', 'Review') },
        ],
        rows: record.results.toReversed().map(item => ({
          quarter: { kind: 'text', value: periodAt('quarter', item.quarter).title },
          value: { kind: 'text', value: valueText(record.measure, item) },
          verdict: verdict(item),
          cause: { kind: 'paragraph', value: item.cause },
          measure: { kind: 'paragraph', value: item.measure },
          assessed: { kind: 'line', value: item.assessedByName },
          reviewed: { kind: 'paragraph', value: item.opinion && `${item.reviewedByName}：${item.opinion}` },
        })),
        empty: text(
          '尚未考核。季度结束后由质量管理部考核。',
          'None yet: quality assesses each quarter when it is over.',
        ),
      },
    ],
    notices: waiting
      ? [
          {
            text: text(
              `${periodAt('quarter', waiting.quarter).title.zh}考核结果待质量负责人审阅。`,
              `The assessment of ${periodAt('quarter', waiting.quarter).title.en} waits for the quality head.`,
            ),
            tone: waiting.met === false ? 'warn' : 'info',
          },
        ]
      : [],
  }
}

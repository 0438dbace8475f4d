import { text } from '../../kernel/text.ts'
import type { RecordView, Tone } from '../../kernel/view.ts'
import { type ItemRow, outcomes, type PatrolRow, runnings } from './patrol.ts'

const TONES: Readonly<Record<NonNullable<ItemRow['running']>, Tone>> = { normal: 'ok', stopped: 'plain', fault: 'late' }

/** How a round presents itself: the equipment in its order, as it was found. */
export const patrolView = (record: PatrolRow, { items }: { readonly items: readonly ItemRow[] }): RecordView => ({
  title: text(`${record.day} 设备巡视`, `Equipment round of ${record.day}`),
  badges:
    record.openCount > 0
      ? [{ text: text(`${record.openCount} 项待处理`, `${record.openCount} open`), tone: 'warn' }]
      : [],
  subtitle: [record.completedByName ?? record.startedByName],
  sections: [
    {
      title: text('巡视', 'Round'),
      facts: [
        { label: text('日期', 'Day'), shown: { kind: 'day', value: record.day } },
        { label: text('开始人', 'Begun by'), shown: { kind: 'line', value: record.startedByName } },
        { label: text('完成人', 'Completed by'), shown: { kind: 'line', value: record.completedByName } },
        { label: text('完成时间', 'Completed'), shown: { kind: 'instant', value: record.completedAt } },
        { label: text('备注', 'Note'), shown: { kind: 'paragraph', value: record.note }, wide: true },
      ],
    },
    {
      title: text('设备', 'Equipment'),
      columns: [
        { key: 'name', title: text('设备', 'Equipment') },
        { key: 'number', title: text('编号', 'Number') },
        { key: 'where', title: text('位置', 'Where') },
        { key: 'running', title: text('运行状况', 'State') },
        { key: 'finding', title: text('异常', 'Found') },
        { key: 'outcome', title: text('处理', 'What became of it') },
      ],
      rows: items.map(item => ({
        name: { kind: 'line', value: item.name },
        number: { kind: 'code', value: item.number },
        where: { kind: 'line', value: item.location },
        running: item.running
          ? { kind: 'tag', value: runnings[item.running], tone: TONES[item.running] }
          : { kind: 'line', value: null },
        finding: { kind: 'line', value: item.finding },
        outcome: item.outcome
          ? {
              kind: 'text',
              value: text(
                `${outcomes[item.outcome].zh}：${item.handling ?? ''}（${item.settledByName ?? ''}）`,
                `${outcomes[item.outcome].en}: ${item.handling ?? ''} (${item.settledByName ?? ''})`,
              ),
            }
          : { kind: 'line', value: null },
      })),
      empty: text('没有设备', 'No equipment'),
    },
  ],
})

import type { FactsOf } from '../../kernel/queries.ts'
import { type Text, text } from '../../kernel/text.ts'
import type { Zone } from '../../kernel/time.ts'
import type { Fact, RecordView, Section, Shown } from '../../kernel/view.ts'
import { climates } from '../../vocabulary/warehouse.ts'
import { isUncalibrated } from './judging.ts'
import { saidLimits, saidMeasured } from './limits.ts'
import type { StorageConditionQueries } from './queries.ts'
import type { StorageConditionRow } from './storage-condition.ts'
import { actKinds, kinds, OPEN, timings, verdicts } from './wording.ts'

/** Facts that the page shows. */
export const viewFacts = ['acts', 'goods'] as const

type ViewFacts = Pick<FactsOf<StorageConditionQueries>, (typeof viewFacts)[number]>

const line = (value: string | null): Shown => ({ kind: 'line', value })
const paragraph = (value: string | null): Shown => ({ kind: 'paragraph', value })
const at = (value: string | null): Shown => ({ kind: 'instant', value })
const said = (value: Text | null | undefined): Shown => ({ kind: 'text', value: value ?? null })
const CELSIUS = text('℃', '°C')
const PERCENT = text('%RH', '%RH')

/** A fact that is left out while nothing is known of it. */
const fact = (label: Text, shown: Shown, more: Partial<Fact> = {}): Fact[] =>
  'value' in shown && (shown.value === null || shown.value === '') ? [] : [{ label, shown, ...more }]

const isOpen = (state: string): boolean => (OPEN as readonly string[]).includes(state)

/** Shows a record of storage conditions on its page. */
export function storageConditionView(
  record: StorageConditionRow,
  { acts, goods }: ViewFacts,
  { zone }: { readonly zone: Zone },
): RecordView {
  const limits = saidLimits(record)
  const window = record.windowFrom && record.windowTo ? `${record.windowFrom}–${record.windowTo}` : null
  const sections: Section[] = [
    {
      title: kinds[record.kind],
      facts: [
        ...fact(text('库房', 'Store'), line(record.warehouseName)),
        ...fact(text('温度分类', 'Climate'), said(climates[record.climate])),
        ...(record.kind === 'range' || record.kind === 'missed'
          ? []
          : fact(record.untilAt ? text('自', 'From') : text('测量时间', 'Read at'), at(record.measuredAt))),
        ...fact(text('至', 'Until'), at(record.untilAt)),
        ...fact(
          text('温度', 'Temperature'),
          { kind: 'number', value: record.temperature, unit: CELSIUS },
          { field: 'temperature' },
        ),
        ...fact(
          text('相对湿度', 'Relative humidity'),
          { kind: 'number', value: record.humidity, unit: PERCENT },
          { field: 'humidity' },
        ),
        ...(record.kind === 'batch' || record.kind === 'excursion'
          ? fact(text('最低–最高', 'Lowest to highest'), said(saidMeasured(record)))
          : []),
        ...(record.kind === 'missed' ? [] : fact(text('规定范围', 'Limits'), said(limits))),
        ...fact(text('时段', 'Window'), line(window && `${record.logDay} ${window}`)),
        ...fact(text('记录时机', 'Timing'), said(record.timing && timings[record.timing])),
        ...fact(text('原因', 'Reason'), paragraph(record.reason), { wide: true }),
        ...fact(text('仪器编号', 'Instrument'), { kind: 'code', value: record.instrument }, { field: 'instrument' }),
        ...fact(text('检定/校准有效期至', 'Calibration due on'), { kind: 'day', value: record.calibrationDueOn }),
        ...fact(text('数据点数', 'Values'), { kind: 'number', value: record.points }),
        ...fact(text('记录人', 'Recorded by'), line(record.recordedByName)),
        ...fact(text('备注', 'Note'), paragraph(record.note), { wide: true }),
      ],
    },
  ]
  if (acts.length > 0 || isOpen(record.state))
    sections.push({
      title: text('调控与复测', 'Adjustments and readings'),
      columns: [
        { key: 'kind', title: text('类别', 'Kind') },
        { key: 'at', title: text('时间', 'At') },
        { key: 'what', title: text('内容', 'What') },
        { key: 'verdict', title: text('结果', 'Result') },
        { key: 'by', title: text('经办人', 'By') },
      ],
      rows: acts.map(act => ({
        kind: said(actKinds[act.kind]),
        at: at(act.happenedAt),
        what:
          act.what === null
            ? said(
                saidMeasured({
                  temperatureLow: act.temperature,
                  temperatureHigh: act.temperature,
                  humidityLow: act.humidity,
                  humidityHigh: act.humidity,
                }),
              )
            : line(act.what),
        verdict:
          act.inRange === null
            ? said(null)
            : {
                kind: 'tag',
                value: act.inRange ? text('正常', 'In range') : text('超范围', 'Out of range'),
                tone: act.inRange ? 'ok' : 'late',
              },
        by: line(act.byName),
      })),
      empty: text('尚未采取措施', 'Nothing was done yet'),
    })
  if (goods.length > 0)
    sections.push({
      title: text('超出自身储存温度的货品', 'Goods beyond their own range'),
      columns: [
        { key: 'product', title: text('产品', 'Device') },
        { key: 'lot', title: text('批号', 'Lot') },
        { key: 'range', title: text('标签储存温度', 'Range on the label') },
        { key: 'quantity', title: text('数量', 'Quantity') },
      ],
      rows: goods.map(item => ({
        product: line([item.productName, item.model].filter(Boolean).join(' ')),
        lot: { kind: 'code', value: item.lotNo },
        range: said(saidLimits({ ...item, humidityFrom: null, humidityTo: null })),
        quantity: { kind: 'number', value: item.quantity },
      })),
      empty: text('没有', 'None'),
    })
  if (record.goodsVerdict || record.restoredAt)
    sections.push({
      title: text('评估与关闭', 'Judgement and closing'),
      facts: [
        ...fact(text('恢复时间', 'Back in range at'), at(record.restoredAt)),
        ...fact(text('货品评估', 'Goods'), {
          kind: 'tag',
          value: record.goodsVerdict && verdicts[record.goodsVerdict],
          tone: record.goodsVerdict === 'stop' ? 'late' : 'ok',
        }),
        ...fact(text('评估说明', 'Judgement'), paragraph(record.goodsNote), { wide: true }),
        ...fact(text('评估人', 'Judged by'), line(record.assessedByName)),
        ...fact(text('评估时间', 'Judged at'), at(record.assessedAt)),
        ...fact(text('超范围原因', 'Cause'), paragraph(record.cause), { wide: true }),
        ...fact(text('关闭人', 'Closed by'), line(record.closedByName)),
        ...fact(text('关闭时间', 'Closed at'), at(record.closedAt)),
      ],
    })
  const uncalibrated = isUncalibrated(record, zone)
  return {
    title: record.title,
    badges: [
      ...(record.timing === 'late' ? [{ text: timings.late, tone: 'warn' as const }] : []),
      ...(uncalibrated ? [{ text: text('仪器校准过期', 'Calibration over'), tone: 'warn' as const }] : []),
      ...(record.timing === 'extra' ? [{ text: timings.extra, tone: 'info' as const }] : []),
    ],
    subtitle: [kinds[record.kind], ...(record.kind === 'missed' ? [] : [limits])],
    sections,
    notices: [
      ...(uncalibrated
        ? [
            {
              text: text(
                `所用仪器 ${record.instrument ?? ''} 的校准有效期为 ${record.calibrationDueOn}，测量时已过期：请换用在有效期内的仪器复测，并送校该仪器。`,
                `The calibration of ${record.instrument ?? 'the instrument'} ran out on ${record.calibrationDueOn}, before this reading: read again with another and have it calibrated.`,
              ),
              tone: 'warn' as const,
            },
          ]
        : []),
      ...(record.goodsCount > 0 && isOpen(record.state) && record.assessedAt === null
        ? [
            {
              text: text(
                `有 ${record.goodsCount} 个批次超出自身储存温度，须质量管理部评估。`,
                `${record.goodsCount} lots are beyond their own range: quality management judges them.`,
              ),
              tone: 'warn' as const,
            },
          ]
        : []),
    ],
  }
}

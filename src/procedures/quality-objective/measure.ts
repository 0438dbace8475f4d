import { type Text, text } from '../../kernel/text.ts'

/** What was counted for a period, and the value that follows from it; null where there was nothing to count. */
export interface Measured {
  readonly count: number
  readonly of: number
  readonly value: number | null
}

/** A figure that is counted from records, never entered. */
export interface Measure {
  readonly title: Text
  readonly unit: Text
  /** Whether the target is the least or the most. */
  readonly better: 'higher' | 'lower'
  /** Highest target that makes sense. */
  readonly most: number
  /** What is counted, and out of what. */
  readonly counted: Text
}

const PERCENT = text('%', '%')

/**
 * What objectives may be set for. The source breaks off before it names any; these are the ones that its policy speaks of and that
 * the records can tell. First-visit fixes join them when field service runs.
 */
export const measures = {
  'first-contact': {
    title: text('投诉首次联系及时率', 'Complaints: first contact in time'),
    unit: PERCENT,
    better: 'higher',
    most: 100,
    counted: text('按期联系 / 应联系', 'in time / due'),
  },
  completion: {
    title: text('投诉按期办结率', 'Complaints: completed in time'),
    unit: PERCENT,
    better: 'higher',
    most: 100,
    counted: text('按期办结 / 应办结', 'in time / due'),
  },
  satisfaction: {
    title: text('客户满意率', 'Customers satisfied'),
    unit: PERCENT,
    better: 'higher',
    most: 100,
    counted: text('满意及以上 / 回访到', 'satisfied / reached'),
  },
  'complaint-rate': {
    title: text('每千件投诉率', 'Complaints per 1,000 units'),
    unit: text('起/千件', 'per 1,000'),
    better: 'lower',
    most: 1000,
    counted: text('投诉 / 交付件数', 'complaints / units delivered'),
  },
  duties: {
    title: text('例行工作按期完成率', 'Recurring work done in time'),
    unit: PERCENT,
    better: 'higher',
    most: 100,
    counted: text('按期完成 / 应完成', 'in time / due'),
  },
} as const satisfies Record<string, Measure>
export type MeasureName = keyof typeof measures

/** Whether a value reaches the target; null where there was nothing to count. */
export const reaches = (name: MeasureName, value: number | null, target: number): boolean | null =>
  value === null ? null : measures[name].better === 'higher' ? value >= target : value <= target

/** A number with its unit; a percent sign stands at the number. */
export const said = (value: number, { zh, en }: Text): Text =>
  zh === '%' ? text(`${value}%`, `${value}%`) : text(`${value} ${zh}`, `${value} ${en}`)

/** The target as it is said: ≥ 95%. */
export const targetText = (name: MeasureName, target: number): Text => {
  const { better, unit } = measures[name]
  const sign = better === 'higher' ? '≥' : '≤'
  const { zh, en } = said(target, unit)
  return text(`${sign} ${zh}`, `${sign} ${en}`)
}

/** The value as it is said: 96.2%（25/26）. */
export const valueText = (name: MeasureName, { count, of, value }: Measured): Text => {
  if (value === null) return text('本季无可计数的记录', 'nothing to count')
  const { zh, en } = said(value, measures[name].unit)
  return text(`${zh}（${count}/${of}）`, `${en} (${count}/${of})`)
}

import { blankTitle } from '../kernel/ledger.ts'
import type { Chart } from '../kernel/report.ts'
import { type Text, text } from '../kernel/text.ts'
import type { Column } from '../kernel/view.ts'
import { type ControlPoint, fiveNumbers } from './statistics.ts'

/** More bars than these are not shown; the table beside the chart has all. */
const MOST = 15

/** What stands for groups without a value: a gap in the records. */
export const NOT_STATED = blankTitle

/** A ledger filter; several values of one column are parted by commas. */
export type Drill = Readonly<Record<string, string>>

/** How groups become bars. */
export interface BarChart<Group> {
  readonly name: string
  readonly title: Text
  readonly groups: readonly Group[]
  readonly label: (group: Group) => Text | string
  readonly value: (group: Group) => number | null
  /** What the values are called. */
  readonly counted: Text
  readonly unit?: Text
  readonly limit?: Chart['limit']
  readonly drill?: (group: Group) => Drill | null
  readonly opens?: Chart['opens']
  /** What all groups add up to, where more of them exist than were read. */
  readonly whole?: number
}

/** What stands for all groups that have no bar of their own. */
const REST = text('其余', 'All others')

const drawn =
  (kind: Chart['kind']) =>
  <Group>({ groups, label, value, counted, drill, whole, ...more }: BarChart<Group>): Chart => {
    const shown = groups.slice(0, MOST)
    const sum = (list: readonly Group[]): number => list.reduce((all, group) => all + (value(group) ?? 0), 0)
    // a cumulated share is one of the whole, not of the bars that are shown
    const rest = kind === 'pareto' ? (whole ?? sum(groups)) - sum(shown) : 0
    const values = shown.map(value)
    return {
      ...more,
      kind,
      categories: rest > 0 ? [...shown.map(label), REST] : shown.map(label),
      series: [{ title: counted, values: rest > 0 ? [...values, rest] : values }],
      ...(rest > 0 && { hasRest: true }),
      ...(drill && { drill: rest > 0 ? [...shown.map(drill), null] : shown.map(drill) }),
    }
  }

/** One bar for each group, at most fifteen. */
export const barChart = drawn('bar')

/** The most frequent first; the screen and the print draw the cumulated share. */
export const paretoChart = drawn('pareto')

/** Parts of each group upon each other, at most fifteen groups. */
export const stackedChart = <Group>({
  groups,
  label,
  parts,
  drill,
  ...rest
}: Omit<BarChart<Group>, 'value' | 'counted'> & {
  readonly parts: readonly { readonly title: Text; readonly value: (group: Group) => number | null }[]
}): Chart => {
  const shown = groups.slice(0, MOST)
  return {
    ...rest,
    kind: 'stacked',
    categories: shown.map(label),
    series: parts.map(part => ({ title: part.title, values: shown.map(part.value) })),
    ...(drill && { drill: shown.map(drill) }),
  }
}

const rounded = (value: number | null, digits: number): number | null =>
  value === null ? null : Number(value.toFixed(digits))

/** A control chart: each point with its own limits. `digits` of the numbers; `drill` per point. */
export const controlChart = ({
  points,
  value,
  digits = 2,
  ...rest
}: Omit<Chart, 'kind' | 'series'> & {
  readonly points: readonly ControlPoint[]
  /** What is drawn: 每千件投诉. */
  readonly value: Text
  readonly digits?: number
}): Chart => ({
  ...rest,
  kind: 'control',
  series: [
    { title: value, values: points.map(point => rounded(point.value, digits)) },
    { title: text('中心线', 'Centre line'), values: points.map(point => rounded(point.centre, digits)) },
    { title: text('上控制限', 'Upper limit'), values: points.map(point => rounded(point.upper, digits)) },
    { title: text('下控制限', 'Lower limit'), values: points.map(point => rounded(point.lower, digits)) },
  ],
})

/** A box of each group: smallest value, quartiles, largest value. */
export const boxChart = ({
  boxes,
  ...rest
}: Omit<Chart, 'kind' | 'series' | 'categories'> & {
  readonly boxes: readonly { readonly label: Text | string; readonly numbers: readonly (number | null)[] }[]
}): Chart => ({
  ...rest,
  kind: 'box',
  categories: boxes.map(box => box.label),
  series: BOX_TITLES.map((title, i) => ({ title, values: boxes.map(box => rounded(box.numbers[i] ?? null, 1)) })),
})

/** The numbers of a box from the values themselves. */
export const boxOf = (label: Text | string, values: readonly number[]) => ({ label, numbers: fiveNumbers(values) })

const BOX_TITLES = [
  text('最短', 'Shortest'),
  text('四分之一位', 'First quartile'),
  text('中位数', 'Median'),
  text('四分之三位', 'Third quartile'),
  text('最长', 'Longest'),
] as const

/** Titles of a choice column. */
export const named = (titles: Readonly<Record<string, Text>>): Column['options'] =>
  Object.fromEntries(Object.entries(titles).map(([key, title]) => [key, { title }]))

/** Says under a report which of its charts lead nowhere: what they count is no selection that a register can show. */
export const leadsNowhere = (...charts: readonly Text[]): Text =>
  text(
    `点击图中各项可打开所计的记录；${charts.map(title => `“${title.zh}”`).join('、')}按明细、合并条件或办结日期统计，台账不能逐项对应，不提供跳转。`,
    `A bar opens the records that it counts. ${charts.map(title => `"${title.en}"`).join(', ')} count lines, joined conditions or days of closing that no register can select, and lead nowhere.`,
  )

import { expect, test } from 'vitest'
import { findingOf } from './chart-finding.ts'
import type { Chart } from './report.ts'
import { text } from './text.ts'

const chart: Chart = {
  name: 'product',
  title: text('按产品', 'By product'),
  kind: 'pareto',
  categories: ['输液泵', text('未填写', 'Not stated')],
  series: [{ title: text('起数', 'Complaints'), values: [6, 2] }],
  unit: text('起', 'cases'),
}

test('bars: the highest and its share; how many are over a limit', () => {
  expect(findingOf(chart).zh).toBe('只有输液泵：6 起，占 75%；另有 2 起未填写。')
  const limited = { ...chart, kind: 'bar', limit: { value: 1, title: text('目标', 'Target') } } as const
  expect(findingOf(limited).en).toBe('Only 输液泵: 6 cases, 75% of all; 2 above "Target"; 2 cases not stated.')
})

test('bars of which none is stated', () => {
  const none = { ...chart, categories: [text('未填写', 'Not stated')], series: [{ ...chart.series[0], values: [3] }] }
  expect(findingOf(none as Chart).zh).toBe('3 起均未填写。')
})

test('a line: where it begins, ends and stands highest', () => {
  const line = {
    ...chart,
    kind: 'line',
    categories: ['5 月', '6 月', '7 月'],
    series: [{ title: text('起', 'c'), values: [1, 4, 2] }],
  } as const
  expect(findingOf(line).zh).toBe('由 5 月 1 起到 7 月 2 起，最高的是 6 月：4 起。')
  expect(findingOf(line).en).toBe('From 1 case (5 月) to 2 cases (7 月), highest 4 cases (6 月).')
})

test('a control chart: what is out of control, or that nothing is', () => {
  const control = { ...chart, kind: 'control', marked: [] } as const
  expect(findingOf(control).en).toBe('All 2 points are within the limits.')
  expect(findingOf({ ...control, marked: [0] }).zh).toBe('输液泵失控；最高的是输液泵：6 起。')
})

test('boxes: the longest median; stacks: the parts; nothing; and the author’s own words first', () => {
  const values = (list: number[]) => ({ title: text('值', 'v'), values: list })
  const box = {
    ...chart,
    kind: 'box',
    series: [
      [1, 1],
      [2, 2],
      [3, 9],
      [4, 10],
      [5, 11],
    ].map(values),
  } as const
  expect(findingOf(box).en).toBe('Not stated takes longest, a median of 9 cases.')
  expect(findingOf({ ...chart, kind: 'stacked' }).zh).toBe('起数 8 起。')
  expect(findingOf({ ...chart, series: [] }).en).toBe('No data.')
  expect(findingOf({ ...chart, finding: text('见说明', 'See the note') }).en).toBe('See the note')
})

import { expect, test } from 'vitest'
import { findingOf } from '../kernel/chart-finding.ts'
import { text } from '../kernel/text.ts'
import { barChart, paretoChart } from './report-chart.ts'
import { cumulatedShares } from './statistics.ts'

const groups = Array.from({ length: 20 }, (_, i) => ({ name: `产品 ${i + 1}`, count: 20 - i }))
const drawing = {
  name: 'product',
  title: text('按产品', 'By product'),
  groups,
  label: (group: (typeof groups)[number]) => group.name,
  value: (group: (typeof groups)[number]) => group.count,
  counted: text('起数', 'Complaints'),
  unit: text('起', 'cases'),
  drill: (group: (typeof groups)[number]) => ({ name: group.name }),
}

test('a Pareto chart reaches 100% only with all that have no bar of their own', () => {
  const chart = paretoChart(drawing)
  expect(chart.categories.at(-1)).toEqual(text('其余', 'All others'))
  expect(chart.series[0]?.values.at(-1)).toBe(15)
  expect(chart.drill?.at(-1)).toBeNull()
  expect(cumulatedShares(chart.series[0]?.values ?? []).at(-2)).toBe(92.9)
})
test('also with those that were not read', () => {
  expect(paretoChart({ ...drawing, whole: 1210 }).series[0]?.values.at(-1)).toBe(1015)
  expect(findingOf(paretoChart({ ...drawing, whole: 1210 })).zh).toBe('15 项中最高的是产品 1：20 起，占 1.7%。')
})
test('few groups need no others, nor do bars beside each other', () => {
  expect(paretoChart({ ...drawing, groups: groups.slice(0, 3) }).categories).toHaveLength(3)
  expect(barChart(drawing).categories).toHaveLength(15)
})

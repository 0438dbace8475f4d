/** Against examples of the textbooks. */
import { describe, expect, test } from 'vitest'
import {
  breaksOf,
  type ControlPoint,
  cumulatedShares,
  fiveNumbers,
  kendallS,
  meanRate,
  pChart,
  percent,
  perThousand,
  quantile,
  trendOf,
  uChart,
  vitalFew,
} from './statistics.ts'

const round = (value: number | null | undefined, digits = 2): number => Number((value ?? Number.NaN).toFixed(digits))

describe('uChart', () => {
  // Montgomery, Introduction to Statistical Quality Control: faults in dyed cloth, ten rolls of different size.
  const faults = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
  const units = [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5]
  const rolls = faults.map((count, i) => ({ count, area: units[i] ?? 0 }))

  test('gives each point its own limits', () => {
    expect(round(meanRate(rolls))).toBe(1.42)
    // the book goes on with the rounded mean
    const points = uChart(rolls, 1.42)
    expect(points.map(point => [round(point.upper), round(point.lower)]).slice(0, 3)).toEqual([
      [2.55, 0.29],
      [2.68, 0.16],
      [2.41, 0.43],
    ])
    expect(breaksOf(points)).toEqual([])
  })

  test('says nothing of a month without deliveries, and never goes below zero', () => {
    const [first, second] = uChart([
      { count: 1, area: 4 },
      { count: 0, area: 0 },
    ])
    expect(first).toEqual({ value: 0.25, centre: 0.25, upper: 1, lower: 0 })
    expect(second).toEqual({ value: null, centre: 0.25, upper: null, lower: null })
    expect(uChart([{ count: 3, area: null }])[0]?.centre).toBeNull()
  })
})

describe('pChart', () => {
  // Montgomery: cans of orange juice, 30 samples of 50; samples 15 and 23 are out of control.
  const cans = [
    12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
  ].map(count => ({ count, area: 50 }))

  test('finds the two samples beyond the limit', () => {
    const points = pChart(cans)
    expect(round(points[0]?.centre, 4)).toBe(0.2313)
    expect(round(points[0]?.upper, 4)).toBe(0.4102)
    expect(round(points[0]?.lower, 4)).toBe(0.0524)
    const beyond = breaksOf(points).filter(item => item.rule === 'beyond-limit')
    expect(beyond.map(item => item.points)).toEqual([[14], [22]])
  })
})

describe('breaksOf', () => {
  const at = (values: readonly (number | null)[]): ControlPoint[] =>
    values.map(value => ({ value, centre: 10, upper: 13, lower: 7 }))

  test('a point on the limit is within', () => {
    expect(breaksOf(at([13, 7]))).toEqual([])
    expect(breaksOf(at([10, 13.01]))).toEqual([{ rule: 'beyond-limit', side: 'above', points: [1] }])
    expect(breaksOf(at([10, 6.99]))).toEqual([{ rule: 'beyond-limit', side: 'below', points: [1] }])
  })

  test('eight in a row on one side, told once', () => {
    expect(breaksOf(at([11, 11, 11, 11, 11, 11, 11]))).toEqual([])
    const eight = [0, 1, 2, 3, 4, 5, 6, 7]
    expect(breaksOf(at(Array(11).fill(11)))).toEqual([{ rule: 'run-of-eight', side: 'above', points: eight }])
    expect(breaksOf(at(Array(8).fill(9)))).toEqual([{ rule: 'run-of-eight', side: 'below', points: eight }])
    expect(breaksOf(at([11, 11, 11, 11, null, 11, 11, 11, 11]))).toEqual([])
    expect(breaksOf(at([11, 11, 11, 11, 10, 11, 11, 11, 11]))).toEqual([])
  })

  test('two of three beyond two sigma on the upper side', () => {
    expect(breaksOf(at([12.5, 10, 12.5]))).toEqual([{ rule: 'two-of-three', side: 'above', points: [0, 2] }])
    expect(breaksOf(at([12.5, 10, 10, 12.5]))).toEqual([])
    expect(breaksOf(at([7.5, 7.5]))).toEqual([])
    expect(breaksOf(at([12.5, 12.5, 12.5]))).toHaveLength(1)
  })
})

describe('order statistics', () => {
  test('quantiles lie between neighbours in proportion', () => {
    expect(quantile([], 0.5)).toBeNull()
    expect(quantile([7], 0.25)).toBe(7)
    // Hyndman and Fan, type 7
    expect(fiveNumbers([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([1, 3.25, 5.5, 7.75, 10])
  })

  test('shares add up to 100, and the vital few are few', () => {
    expect(cumulatedShares([6, null, 3, 1])).toEqual([60, 60, 90, 100])
    expect(cumulatedShares([0, 0])).toEqual([0, 0])
    expect(vitalFew([50, 30, 10, 5, 5])).toBe(2)
    expect(vitalFew([50, 30], 0.8, 100)).toBe(2)
    expect(vitalFew([])).toBe(0)
    expect(percent(1, 3)).toBe(33.3)
    expect(percent(1, 0)).toBeNull()
    expect(perThousand(3, 2000)).toBe(1.5)
    expect(perThousand(3, 0)).toBeNull()
  })
})

describe('trendOf', () => {
  test('Kendall’s S as by hand', () => {
    // 1 2 3 5 4: nine pairs rise, one falls
    expect(kendallS([1, 2, 3, 5, 4])).toBe(8)
  })
  test('rises and falls are told, chance is not', () => {
    expect(trendOf([1, 2, 3, 4, 5, 6, 7])).toBe('rising')
    expect(trendOf([7, 6, 5, null, 4, 3, 2])).toBe('falling')
    expect(trendOf([3, 5, 2, 6, 3, 4])).toBe('none')
    expect(trendOf([1, 2, 3])).toBe('none')
    expect(trendOf([2, 2, 2, 2, 2])).toBe('none')
  })
})

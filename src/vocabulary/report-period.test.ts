import { describe, expect, test } from 'vitest'
import { text } from '../kernel/text.ts'
import {
  monthsBetween,
  monthsFrom,
  monthsUpTo,
  periodAt,
  periodBefore,
  periodOf,
  periodOfDays,
  periodsOf,
  wholeOf,
} from './report-period.ts'

const zone = 'Asia/Shanghai'

describe('a period', () => {
  test('is a quarter of whole local days', () => {
    expect(wholeOf('quarter', 2026, 4, zone)).toEqual({
      title: { zh: '2026 年第 4 季度', en: '2026 Q4' },
      from: '2026-09-30T16:00:00.000Z',
      to: '2026-12-31T15:59:59.999Z',
      firstDay: '2026-10-01',
      lastDay: '2026-12-31',
      months: ['2026-10-01', '2026-11-01', '2026-12-01'],
    })
  })
  test('knows the last day of a short month', () => {
    expect(wholeOf('month', 2028, 2, zone).lastDay).toBe('2028-02-29')
    expect(periodOf('half-year', 2026, 1)).toMatchObject({ firstDay: '2026-01-01', lastDay: '2026-06-30' })
  })
  test('runs over the end of the year', () => {
    expect(monthsFrom(2025, 11, 3, zone, text('', '')).months).toEqual(['2025-11-01', '2025-12-01', '2026-01-01'])
    expect(monthsUpTo('2026-01-31', 3, zone, text('', '')).months).toEqual(['2025-11-01', '2025-12-01', '2026-01-01'])
    expect(monthsBetween('2025-11-15', '2026-01-01', zone).months).toHaveLength(3)
    expect(monthsBetween('2026-01-31', '2026-01-01', zone).months).toEqual(['2026-01-01'])
  })
})

test('the periods of a year, the one of a day and the one before', () => {
  expect(periodsOf('quarter', 2026).map(period => period.lastDay)).toEqual([
    '2026-03-31',
    '2026-06-30',
    '2026-09-30',
    '2026-12-31',
  ])
  expect(periodAt('half-year', '2026-07-01').part).toBe(2)
  expect(periodBefore('month', '2026-01-15')).toMatchObject({ year: 2025, part: 12, lastDay: '2025-12-31' })
  expect(periodBefore('year', '2026-03-31').title.zh).toBe('2025 年度')
  expect(periodBefore('quarter', '2026-11-22').part).toBe(3)
  expect(periodOfDays('2026-10-01', '2026-12-31')).toMatchObject({ every: 'quarter', year: 2026, part: 4 })
  expect(periodOfDays('2026-01-01', '2026-12-31')).toMatchObject({ every: 'year', part: 1 })
  expect(periodOfDays('2026-10-01', '2026-12-30')).toBeUndefined()
})

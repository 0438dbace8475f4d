import { describe, expect, test } from 'vitest'
import { text } from '../../../kernel/text.ts'
import { monthOf, monthsFrom, quarterOf } from './period.ts'
import { percent, perThousand } from './quarterly.ts'

const zone = 'Asia/Shanghai'

describe('a period', () => {
  test('is a quarter of whole local days', () => {
    expect(quarterOf(2026, 4, zone)).toEqual({
      title: { zh: '2026 年第 4 季度', en: '2026 Q4' },
      from: '2026-09-30T16:00:00.000Z',
      to: '2026-12-31T15:59:59.999Z',
      firstDay: '2026-10-01',
      lastDay: '2026-12-31',
      months: ['2026-10-01', '2026-11-01', '2026-12-01'],
    })
  })
  test('knows the last day of a short month', () => {
    expect(monthOf(2028, 2, zone).lastDay).toBe('2028-02-29')
  })
  test('runs over the end of the year', () => {
    expect(monthsFrom(2025, 11, 3, zone, text('', '')).months).toEqual(['2025-11-01', '2025-12-01', '2026-01-01'])
  })
})

test('rates are rounded, and nothing is divided by nothing', () => {
  expect(perThousand(3, 1300)).toBe(2.31)
  expect(perThousand(3, 0)).toBeNull()
  expect(percent(2, 3)).toBe(66.7)
  expect(percent(0, 0)).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { onTimeShare, periods } from './evidence.ts'

describe('onTimeShare', () => {
  test('open clocks count neither for nor against', () => {
    expect(onTimeShare({ due: 14, inTime: 11, late: 1, open: 2 })).toBeCloseTo(11 / 12)
  })
  test('is unknown without a clock and while all are open', () => {
    expect(onTimeShare(null)).toBeNull()
    expect(onTimeShare({ due: 2, inTime: 0, late: 0, open: 2 })).toBeNull()
  })
})

describe('periods', () => {
  test('the quarter starts with its first month', () => {
    expect(periods('2026-11-22').map(period => period.from)).toEqual(['2026-11-01', '2026-10-01', '2025-11-01'])
  })
  test('January belongs to the first quarter', () => {
    expect(periods('2027-01-01')[1]).toMatchObject({ from: '2027-01-01', title: { zh: '2027 第一季度' } })
  })
})

import { describe, expect, test } from 'vitest'
import { onTimeShare } from './evidence.ts'
import { daysAsked, periods } from './periods.ts'

describe('onTimeShare', () => {
  test('is the share of what is decided', () => {
    expect(onTimeShare({ inTime: 11, late: 1 })).toBeCloseTo(11 / 12)
  })
  test('is unknown without a clock and while none is decided', () => {
    expect(onTimeShare(null)).toBeNull()
    expect(onTimeShare({ inTime: 0, late: 0 })).toBeNull()
  })
})

describe('periods', () => {
  const days = (today: string) => periods(today).map(({ from, to }) => [from, to])
  test('the quarter starts with its first month; the one before is whole', () => {
    expect(days('2026-11-22')).toEqual([
      ['2026-10-01', '2026-11-22'],
      ['2026-07-01', '2026-09-30'],
      ['2026-11-01', '2026-11-22'],
      ['2025-11-01', '2026-11-22'],
    ])
  })
  test('before the first quarter comes the last of the year before', () => {
    expect(days('2027-01-01').slice(0, 2)).toEqual([
      ['2027-01-01', '2027-01-01'],
      ['2026-10-01', '2026-12-31'],
    ])
    expect(days('2027-05-31')[1]).toEqual(['2027-01-01', '2027-03-31'])
  })
})

describe('daysAsked', () => {
  test('takes the days of the address, and this quarter where they make no period', () => {
    expect(daysAsked({ from: '2026-01-01', to: '2026-02-01' }, '2026-11-22')).toEqual({
      from: '2026-01-01',
      to: '2026-02-01',
    })
    const quarter = { from: '2026-10-01', to: '2026-11-22' }
    expect(daysAsked({}, '2026-11-22')).toEqual(quarter)
    expect(daysAsked({ from: '2026-03-01', to: '2026-02-01' }, '2026-11-22')).toEqual(quarter)
    expect(daysAsked({ from: 'yesterday', to: '2026-02-01' }, '2026-11-22')).toEqual(quarter)
  })
})

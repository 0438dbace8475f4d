import { expect, test } from 'vitest'
import { periodOf } from './period-of.ts'

test('a quarter ends with the last day of its third month', () => {
  expect(periodOf({ year: '2026', quarter: '1' })).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(periodOf({ year: '2026', quarter: '4' })).toEqual({ from: '2026-10-01', to: '2026-12-31' })
})

test('February has 29 days in a leap year', () => {
  expect(periodOf({ year: '2028', month: '2' })).toEqual({ from: '2028-02-01', to: '2028-02-29' })
})

test('given days are taken as they are, and what it cannot tell covers nothing', () => {
  expect(periodOf({ from: '2026-11-01', to: '2026-11-07' })).toEqual({ from: '2026-11-01', to: '2026-11-07' })
  expect(periodOf({ year: '2026', quarter: 'last' })).toEqual({})
  expect(periodOf({})).toEqual({})
})

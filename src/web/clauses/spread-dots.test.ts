import { expect, test } from 'vitest'
import { isDotted } from './spread-dots.ts'

test('few cases are dots, many are columns', () => {
  const spread = (late: number) => ({ unit: 'day' as const, limit: 7, step: 1, bins: [{ inTime: 10, late }] })
  expect(isDotted(spread(4))).toBe(true)
  expect(isDotted(spread(5))).toBe(false)
})

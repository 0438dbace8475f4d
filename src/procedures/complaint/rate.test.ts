import { expect, test } from 'vitest'
import { upperLimit } from './rate.ts'

const month = (count: number, thousands: number) => ({ count, thousands })

test('the limit is three standard deviations above the mean rate', () => {
  // mean 4 for each thousand, one thousand a month: 4 + 3·√4
  expect(upperLimit([month(4, 1), month(2, 1), month(6, 1)])).toBe(10)
})
test('months without deliveries say nothing', () => {
  expect(upperLimit([month(4, 1), month(2, 1), month(6, 1), month(9, 0)])).toBe(10)
})
test('two months are too few to tell chance from cause', () => {
  expect(upperLimit([month(4, 1), month(2, 1), month(0, 0)])).toBeNull()
})

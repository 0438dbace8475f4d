import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareCounts, shareOfMonth } from './duty-shares.ts'
import { addDays } from './time.ts'

const rhythm = { after: 3, shares: [3, 3, 4] }

test('3-3-4 of ten, of seven, of one', () => {
  expect(shareCounts(10, rhythm.shares)).toEqual([3, 3, 4])
  expect(shareCounts(7, rhythm.shares)).toEqual([2, 2, 3])
  expect(shareCounts(1, rhythm.shares)).toEqual([0, 0, 1])
  expect(shareCounts(0, rhythm.shares)).toEqual([0, 0, 0])
  expect(() => shareCounts(1, [])).toThrow(RangeError)
  expect(() => shareCounts(1, [-1, 2])).toThrow(RangeError)
})

test('what came in less than three months before the quarter waits for the next one', () => {
  const items = [
    { key: 'old', since: '2026-06-30' },
    { key: 'first day', since: '2026-07-01' },
    { key: 'young', since: '2026-07-02' },
    { key: 'end of a long month', since: '2026-06-30' },
  ]
  const seen = ['2026-10-15', '2026-11-15', '2026-12-15'].flatMap(day => shareOfMonth(items, rhythm, day))
  expect(seen.map(item => item.key)).toEqual(['end of a long month', 'old', 'first day'])
})

test('three months after 30 November is the first of March', () => {
  expect(shareOfMonth([{ key: 'a', since: '2025-11-30' }], { after: 3, shares: [1] }, '2026-01-10')).toEqual([])
  expect(shareOfMonth([{ key: 'a', since: '2025-12-31' }], { after: 3, shares: [1, 1, 1] }, '2026-04-10')).toHaveLength(
    1,
  )
})

test('over a quarter every item comes exactly once, and each month is within one of its share', () => {
  const items = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 })
  const shares = fc.tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: 0, max: 9 }),
  )
  fc.assert(
    fc.property(items, shares, fc.integer({ min: 0, max: 6 }), (ages, parts, after) => {
      const all = ages.map((age, index) => ({ key: `lot-${index}`, since: addDays('2026-09-30', -age) }))
      const months = ['2026-10-31', '2026-11-01', '2026-12-09'].map(day =>
        shareOfMonth(all, { after, shares: parts }, day),
      )
      const seen = months.flat().map(item => item.key)
      expect(new Set(seen).size).toBe(seen.length)
      const whole = parts.reduce((sum, part) => sum + part, 0)
      months.forEach((month, index) => {
        expect(Math.abs(month.length - (seen.length * (parts[index] ?? 0)) / whole)).toBeLessThan(1)
      })
      if (after === 0) expect(seen).toHaveLength(all.length)
    }),
  )
})

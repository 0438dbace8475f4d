import { expect, test } from 'vitest'
import { durationText, remaining } from './duration.ts'

const MINUTE = 60_000

test.each([
  [46 * 60 * MINUTE, '1 天 22 小时', '1 d 22 h'],
  [308 * MINUTE, '5 小时 08 分', '5 h 08 min'],
  [59 * MINUTE + 59_999, '59 分', '59 min'],
  [59_999, '不足 1 分', 'under 1 min'],
  [-26 * 60 * MINUTE, '1 天 2 小时', '1 d 2 h'],
])('%d ms is %s', (milliseconds, zh, en) => {
  expect(durationText(milliseconds)).toEqual({ zh, en })
})

test('a clock is overdue only after its last moment', () => {
  const due = '2026-11-21T00:42:00.000Z'
  expect(remaining(due, '2026-11-20T19:34:00.000Z')).toEqual({
    milliseconds: 308 * MINUTE,
    overdue: false,
    text: { zh: '还剩 5 小时 08 分', en: '5 h 08 min left' },
  })
  expect(remaining(due, due).overdue).toBe(false)
  expect(remaining(due, '2026-11-22T02:42:00.000Z').text).toEqual({ zh: '超期 1 天 2 小时', en: '1 d 2 h overdue' })
})

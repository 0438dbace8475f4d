import { expect, test } from 'vitest'
import { clockTone } from './clock-tone.ts'

const clock = { openedAt: '2026-11-20T00:00:00.000Z', dueAt: '2026-11-21T00:00:00.000Z' }

test.each([
  ['2026-11-20T01:00:00.000Z', ''],
  ['2026-11-20T17:59:00.000Z', ''],
  ['2026-11-20T18:00:00.000Z', 'warn'],
  ['2026-11-21T00:00:00.000Z', 'warn'],
  ['2026-11-21T00:00:01.000Z', 'late'],
])('at %s the clock is "%s"', (now, tone) => {
  expect(clockTone(clock, Date.parse(now))).toBe(tone)
})

test('a clock that was due when it was opened is near its end at once', () => {
  expect(clockTone({ ...clock, dueAt: clock.openedAt }, Date.parse(clock.openedAt))).toBe('warn')
})

import { expect, test } from 'vitest'
import type { Spread } from './evidence-duration.ts'
import { binTitle, spreadSentence } from './evidence-spread.ts'

const bin = (inTime: number, late = 0) => ({ inTime, late })
const week: Spread = { unit: 'day', limit: 7, step: 1, bins: [bin(2), ...Array(6).fill(bin(0)), bin(0, 1)] }

test('steps are named by their ends; behind the limit the last is open', () => {
  expect(binTitle(week, 0)).toBe('0–1')
  expect(binTitle(week, 7)).toBe('≥ 7')
  expect(binTitle({ ...week, bins: week.bins.slice(0, 7) }, 6)).toBe('6–7')
  expect(binTitle({ ...week, step: 0.25 }, 1)).toBe('0.25–0.5')
})

test('the picture is told in one sentence', () => {
  expect(spreadSentence(week).zh).toBe('用时（天），时限 7 天：0–1: 2；≥ 7: 1')
  expect(spreadSentence({ ...week, unit: 'share', limit: 100, step: 10 }).en).toContain('share of the limit: 0–10: 2')
})

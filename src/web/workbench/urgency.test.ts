import { expect, test } from 'vitest'
import type { SignItem } from '../answers.ts'
import { byUrgency } from './urgency.ts'

const item = (number: string, since: string, dueAt: string | null = null) =>
  ({ number, since, dueAt }) as unknown as SignItem

test('what has a limit comes first, the earliest end before the others; the rest as it was asked', () => {
  const items = [
    item('A', '2026-11-20T01:00:00.000Z'),
    item('B', '2026-11-19T01:00:00.000Z'),
    item('C', '2026-11-20T02:00:00.000Z', '2026-11-23T02:00:00.000Z'),
    item('D', '2026-11-20T03:00:00.000Z', '2026-11-21T03:00:00.000Z'),
  ]
  expect(byUrgency(items).map(each => each.number)).toEqual(['D', 'C', 'B', 'A'])
})

import { expect, test } from 'vitest'
import type { SignItem } from '../answers.ts'
import { aboutOf, byUrgency } from './urgency.ts'

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

test('a party that the title names already is not named twice', () => {
  expect(aboutOf({ subtitle: '信阳浉源医院', title: '信阳浉源医院 输液器 B2511-05' })).toBe(
    '信阳浉源医院 输液器 B2511-05',
  )
  expect(aboutOf({ subtitle: '信阳浉源医院', title: '输液泵报警' })).toBe('信阳浉源医院 · 输液泵报警')
  expect(aboutOf({ subtitle: '', title: '输液泵报警' })).toBe('输液泵报警')
})

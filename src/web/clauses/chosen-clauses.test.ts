import { describe, expect, test } from 'vitest'
import type { ClauseEvidence } from '../../kernel/evidence.ts'
import { chosenClauses, clocksOf, countsOf, documentOf, groupsOf, lawOf, lawsOf, worstFirst } from './chosen-clauses.ts'

const clause = (id: string, more: Partial<ClauseEvidence> = {}): ClauseEvidence => ({
  procedure: 'complaint',
  id,
  zh: '登记',
  en: 'register',
  source: id,
  controls: [],
  accepted: 0,
  refused: 0,
  clocks: null,
  fulfilment: 'fulfilled',
  ...more,
})
const law = (anchor: string) => ({ law: { anchor, confidence: 'verified-text' as const } })
const list = [
  clause('S01-4.4c', { ...law('医疗器械经营监督管理办法（54号令）第40条'), zh: '本地 24 小时' }),
  clause('S01-4.4d', { fulfilment: 'partly', clocks: { due: 5, inTime: 3, late: 2, open: 0 }, refused: 1 }),
  clause('S25-2.2a', { procedure: 'storage-condition', fulfilment: 'not-yet' }),
  clause('CN-AE-003', {
    ...law('医疗器械不良事件监测和再评价管理办法（1号令）第三十一条'),
    clocks: { due: 1, inTime: 0, late: 1, open: 0 },
  }),
]
const ids = (found: readonly ClauseEvidence[]) => found.map(item => item.id)

describe('chosenClauses', () => {
  test('narrows by fulfilment, document, law, procedure and words', () => {
    expect(ids(chosenClauses(list, { show: 'not-yet' }))).toEqual(['S25-2.2a'])
    expect(ids(chosenClauses(list, { source: 'S01' }))).toEqual(['S01-4.4c', 'S01-4.4d'])
    expect(ids(chosenClauses(list, { source: 'law' }))).toEqual(['CN-AE-003'])
    expect(ids(chosenClauses(list, { law: '医疗器械经营监督管理办法（54号令）' }))).toEqual(['S01-4.4c'])
    expect(ids(chosenClauses(list, { procedure: 'storage-condition' }))).toEqual(['S25-2.2a'])
    expect(ids(chosenClauses(list, { q: 's01 24' }))).toEqual(['S01-4.4c'])
    expect(ids(chosenClauses(list, { q: '54号令' }))).toEqual(['S01-4.4c'])
    expect(chosenClauses(list, {})).toHaveLength(4)
  })
})

test('a law is named without its article', () => {
  expect(lawOf('医疗器械经营质量管理规范（2023年第153号）第100–105条')).toBe(
    '医疗器械经营质量管理规范（2023年第153号）',
  )
  expect(lawOf('某办法第三十一条')).toBe('某办法')
  expect(lawsOf([...list, list[0] as ClauseEvidence])[0]).toBe('医疗器械经营监督管理办法（54号令）')
})

test('clauses stand under their documents in the order of the text, law after them', () => {
  const groups = groupsOf([...list].reverse())
  expect(groups.map(group => [group.id, ids(group.clauses)])).toEqual([
    ['S01', ['S01-4.4c', 'S01-4.4d']],
    ['S25', ['S25-2.2a']],
    ['law', ['CN-AE-003']],
  ])
  expect(groups.at(0)?.title.zh).toContain('售后服务')
  expect([documentOf('S01-4.4c'), documentOf('CN-AE-003')]).toEqual(['S01', null])
})

test('a clause of two procedures counts once, as the better of them', () => {
  const twice = [...list, clause('S25-2.2a', { procedure: 'warehouse' })]
  expect(countsOf(twice)).toEqual({ fulfilled: 3, partly: 1, 'not-yet': 0 })
})

test('counts by fulfilment, and clocks together', () => {
  expect(countsOf(list)).toEqual({ fulfilled: 2, partly: 1, 'not-yet': 1 })
  expect(clocksOf(list)).toEqual({ inTime: 3, late: 3 })
})

test('the worst stand first: late ones, then what is not fulfilled', () => {
  expect(ids(worstFirst(list))).toEqual(['S01-4.4d', 'CN-AE-003', 'S25-2.2a', 'S01-4.4c'])
})

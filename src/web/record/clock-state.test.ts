import { describe, expect, test } from 'vitest'
import type { Clock } from '../answers.ts'
import { cardsOf, clockState, shortLimit, sortClocks } from './clock-state.ts'

const HOUR = 3_600_000
const start = Date.parse('2026-11-20T00:42:00.000Z')
const iso = (hours: number) => new Date(start + hours * HOUR).toISOString()
const clock = (more: Partial<Clock> = {}): Clock =>
  ({
    id: 'a',
    name: 'verification',
    openedAt: iso(0),
    dueAt: iso(24),
    metAt: null,
    cancelledAt: null,
    ...more,
  }) as Clock

describe('how a clock stands', () => {
  test('running, near its end, overdue', () => {
    expect(clockState(clock(), start + 6 * HOUR)).toMatchObject({
      kind: 'running',
      used: 0.25,
      text: { zh: '剩 18 小时 00 分' },
    })
    expect(clockState(clock(), start + 18 * HOUR)).toMatchObject({ kind: 'near', tone: 'warn' })
    expect(clockState(clock(), start + 26 * HOUR)).toMatchObject({
      kind: 'late',
      tone: 'late',
      text: { zh: '超 2 小时 00 分' },
    })
  })

  test('the moment of the limit itself is in time', () => {
    expect(clockState(clock(), start + 24 * HOUR).kind).toBe('near')
    expect(clockState(clock({ metAt: iso(24) }), start + 99 * HOUR).kind).toBe('met')
  })

  test('met in time says how long it took; met late stays late for ever', () => {
    expect(clockState(clock({ metAt: iso(1.2) }), start + 99 * HOUR).text.zh).toBe('已完成 · 用时 1 小时 12 分')
    expect(clockState(clock({ metAt: iso(30) }), start + 99 * HOUR)).toMatchObject({ kind: 'met-late', tone: 'late' })
  })

  test('the count begins with the event, not with its entry', () => {
    const explained = clock({ explanation: { start: iso(-24) } as Clock['explanation'] })
    expect(clockState(explained, start).used).toBe(0.5)
  })
})

describe('the order of the strip', () => {
  test('earliest first', () => {
    const { shown } = sortClocks([
      clock({ id: 'late', name: 'b', dueAt: iso(30) }),
      clock({ id: 'early', name: 'a', dueAt: iso(8) }),
    ])
    expect(shown.map(item => item.id)).toEqual(['early', 'late'])
  })

  test('of a repeated clock only the latest met one stays; cancelled ones go to the past', () => {
    const { shown, past } = sortClocks([
      clock({ id: 'day1', name: 'daily', dueAt: iso(10), metAt: iso(9) }),
      clock({ id: 'day2', name: 'daily', dueAt: iso(34), metAt: iso(33) }),
      clock({ id: 'day3', name: 'daily', dueAt: iso(58) }),
      clock({ id: 'gone', name: 'plan', cancelledAt: iso(3) }),
    ])
    expect(shown.map(item => item.id)).toEqual(['day3'])
    expect(past.map(item => item.id)).toEqual(['day1', 'gone', 'day2'])
  })
})

describe('cards and chips', () => {
  const met = (id: string, hours: number) => clock({ id, name: id, metAt: iso(hours) })
  const ids = (clocks: readonly Clock[]) => clocks.map(item => item.id)

  test('a row with room shows what was met last beside what runs', () => {
    const { cards, chips } = cardsOf([met('a', 1), met('b', 3), clock({ id: 'c' }), met('d', 2), met('e', 4)])
    expect(ids(cards)).toEqual(['c', 'b', 'd', 'e'])
    expect(ids(chips)).toEqual(['a'])
  })

  test('running clocks are never folded, met ones are as soon as the row is full', () => {
    const running = ['p', 'q', 'r', 's', 't'].map(id => clock({ id }))
    const { cards, chips } = cardsOf([met('a', 1), ...running])
    expect(ids(cards)).toEqual(['p', 'q', 'r', 's', 't'])
    expect(ids(chips)).toEqual(['a'])
  })

  test('when all is done there are chips only', () => {
    expect(cardsOf([met('a', 1), met('b', 2)])).toMatchObject({ cards: [], chips: [{ id: 'a' }, { id: 'b' }] })
  })
})

test('the limit in the corner is short', () => {
  expect(shortLimit({ unit: 'hours', value: 24, basis: 'procedure' }).zh).toBe('24 小时')
  expect(shortLimit({ unit: 'at-once', value: 2, basis: 'company' }).zh).toBe('目标 2 小时')
})

import { describe, expect, test } from 'vitest'
import { writtenIn } from './written.ts'

const now = Date.parse('2026-11-20T08:00:00.000Z')
const zh = writtenIn('Asia/Shanghai', 'zh-Hans', () => now)
const en = writtenIn('Asia/Shanghai', 'en', () => now)

describe('countdowns', () => {
  test('say what is left, and by how much it is late', () => {
    expect(zh.left('2026-11-20T13:08:00.000Z', now)).toBe('剩 5 小时 08 分')
    expect(zh.left('2026-11-20T07:20:00.000Z', now)).toBe('超 40 分')
    expect(en.left('2026-11-20T07:20:00.000Z', now)).toBe('40 min late')
  })
  test('far ones are a date, near ones a countdown', () => {
    expect(zh.due('2026-11-20T10:00:00.000Z', now)).toBe('剩 2 小时 00 分')
    expect(zh.due('2026-11-25T10:00:00.000Z', now)).toBe('11-25 18:00')
    expect(zh.instant('2026-11-21T02:00:00.000Z')).toBe('明天 10:00')
    expect(zh.instant('2025-11-21T02:00:00.000Z')).toBe('2025-11-21 10:00')
  })
})

describe('moments', () => {
  test("are the site's, whatever zone the browser is in", () => {
    expect(zh.full('2026-11-20T16:30:00.000Z')).toBe('2026-11-21 00:30')
    expect(zh.day('2026-11-20T16:30:00.000Z')).toBe('2026-11-21')
  })
  test('a plain day stays the day that it is', () => {
    expect(zh.weekday('2026-11-20')).toBe('2026-11-20 周五')
    expect(en.weekday('2026-11-20')).toBe('2026-11-20 Fri')
  })
})

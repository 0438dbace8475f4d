import { expect, test } from 'vitest'
import { crossed } from './clock-stages.ts'

const rules = { nearPercent: 80, escalateHours: 4 }
const span = { openedAt: '2026-11-20T00:00:00.000Z', dueAt: '2026-11-20T10:00:00.000Z' }
const at = (hour: number, day = 20) => `2026-11-${day}T${String(hour).padStart(2, '0')}:00:00.000Z`
const LONG_AGO = '2026-01-01T00:00:00.000Z'
const look = (told: number, now: string, since = LONG_AGO) => crossed(span, told, now, since, rules)

test('a clock is told at half time, nearly due, overdue, and then to the next role up', () => {
  expect(look(0, at(4))).toEqual({ tell: [], told: 0, nextAt: at(5) })
  expect(look(0, at(5))).toEqual({ tell: ['half'], told: 1, nextAt: at(8) })
  expect(look(1, at(8))).toEqual({ tell: ['near'], told: 2, nextAt: at(10) })
  expect(look(2, at(10))).toEqual({ tell: ['overdue'], told: 3, nextAt: at(14) })
  expect(look(3, at(14))).toEqual({ tell: ['escalated'], told: 4, nextAt: null })
})

test('of stages that passed together the last is told, and the next role up besides', () => {
  expect(look(0, at(9))).toEqual({ tell: ['near'], told: 2, nextAt: at(10) })
  expect(look(1, at(20))).toEqual({ tell: ['overdue', 'escalated'], told: 4, nextAt: null })
})

test('what had passed before the product began to tell is passed over', () => {
  expect(look(0, at(12), at(11))).toEqual({ tell: [], told: 3, nextAt: at(14) })
  expect(look(0, at(20), at(11))).toEqual({ tell: ['escalated'], told: 4, nextAt: null })
})

test('a clock that was late from its first moment is overdue at once', () => {
  const late = { openedAt: at(10), dueAt: at(9) }
  expect(crossed(late, 0, at(10), LONG_AGO, rules)).toEqual({ tell: ['overdue'], told: 3, nextAt: at(13) })
})

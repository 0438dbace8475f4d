import { describe, expect, test } from 'vitest'
import { text } from '../../kernel/text.ts'
import { lookOf, plainYear, weekdayOf, withDraft } from './year.ts'

describe('lookOf', () => {
  test('a worked Saturday is marked, a free Saturday is quiet, a named day off is a holiday', () => {
    expect(lookOf({ kind: 'workday', weekday: 6, title: null })).toBe('made-up')
    expect(lookOf({ kind: 'holiday', weekday: 6, title: null })).toBe('weekend')
    expect(lookOf({ kind: 'holiday', weekday: 4, title: text('国庆节', 'National Day') })).toBe('holiday')
    expect(lookOf({ kind: 'workday', weekday: 4, title: null })).toBe('plain')
  })
})

test('the week starts on Monday', () => {
  expect(weekdayOf('2026-11-22')).toBe(7)
  expect(weekdayOf('2026-11-23')).toBe(1)
})

test('a leap year has its 29th of February', () => {
  expect(plainYear(2028)).toHaveLength(366)
  expect(plainYear(2027)).toHaveLength(365)
})

test('a draft changes only the days that it names', () => {
  const title = text('元旦', "New Year's Day")
  const days = withDraft(plainYear(2027), new Map([['2027-01-01', { day: '2027-01-01', kind: 'holiday', title }]]))
  expect(days[0]).toMatchObject({ kind: 'holiday', title })
  expect(days[3]).toMatchObject({ day: '2027-01-04', kind: 'workday', title: null })
})

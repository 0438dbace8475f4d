import { describe, expect, test } from 'vitest'
import { dayFrom, momentFrom, momentOf, shownMoment, today } from './site-time.ts'

const ZONE = 'Asia/Shanghai'
/** 2026-11-20 16:05 in Shanghai. */
const now = Date.parse('2026-11-20T08:05:30.000Z')

describe('moments as people type them', () => {
  test.each([
    ['15:34', '2026-11-20T07:34:00.000Z'],
    ['1534', '2026-11-20T07:34:00.000Z'],
    ['9点05', '2026-11-20T01:05:00.000Z'],
    ['9点', '2026-11-20T01:00:00.000Z'],
    ['１５：３４', '2026-11-20T07:34:00.000Z'],
    ['昨天 08:42', '2026-11-19T00:42:00.000Z'],
    ['11-18 08:42', '2026-11-18T00:42:00.000Z'],
    ['11月18日 8:42', '2026-11-18T00:42:00.000Z'],
    ['2025-12-31 23:59', '2025-12-31T15:59:00.000Z'],
    ['现在', '2026-11-20T08:05:00.000Z'],
  ])('%s', (typed, moment) => expect(momentFrom(typed, now, ZONE)).toBe(moment))

  test.each(['', '下午', '25:00', '12:60', '2026-02-30 10:00', '11-18', 'E21'])('%s is none', typed =>
    expect(momentFrom(typed, now, ZONE)).toBeNull(),
  )
})

describe('days as people type them', () => {
  test.each([
    ['2026-11-20', '2026-11-20'],
    ['20261120', '2026-11-20'],
    ['4/2', '2026-04-02'],
    ['2025年4月2日', '2025-04-02'],
    ['今天', '2026-11-20'],
    ['yesterday', '2026-11-19'],
  ])('%s', (typed, day) => expect(dayFrom(typed, now, ZONE)).toBe(day))

  test.each(['2026-02-30', '13-01', 'L20260318', ''])('%s is none', typed =>
    expect(dayFrom(typed, now, ZONE)).toBeNull(),
  )
})

test('the day at the site, not of the browser, counts', () => {
  expect(today(Date.parse('2026-11-20T17:00:00.000Z'), ZONE)).toBe('2026-11-21')
})

test('a moment and what is shown of it agree in every zone, over a change of the clocks too', () => {
  for (const zone of [ZONE, 'Europe/Berlin', 'America/New_York', 'UTC'])
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-25', '2026-11-01'])
      expect(shownMoment(momentOf(day, '08:30', zone) ?? '', zone)).toBe(`${day} 08:30`)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addLocalDays,
  addLocalMonths,
  addMilliseconds,
  dayOf,
  dayOfLaterMonth,
  daysBetween,
  endOfDay,
  HOUR,
  instantAt,
  isClock,
  isDay,
  isInstant,
  millisecondsBetween,
  parseInstant,
  sameClockOn,
  startOfDay,
  weekdayOf,
} from './time.ts'

const moment = fc
  .date({ min: new Date('2019-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString())
const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata')

describe('moments and days', () => {
  test.each([
    ['2026-11-22T09:02:03+08:00', '2026-11-22T01:02:03.000Z'],
    ['2026-11-22T01:02:03.456789Z', '2026-11-22T01:02:03.456Z'],
    ['2026-11-22T01:02:03', null],
    ['2026-02-30T00:00:00Z', null],
    ['yesterday', null],
    ['', null],
    ['9'.repeat(1_000_000), null],
  ])('%.40s is read as %s', (written, read) => {
    expect(parseInstant(written)).toBe(read)
  })

  test('only the exact form counts as an instant', () => {
    expect(isInstant('2026-11-22T01:02:03.000Z')).toBe(true)
    for (const other of ['2026-11-22T01:02:03Z', '2026-13-22T01:02:03.000Z', '2026-11-22', 5, null])
      expect(isInstant(other)).toBe(false)
  })

  test('days and clock times must exist', () => {
    expect(isDay('2024-02-29')).toBe(true)
    for (const other of ['2023-02-29', '2024-2-29', '2024-02-29T00:00:00Z', 20240229]) expect(isDay(other)).toBe(false)
    expect(isClock('00:00') && isClock('23:59')).toBe(true)
    for (const other of ['24:00', '9:30', '09:60', '09:30:00']) expect(isClock(other)).toBe(false)
  })

  test('a moment falls on the day of the site', () => {
    expect(dayOf('2026-11-21T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-11-22')
    expect(dayOf('2026-11-21T15:59:59.999Z', 'Asia/Shanghai')).toBe('2026-11-21')
    expect(instantAt('2026-11-22', '12:00', 'Asia/Shanghai')).toBe('2026-11-22T04:00:00.000Z')
    expect(endOfDay('2026-11-22', 'Asia/Shanghai')).toBe('2026-11-22T15:59:59.999Z')
    expect(weekdayOf('2026-11-22')).toBe(7)
  })

  test('the same clock time holds over a change to summer time', () => {
    expect(addLocalDays('2026-03-28T08:00:00.000Z', 1, 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z')
    expect(instantAt('2026-03-29', '02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  })

  test('months end where shorter months end', () => {
    expect(addLocalMonths('2026-01-31T02:00:00.000Z', 1, 'Asia/Shanghai')).toBe('2026-02-28T02:00:00.000Z')
    expect(dayOfLaterMonth('2026-11-30', 1, 5)).toBe('2026-12-05')
    expect(dayOfLaterMonth('2026-01-31', 1, 31)).toBe('2026-02-28')
  })

  test('every moment lies between start and end of its day', () => {
    fc.assert(
      fc.property(moment, zone, (at, where) => {
        const day = dayOf(at, where)
        expect(startOfDay(day, where) <= at && at <= endOfDay(day, where)).toBe(true)
        expect(addMilliseconds(endOfDay(day, where), 1)).toBe(startOfDay(addOne(day), where))
      }),
    )
  })

  test('adding days is undone by counting them', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -400, max: 400 }), (at, count) => {
        const later = addLocalDays(at, count, 'Asia/Shanghai')
        expect(daysBetween(dayOf(at, 'Asia/Shanghai'), dayOf(later, 'Asia/Shanghai'))).toBe(count)
        expect(millisecondsBetween(at, later)).toBe(count * 24 * HOUR)
        expect(sameClockOn(at, dayOf(later, 'Asia/Shanghai'), 'Asia/Shanghai')).toBe(later)
      }),
    )
  })
})

const addOne = (day: string): string => dayOf(addLocalDays(`${day}T12:00:00.000Z`, 1, 'UTC'), 'UTC')

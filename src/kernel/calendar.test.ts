import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CalendarEntry, calendar, SHIPPED_YEARS, type Workdays } from './calendar.ts'
import { statutoryHolidays } from './statutory-holiday.ts'
import { addDays, daysBetween, weekdayOf } from './time.ts'

const china = calendar()

test('a due day on days off moves on to the next working day, never back', () => {
  expect(china.onWorkday('2026-10-05')).toBe('2026-10-08')
  expect(china.onWorkday('2026-10-10')).toBe('2026-10-10')
  expect(china.onWorkday('2026-11-21')).toBe('2026-11-23')
  expect(china.onWorkday('1999-05-01')).toBe('1999-05-01')
})

describe('official days', () => {
  test.each([
    ['2019-05-02', 'holiday', '劳动节'],
    ['2019-05-05', 'workday', '劳动节调休上班'],
    ['2020-01-31', 'holiday', '春节'],
    ['2020-02-02', 'holiday', '春节'],
    ['2020-02-03', 'workday', null],
    ['2021-02-07', 'workday', '春节调休上班'],
    ['2022-10-09', 'workday', '国庆节调休上班'],
    ['2023-04-05', 'holiday', '清明节'],
    ['2023-06-25', 'workday', '端午节调休上班'],
    ['2024-02-04', 'workday', '春节调休上班'],
    ['2024-02-09', 'workday', null],
    ['2024-05-11', 'workday', '劳动节调休上班'],
    ['2025-01-26', 'workday', '春节调休上班'],
    ['2025-10-08', 'holiday', '国庆节'],
    ['2026-01-04', 'workday', '元旦调休上班'],
    ['2026-02-23', 'holiday', '春节'],
    ['2026-10-10', 'workday', '国庆节调休上班'],
    ['2026-11-22', 'holiday', null],
  ] as const)('%s is a %s (%s)', (day, kind, title) => {
    expect(china.kindOf(day)).toBe(kind)
    expect(china.title(day)?.zh ?? null).toBe(title)
  })

  test('the shipped years are exactly those from 2019 that the data set holds', () => {
    const years = new Set(Object.keys(published.holidays).map(day => Number(day.slice(0, 4))))
    expect([...years].filter(year => year >= 2019).sort()).toEqual(SHIPPED_YEARS)
  })

  test('every title is in Chinese and English', () => {
    for (const day of Object.keys(published.holidays).filter(found => found >= '2019'))
      expect(china.title(day)).toEqual({
        zh: expect.stringMatching(/^[一-鿿]+$/),
        en: expect.stringMatching(/^[ -~]+$/),
      })
  })

  test('2027 is covered from the law alone and says so', () => {
    expect(china.years.at(-1)).toEqual({ year: 2027, published: false })
    expect([...statutoryHolidays(2027).keys()].sort()).toEqual([
      '2027-01-01',
      '2027-02-05',
      '2027-02-06',
      '2027-02-07',
      '2027-02-08',
      '2027-04-05',
      '2027-05-01',
      '2027-05-02',
      '2027-06-09',
      '2027-09-15',
      '2027-10-01',
      '2027-10-02',
      '2027-10-03',
    ])
    expect(china.isWorkday('2027-01-01')).toBe(false)
    expect(china.addWorkdays('2026-12-30', 3)).toMatchObject({ day: '2027-01-05', unpublishedYears: [2027] })
  })

  test('the law gives no day off that a published year since the law of 2025 makes a working day', () => {
    for (const year of [2025, 2026])
      for (const day of statutoryHolidays(year).keys()) expect([day, china.isWorkday(day)]).toEqual([day, false])
  })

  test.each(['2018-12-31', '2028-01-01', '2026-02-30', 'tomorrow'])('%s is refused, not guessed', day => {
    expect(china.kindOf(day)).toBe('outside')
    expect(china.isWorkday(day)).toBeNull()
    expect(china.addWorkdays(day, 1)).toMatchObject({
      ok: false,
      day,
      sentence: { zh: expect.stringContaining('日历') },
    })
    expect(china.countWorkdays('2026-01-01', day)).toMatchObject({ ok: false })
  })

  test('counting past the last year is refused', () => {
    expect(china.addWorkdays('2027-12-30', 5)).toMatchObject({ ok: false, day: '2028-01-01' })
  })
})

describe("the administrator's days", () => {
  const entries: CalendarEntry[] = [
    { day: '2026-11-23', kind: 'holiday', title: { zh: '公司年会', en: 'Company day' }, source: '公司通知 12 号' },
    { day: '2026-11-28', kind: 'workday', title: { zh: '公司年会调休', en: 'Made up' }, source: '公司通知 12 号' },
    { day: '2027-01-04', kind: 'holiday', title: { zh: '元旦', en: "New Year's Day" }, source: '国办发明电 9 号' },
  ]

  test('outrank the shipped ones', () => {
    const own = calendar({ entries })
    expect(own.addWorkdays('2026-11-20', 5)).toMatchObject({ day: '2026-11-28', madeUp: [{ day: '2026-11-28' }] })
    expect(own.title('2026-11-23')?.zh).toBe('公司年会')
  })

  test('make a year official, and alone say what is off in it', () => {
    const own = calendar({ entries, publishedYears: [2027] })
    expect(own.isPublished(2027)).toBe(true)
    expect(own.isWorkday('2027-01-04')).toBe(false)
    expect(own.isWorkday('2027-01-01')).toBe(true)
    expect(own.coverage).toEqual({ first: 2019, last: 2028 })
    expect(own.isPublished(2028)).toBe(false)
  })

  test('must be real days and years', () => {
    const title = { zh: '错', en: 'wrong' }
    expect(() => calendar({ entries: [{ day: '2026-02-30', kind: 'holiday', title, source: '' }] })).toThrow(RangeError)
    expect(() => calendar({ publishedYears: [27] })).toThrow(RangeError)
  })
})

describe('counting working days', () => {
  const day = fc.integer({ min: 0, max: 2800 }).map(offset => addDays('2019-01-01', offset))
  const counted = (from: string, count: number): Workdays => {
    const result = china.addWorkdays(from, count)
    if (!result.ok) throw new Error(`outside: ${result.day}`)
    return result
  }

  test('never goes back and never rests on a day off', () => {
    fc.assert(
      fc.property(day, fc.nat(60), (from, count) => {
        const result = counted(from, count)
        expect(counted(from, count + 1).day > result.day).toBe(true)
        expect(counted(addDays(from, 1), count).day >= result.day).toBe(true)
        if (count > 0) expect(china.isWorkday(result.day)).toBe(true)
      }),
    )
  })

  test('agrees with a naive loop over the data set', () => {
    const off = new Set(Object.keys(published.holidays))
    const on = new Set(Object.keys(published.workdays))
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 90 }), (from, length) => {
        let naive = 0
        for (let step = 1; step <= length; step++) {
          const at = addDays(from, step)
          if (on.has(at) || (!off.has(at) && weekdayOf(at) < 6)) naive++
        }
        expect(china.countWorkdays(from, addDays(from, length))).toBe(naive)
        expect(counted(from, naive).day <= addDays(from, length)).toBe(true)
      }),
    )
  })

  test('accounts for every day passed, in order', () => {
    fc.assert(
      fc.property(day, fc.nat(40), (from, count) => {
        const result = counted(from, count)
        expect(result.skipped.length + count).toBe(daysBetween(from, result.day))
        const days = result.skipped.map(skip => skip.day)
        expect(days).toEqual([...days].sort())
        for (const made of result.madeUp) expect(weekdayOf(made.day)).toBeGreaterThan(5)
      }),
    )
  })

  test('backwards undoes forwards from a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const start = counted(from, 1).day
        expect(counted(counted(start, count).day, -count).day).toBe(start)
      }),
    )
  })

  test('half a working day is no number of working days', () => {
    expect(() => china.addWorkdays('2026-11-20', 0.5)).toThrow(RangeError)
  })
})

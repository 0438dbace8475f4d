import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar } from './calendar.ts'
import type { Duty, Rhythm } from './duty.ts'
import { periodAfter, periodBefore, periodOf } from './duty-period.ts'
import { planTurns } from './duty-plan.ts'
import { explainText } from './explain.ts'
import { policyBook } from './policy.ts'
import { text } from './text.ts'
import { addDays, addMilliseconds, type Day } from './time.ts'

const WINDOWS = [
  { from: '09:30', to: '10:30' },
  { from: '15:30', to: '16:30' },
]
const at = {
  policy: policyBook([], '2026-11-20T00:00:00.000Z'),
  calendar: calendar(),
  zone: 'Asia/Shanghai',
}
const plan = (
  rhythm: Rhythm,
  holidays: Duty['holidays'],
  from: Day,
  to: Day,
  places: Parameters<typeof planTurns>[3] = [{ key: '' }],
  place = at,
) =>
  planTurns({ rhythm: () => rhythm, holidays, policies: [], title: text('测试', 'test') }, place, { from, to }, places)
const days = (turns: readonly { readonly from: Day }[]) => turns.map(turn => turn.from)

describe('windows of the day', () => {
  test('each place has each window, in the zone of the site', () => {
    const turns = plan({ every: 'day', windows: WINDOWS }, 'as-usual', '2026-11-20', '2026-11-20', [
      { key: 'A' },
      { key: 'B' },
    ])
    expect(turns.map(turn => [turn.key, turn.place])).toEqual([
      ['2026-11-20 09:30', 'A'],
      ['2026-11-20 09:30', 'B'],
      ['2026-11-20 15:30', 'A'],
      ['2026-11-20 15:30', 'B'],
    ])
    expect(turns[0]).toMatchObject({ opensAt: '2026-11-20T01:30:00.000Z', dueAt: '2026-11-20T02:30:00.000Z' })
    expect(explainText(turns[0]?.explanation ?? expect.fail('no turn')).zh).toContain('09:30–10:30')
  })

  test('a zone with daylight saving keeps its local windows', () => {
    const berlin = { ...at, zone: 'Europe/Berlin' }
    const turns = plan(
      { every: 'day', windows: [{ from: '09:30', to: '10:30' }] },
      'as-usual',
      '2026-03-28',
      '2026-03-29',
      undefined,
      berlin,
    )
    expect(turns.map(turn => turn.opensAt)).toEqual(['2026-03-28T08:30:00.000Z', '2026-03-29T07:30:00.000Z'])
  })

  test('a whole day ends with its last millisecond', () => {
    const [turn] = plan(
      { every: 'day', windows: [{ from: '00:00', to: '23:59' }] },
      'as-usual',
      '2026-11-20',
      '2026-11-20',
    )
    expect(turn).toMatchObject({
      key: '2026-11-20',
      opensAt: '2026-11-19T16:00:00.000Z',
      dueAt: '2026-11-20T15:59:59.999Z',
    })
  })

  test('a place is asked from its first day on', () => {
    const turns = plan({ every: 'day', windows: WINDOWS.slice(0, 1) }, 'as-usual', '2026-11-18', '2026-11-20', [
      { key: 'new', since: '2026-11-20' },
    ])
    expect(days(turns)).toEqual(['2026-11-20'])
  })
})

describe('holidays', () => {
  const daily: Rhythm = { every: 'day', windows: WINDOWS.slice(0, 1) }
  const week: Rhythm = { every: 'day', windows: WINDOWS.slice(0, 1), weekdays: [1, 2, 3, 4, 5] }

  test('as usual: the national holiday too', () => {
    expect(plan(daily, 'as-usual', '2026-10-01', '2026-10-10')).toHaveLength(10)
  })

  test('skipped: not on days given off, on ordinary weekends as the rhythm says', () => {
    expect(days(plan(daily, 'skipped', '2026-10-01', '2026-10-11'))).toEqual([
      '2026-10-08',
      '2026-10-09',
      '2026-10-10',
      '2026-10-11',
    ])
    // 2026-10-10 is a Saturday that is worked to make up (调休)
    expect(days(plan(week, 'skipped', '2026-10-01', '2026-10-11'))).toEqual(['2026-10-08', '2026-10-09', '2026-10-10'])
    expect(days(plan(week, 'as-usual', '2026-10-08', '2026-10-11'))).toEqual(['2026-10-08', '2026-10-09'])
  })

  test('next working day: moved once, never twice on the same day', () => {
    const mondays: Rhythm = { every: 'day', windows: WINDOWS.slice(0, 1), weekdays: [1] }
    expect(days(plan(mondays, 'next-working-day', '2026-09-28', '2026-10-12'))).toEqual([
      '2026-09-28',
      '2026-10-08',
      '2026-10-12',
    ])
    expect(days(plan(daily, 'next-working-day', '2026-10-06', '2026-10-09'))).toEqual(['2026-10-08', '2026-10-09'])
  })

  test('a year whose holidays are not published is flagged; a year that the calendar does not know is still asked', () => {
    const [turn] = plan(daily, 'skipped', '2027-11-22', '2027-11-22')
    expect(turn?.explanation.unpublishedYears).toEqual([2027])
    expect(plan(daily, 'as-usual', '2027-11-22', '2027-11-22')[0]?.explanation.unpublishedYears).toEqual([])
    const beyond = plan(daily, 'skipped', '2031-05-01', '2031-05-01')
    expect(beyond).toHaveLength(1)
    expect(beyond[0]?.explanation.unpublishedYears).toEqual([2031])
  })

  test('the way of taking holidays may hang on a policy', () => {
    expect(days(plan(week, () => 'skipped', '2026-10-09', '2026-10-11'))).toEqual(['2026-10-09', '2026-10-10'])
  })
})

describe('periods', () => {
  test('a month is due on a day of the next, moved off a holiday and explained', () => {
    const turns = plan({ every: 'month', dueMonth: 1, dueDay: 5 }, 'next-working-day', '2026-09-20', '2026-10-15')
    expect(turns.map(turn => turn.key)).toEqual(['2026-09', '2026-10'])
    expect(turns[0]).toMatchObject({
      opensAt: '2026-09-30T16:00:00.000Z',
      dueAt: '2026-10-08T15:59:59.999Z',
      limit: { instead: '2026-10-05' },
    })
    expect(explainText(turns[0]?.explanation ?? expect.fail('no turn')).zh).toContain('2026-10-05')
  })

  test('a period that is over and not yet due is asked too', () => {
    const turns = plan({ every: 'year', dueMonth: 3, dueDay: 31 }, 'as-usual', '2026-02-01', '2026-02-15')
    expect(turns.map(turn => turn.key)).toEqual(['2025', '2026'])
    expect(turns[0]?.dueAt).toBe('2026-03-31T15:59:59.999Z')
  })

  test('half a year, a quarter, and work due within the period itself', () => {
    expect(
      plan({ every: 'half-year', dueMonth: 1, dueDay: 31 }, 'as-usual', '2026-08-01', '2026-08-01')[0],
    ).toMatchObject({ key: '2026-H2', from: '2026-07-01', to: '2026-12-31', dueAt: '2027-01-31T15:59:59.999Z' })
    expect(
      plan({ every: 'quarter', dueMonth: 0, dueDay: 31 }, 'as-usual', '2026-11-01', '2026-11-01')[0],
    ).toMatchObject({
      key: '2026-Q4',
      opensAt: '2026-09-30T16:00:00.000Z',
      dueAt: '2026-12-31T15:59:59.999Z',
    })
  })

  test('shares are worked off month by month', () => {
    const turns = plan({ every: 'shares', after: 3, shares: [3, 3, 4] }, 'as-usual', '2026-11-01', '2026-12-01')
    expect(turns.map(turn => [turn.key, turn.dueAt])).toEqual([
      ['2026-11', '2026-11-30T15:59:59.999Z'],
      ['2026-12', '2026-12-31T15:59:59.999Z'],
    ])
  })

  test('periods follow each other without gap or overlap', () => {
    const day = fc.integer({ min: 0, max: 5_000 }).map(count => addDays('2019-01-01', count))
    fc.assert(
      fc.property(day, fc.constantFrom('month', 'quarter', 'half-year', 'year' as const), (on, kind) => {
        const period = periodOf(kind, on)
        expect(period.from <= on && on <= period.to).toBe(true)
        expect(periodAfter(kind, period).from).toBe(addDays(period.to, 1))
        expect(periodBefore(kind, periodAfter(kind, period))).toEqual(period)
      }),
    )
  })
})

test('whatever the rhythm: keys differ, a turn ends after it opens, and two spans that meet give what one gives', () => {
  const rhythms: Rhythm[] = [
    { every: 'day', windows: WINDOWS },
    { every: 'day', windows: WINDOWS.slice(0, 1), weekdays: [1, 2, 3, 4, 5] },
    { every: 'month', dueMonth: 1, dueDay: 5 },
    { every: 'quarter', dueMonth: 0, dueDay: 31 },
    { every: 'year', dueMonth: 3, dueDay: 31 },
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...rhythms),
      fc.constantFrom('as-usual', 'skipped', 'next-working-day' as const),
      fc.integer({ min: 0, max: 700 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 40 }),
      (rhythm, holidays, start, first, second) => {
        const from = addDays('2025-01-01', start)
        const middle = addDays(from, first)
        const to = addDays(middle, second)
        const whole = plan(rhythm, holidays, from, to)
        expect(new Set(whole.map(turn => turn.key)).size).toBe(whole.length)
        for (const turn of whole) {
          expect(turn.opensAt <= turn.dueAt).toBe(true)
          expect(turn.dueAt > addMilliseconds(`${from}T00:00:00.000Z`, -24 * 3_600_000)).toBe(true)
        }
        const parts = [...plan(rhythm, holidays, from, middle), ...plan(rhythm, holidays, addDays(middle, 1), to)]
        const keys = new Set(parts.map(turn => turn.key))
        for (const turn of whole) expect(keys).toContain(turn.key)
      },
    ),
    { numRuns: 60 },
  )
})

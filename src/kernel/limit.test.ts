import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar } from './calendar.ts'
import { explainText, localTime } from './explain.ts'
import { type CountingPlace, type Due, dueAt, type Limit } from './limit.ts'
import { endOfDay } from './time.ts'

const china: CountingPlace = {
  zone: 'Asia/Shanghai',
  calendar: calendar(),
  event: { zh: '受理', en: 'registration' },
}
const START = '2026-11-20T00:42:00.000Z' // Friday 08:42 in Shanghai

function due(limit: Limit, start = START, place = china): Due {
  const result = dueAt(limit, start, place)
  if (!result.ok) throw new Error(result.sentence.en)
  return result
}
const localDue = (limit: Limit, start = START): string => localTime(due(limit, start).dueAt, 'Asia/Shanghai')

describe('when a clock runs out', () => {
  test.each<[string, Limit, string]>([
    ['24 hours', { unit: 'hours', value: 24, basis: 'procedure' }, '2026-11-21 08:42'],
    ['half an hour', { unit: 'hours', value: 0.5, basis: 'company' }, '2026-11-20 09:12'],
    ['3 days', { unit: 'days', value: 3, basis: 'procedure' }, '2026-11-23 08:42'],
    ['7 days of the law', { unit: 'days', value: 7, basis: 'law', endOfDay: true }, '2026-11-27 23:59'],
    ['1 working day', { unit: 'workdays', value: 1, basis: 'procedure' }, '2026-11-23 08:42'],
    ['5 working days to the end', { unit: 'workdays', value: 5, basis: 'law', endOfDay: true }, '2026-11-27 23:59'],
    ['0 working days', { unit: 'workdays', value: 0, basis: 'procedure' }, '2026-11-20 08:42'],
    ['3 months', { unit: 'months', value: 3, basis: 'procedure' }, '2027-02-20 08:42'],
    ['noon of the next day', { unit: 'clock', value: '12:00', basis: 'procedure' }, '2026-11-21 12:00'],
    ['noon today', { unit: 'clock', value: '12:00', daysLater: 0, basis: 'procedure' }, '2026-11-20 12:00'],
    [
      '08:00 today, already past',
      { unit: 'clock', value: '08:00', daysLater: 0, basis: 'procedure' },
      '2026-11-21 08:00',
    ],
    ['the 5th of the following month', { unit: 'by-day', value: 5, basis: 'procedure' }, '2026-12-05 23:59'],
    ['window', { unit: 'window', value: { from: '09:30', to: '10:30' }, basis: 'procedure' }, '2026-11-20 10:30'],
    ['window past', { unit: 'window', value: { from: '07:00', to: '08:00' }, basis: 'procedure' }, '2026-11-21 08:00'],
    ['at once', { unit: 'at-once', value: 1, basis: 'company' }, '2026-11-20 09:42'],
  ])('%s', (_name, limit, end) => {
    expect(localDue(limit)).toBe(end)
  })

  test('a reporting clock of the law ends with the last day and is not moved by a holiday', () => {
    const limit: Limit = { unit: 'days', value: 7, basis: 'law', endOfDay: true }
    expect(due(limit, '2026-09-25T15:59:59.999Z').dueAt).toBe(endOfDay('2026-10-02', 'Asia/Shanghai'))
    expect(due(limit, '2026-09-24T16:00:00.000Z').dueAt).toBe(endOfDay('2026-10-02', 'Asia/Shanghai'))
  })

  test('the working day after National Day is the made-up Saturday', () => {
    const result = due({ unit: 'workdays', value: 3, basis: 'procedure' }, '2026-09-30T06:00:00.000Z')
    expect(result.dueAt).toBe('2026-10-10T06:00:00.000Z')
    expect(result.explanation.skipped).toHaveLength(7)
    expect(result.explanation.madeUp.map(day => day.day)).toEqual(['2026-10-10'])
  })

  test('what starts on a day off has the whole last working day', () => {
    const limit: Limit = { unit: 'workdays', value: 1, basis: 'procedure' }
    expect(localDue(limit, '2026-11-20T12:00:00.000Z')).toBe('2026-11-23 20:00')
    expect(localDue(limit, '2026-11-21T01:00:00.000Z')).toBe('2026-11-23 23:59')
    expect(localDue(limit, '2026-11-23T01:00:00.000Z')).toBe('2026-11-24 09:00')
  })

  test('leaving the calendar is refused with the way out', () => {
    const far: Limit = { unit: 'workdays', value: 600, basis: 'procedure' }
    expect(dueAt(far, START, china)).toMatchObject({ ok: false, sentence: { zh: expect.stringContaining('管理员') } })
  })

  test.each<Limit>([
    { unit: 'hours', value: -1, basis: 'law' },
    { unit: 'hours', value: Number.NaN, basis: 'law' },
    { unit: 'days', value: 1.5, basis: 'law' },
    { unit: 'workdays', value: 0.5, basis: 'law' },
    { unit: 'clock', value: '25:00', basis: 'law' },
    { unit: 'by-day', value: 0, basis: 'law' },
    { unit: 'window', value: { from: '10:30', to: '09:30' }, basis: 'law' },
  ])('%j makes no sense', limit => {
    expect(() => dueAt(limit, START, china)).toThrow(RangeError)
  })
})

describe('whatever the limit', () => {
  const basis = fc.constantFrom('law' as const, 'procedure' as const, 'company' as const)
  const clock = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
  const endOfTheDay = fc.boolean()
  const limit: fc.Arbitrary<Limit> = fc.oneof(
    fc.record({ unit: fc.constant('hours' as const), value: fc.double({ min: 0, max: 2000, noNaN: true }), basis }),
    fc.record({ unit: fc.constant('days' as const), value: fc.nat(200), basis, endOfDay: endOfTheDay }),
    fc.record({ unit: fc.constant('workdays' as const), value: fc.nat(100), basis, endOfDay: endOfTheDay }),
    fc.record({ unit: fc.constant('months' as const), value: fc.nat(24), basis, endOfDay: endOfTheDay }),
    fc.record({ unit: fc.constant('clock' as const), value: clock, basis, daysLater: fc.nat(3) }),
    fc.record({ unit: fc.constant('by-day' as const), value: fc.integer({ min: 1, max: 31 }), basis }),
    fc.record({
      unit: fc.constant('window' as const),
      value: fc
        .tuple(clock, clock)
        .filter(([a, b]) => a < b)
        .map(([from, to]) => ({ from, to })),
      basis,
    }),
    fc.record({ unit: fc.constant('at-once' as const), value: fc.nat(8), basis: fc.constant('company' as const) }),
  )
  const start = fc
    .date({ min: new Date('2019-01-02T00:00:00Z'), max: new Date('2026-12-31T00:00:00Z'), noInvalidDate: true })
    .map(date => date.toISOString())
  const zone = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/New_York')

  test('it never ends before it starts, and explains itself in plain JSON', () => {
    fc.assert(
      fc.property(limit, start, zone, (some, from, where) => {
        const { dueAt: end, explanation } = due(some, from, { ...china, zone: where })
        expect(end >= from).toBe(true)
        expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation)
        const { zh, en } = explainText(explanation)
        expect(zh).toContain(`至 ${localTime(end, where)}`)
        expect(en).toContain(`until ${localTime(end, where)}`)
        expect(`${zh}${en}`).not.toMatch(/undefined|NaN|null/)
      }),
    )
  })

  test('a later start never ends earlier', () => {
    fc.assert(
      fc.property(limit, start, fc.nat(100_000_000), (some, from, wait) => {
        const later = new Date(Date.parse(from) + wait).toISOString()
        if (later >= '2027-01') return
        expect(due(some, later).dueAt >= due(some, from).dueAt).toBe(true)
      }),
    )
  })
})

describe('why due then', () => {
  test('hours', () => {
    expect(explainText(due({ unit: 'hours', value: 24, basis: 'procedure' }).explanation)).toEqual({
      zh: '自 2026-11-20 08:42 受理起算，24 小时（自然时），至 2026-11-21 08:42。',
      en: 'Counted from 2026-11-20 08:42 (registration): 24 clock hours, until 2026-11-21 08:42.',
    })
  })

  test('working days name what was passed over and what counted', () => {
    const { zh, en } = explainText(
      due({ unit: 'workdays', value: 3, basis: 'procedure' }, '2026-09-30T06:00:00.000Z').explanation,
    )
    expect(zh).toBe(
      '自 2026-09-30 14:00 受理起算，3 个工作日（起算当日不计），至 2026-10-10 14:00。' +
        '不计入 2026-10-01 至 2026-10-07（国庆节）。计入 2026-10-10（国庆节调休上班）。',
    )
    expect(en).toContain('Not counted: 2026-10-01 to 2026-10-07 (National Day).')
  })

  test('an unpublished year is flagged', () => {
    const { zh, en } = explainText(
      due({ unit: 'workdays', value: 3, basis: 'procedure' }, '2026-12-30T02:00:00.000Z').explanation,
    )
    expect(zh).toContain('2027 年节假日安排尚未公布，此日期可能变动。')
    expect(en).toContain('The official holidays of 2027 are not published yet; this date may move.')
  })

  test('law, company target and policy are told apart', () => {
    const law = explainText(due({ unit: 'days', value: 7, basis: 'law', endOfDay: true }).explanation)
    expect(law.zh).toContain('节假日不顺延')
    expect(law.zh).toContain('法定时限')
    expect(explainText(due({ unit: 'at-once', value: 1, basis: 'company' }).explanation).zh).toContain('公司自定目标')
    const policy = { key: 'complaint.general_contact_h', version: 2 }
    const set = due({ unit: 'hours', value: 12, basis: 'procedure' }, START, { ...china, policy })
    expect(explainText(set.explanation).zh).toContain('时限取自参数 complaint.general_contact_h 第 2 版。')
  })
})

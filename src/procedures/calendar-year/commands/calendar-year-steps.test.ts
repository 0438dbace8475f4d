import { describe, expect, test } from 'vitest'
import { given, idOf, NOON, someone } from '../../../../test/given.ts'
import { statutoryHolidays } from '../../../kernel/statutory-holiday.ts'
import { text } from '../../../kernel/text.ts'
import type { CalendarYearRow, OfficialDay } from '../calendar-year.ts'
import { correctDays } from './correct-days.ts'
import { enterDays } from './enter-days.ts'
import { openCalendarYear } from './open-calendar-year.ts'
import { publishCalendarYear } from './publish-calendar-year.ts'

const statutory: OfficialDay[] = [...statutoryHolidays(2027)].map(([day, title]) => ({ day, kind: 'holiday', title }))
const worked: OfficialDay = { day: '2027-02-20', kind: 'workday', title: text('调休上班', 'made-up working day') }
const record: CalendarYearRow = {
  id: idOf('2027'),
  number: 'RL-2026-0001',
  state: 'open',
  version: 1,
  siteId: idOf('site'),
  createdAt: NOON,
  createdBy: idOf('administrator'),
  updatedAt: NOON,
  year: 2027,
  title: '2027 年放假安排',
  days: [...statutory, worked],
  source: null,
  sourceDay: null,
  publishedAt: null,
  publishedByName: null,
}
const published: CalendarYearRow = {
  ...record,
  state: 'published',
  source: '国办发明电〔2026〕7号',
  sourceDay: '2026-11-04',
}
const newYear = { day: '2027-01-01', kind: 'holiday', title: '元旦' }

describe('openCalendarYear', () => {
  const found = { yearTaken: null }

  test('begins next year, with days in order and the official names in both languages', () => {
    const days = [{ day: '2027-02-20', kind: 'workday' }, newYear]
    const { change } = given(openCalendarYear, { found }).when({ year: 2027, days }).accepts()
    expect(change.set?.days).toEqual([
      { day: '2027-01-01', kind: 'holiday', title: { zh: '元旦', en: "New Year's Day" } },
      { day: '2027-02-20', kind: 'workday', title: { zh: '调休上班', en: 'made-up working day' } },
    ])
  })

  test('refuses a year that ships, one too far, and one that is there', () => {
    given(openCalendarYear, { found }).when({ year: 2026 }).refuses('year-shipped', 'year')
    given(openCalendarYear, { found }).when({ year: 2028 }).refuses('year-out-of-reach', 'year')
    given(openCalendarYear, { found: { yearTaken: 'RL-2026-0001' } })
      .when({ year: 2027 })
      .refuses('year-taken', 'year')
    given(openCalendarYear, { found, actor: someone('quality') })
      .when({ year: 2027 })
      .refuses('role')
  })
})

describe('enterDays', () => {
  test('replaces what was entered', () => {
    const { change } = given(enterDays, { record })
      .when({ days: [newYear] })
      .accepts()
    expect(change.set?.days).toHaveLength(1)
    expect(change.rows).toBeUndefined()
  })

  test('refuses other years, days twice, working days that are worked anyway, days that do not exist', () => {
    const enter = (...days: object[]) => given(enterDays, { record }).when({ days })
    enter({ ...newYear, day: '2028-01-01' }).refuses('other-year', 'days.0.day')
    enter(newYear, newYear).refuses('day-twice', 'days.1.day')
    enter({ day: '2027-02-22', kind: 'workday' }).refuses('workday-anyway', 'days.0.kind')
    enter({ ...newYear, day: '2027-02-30' }).refuses('bad-input', 'days.0.day')
    given(enterDays, { record: published })
      .when({ days: [newYear] })
      .refuses('state')
  })
})

describe('publishCalendarYear', () => {
  const input = { source: '国办发明电〔2026〕7号', sourceDay: '2026-11-04' }

  test('makes an entry for each day and the publication', () => {
    const { change, to } = given(publishCalendarYear, { record }).when(input).accepts()
    expect(to).toBe('published')
    expect(change.rows).toHaveLength(record.days.length + 1)
    expect(change.rows?.at(-1)).toMatchObject({ child: 'publication', insert: { year: 2027 } })
    expect(change.set).toMatchObject({ ...input, publishedByName: 'administrator 甲' })
  })

  test('refuses without days, or while a statutory day is missing', () => {
    expect(given(publishCalendarYear, { record: { ...record, days: [] } }).standsAgainst()).toEqual(['no-days'])
    const short = { ...record, days: record.days.filter(item => item.day !== '2027-05-02') }
    const { sentence } = given(publishCalendarYear, { record: short }).when(input).refuses('statutory-missing')
    expect(sentence.zh).toContain('2027-05-02 劳动节')
  })

  test('refuses without the notice, and a notice from the future', () => {
    given(publishCalendarYear, { record })
      .when({ ...input, source: '' })
      .refuses('bad-input', 'source')
    given(publishCalendarYear, { record })
      .when({ ...input, sourceDay: '2026-11-21' })
      .refuses('source-in-future', 'sourceDay')
  })
})

describe('correctDays', () => {
  const entry = {
    id: idOf('e'),
    yearId: record.id,
    day: worked.day,
    kind: 'workday' as const,
    title: worked.title,
    source: 'x',
  }
  const facts = { entries: [entry] }
  const correct = (...days: object[]) =>
    given(correctDays, { record: published, facts }).when({ days, reason: '核对有误' })

  test('adds a day, and takes one away as what its weekday says', () => {
    const added = { day: '2027-02-14', kind: 'workday' }
    const { change } = correct({ day: worked.day, kind: 'ordinary' }, added).accepts()
    expect(change.rows).toMatchObject([
      { child: 'entry', id: entry.id, set: { kind: 'holiday', title: { zh: '周六' } } },
      { child: 'entry', insert: { day: '2027-02-14', kind: 'workday', source: published.source } },
    ])
    const days = (change.set as Partial<CalendarYearRow>).days?.map(item => item.day)
    expect(days).toContain('2027-02-14')
    expect(days).not.toContain(worked.day)
    expect(change.correct?.[0]).toMatchObject({ was: '2027-02-20 调休上班 调休上班', reason: '核对有误' })
  })

  test('refuses to take away what is not there, or a statutory day', () => {
    correct({ day: '2027-03-01', kind: 'ordinary' }).refuses('not-entered', 'days.0.day')
    correct({ day: '2027-01-01', kind: 'ordinary' }).refuses('statutory-missing')
    correct().refuses('bad-input', 'days')
    given(correctDays, { record, facts })
      .when({ days: [newYear], reason: '核对' })
      .refuses('state')
  })
})

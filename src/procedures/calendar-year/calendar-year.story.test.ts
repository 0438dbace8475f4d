import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestKernel, testKernel } from '../../../test/kernel.ts'
import { statutoryHolidays } from '../../kernel/statutory-holiday.ts'
import { calendarYear } from './procedure.ts'

let world: TestKernel
beforeAll(async () => {
  world = await testKernel([calendarYear])
})
afterAll(() => world.drop())

interface Year {
  readonly published: boolean
  readonly covered: boolean
  readonly draft: readonly unknown[] | null
  readonly days: readonly {
    readonly day: string
    readonly kind: string
    readonly title: { readonly zh: string } | null
  }[]
}
const year = async (of: number): Promise<Year> =>
  (await calendarYear.queries.reads.year?.run(world.kernel.db, { year: of }, {} as never)) as Year
const dayOf = (answer: Year, day: string) => answer.days.find(item => item.day === day)

test('next year is entered, published from the notice, and counts from then on', async () => {
  const { does, refused } = world
  expect(await year(2027)).toMatchObject({ published: false, covered: true, draft: null })
  expect(dayOf(await year(2026), '2026-02-14')).toMatchObject({ kind: 'workday', title: { zh: '春节调休上班' } })

  const begun = await does('administrator', 'calendar-year.open', { input: { year: 2027 } })
  const on = begun.record.id
  expect(begun.can['calendar-year.publish']?.code).toBe('no-days')
  const again = await refused('administrator-2', 'calendar-year.open', { input: { year: 2027 } })
  expect(again[0]?.sentence.zh).toContain(begun.record.number)

  const days = [...statutoryHolidays(2027)].map(([day, title]) => ({ day, kind: 'holiday', title: title.zh }))
  await does('administrator', 'calendar-year.enter-days', { on, input: { days: days.slice(1) } })
  const short = await refused('administrator', 'calendar-year.publish', {
    on,
    input: { source: '国办发明电〔2026〕7号', sourceDay: '2026-11-04' },
  })
  expect(short[0]).toMatchObject({ code: 'statutory-missing', clause: 'WD-statutory' })

  const made = { day: '2027-02-20', kind: 'workday' }
  await does('administrator', 'calendar-year.enter-days', { on, input: { days: [...days, made] } })
  expect(dayOf(await year(2027), made.day)?.kind).toBe('holiday')
  await does('administrator', 'calendar-year.publish', {
    on,
    input: { source: '国办发明电〔2026〕7号', sourceDay: '2026-11-04' },
  })
  expect(await year(2027)).toMatchObject({ published: true, draft: null })
  expect(dayOf(await year(2027), made.day)).toMatchObject({ kind: 'workday', title: { zh: '调休上班' } })
  const { calendar } = await world.kernel.settings()
  expect(calendar.isPublished(2027)).toBe(true)
  expect(calendar.isWorkday(made.day)).toBe(true)

  await does('administrator', 'calendar-year.correct-days', {
    on,
    input: { days: [{ day: made.day, kind: 'ordinary' }], reason: '通知中无此调休' },
  })
  expect(dayOf(await year(2027), made.day)).toEqual({ day: made.day, weekday: 6, kind: 'holiday', title: null })
  expect((await year(2027)).days).toHaveLength(365)
  expect((await world.kernel.settings()).calendar.isWorkday(made.day)).toBe(false)
})

import { z } from 'zod'
import { type CalendarEntry, calendar, SHIPPED_YEARS } from '../../kernel/calendar.ts'
import { type AnyDatabase, type FactQuery, type Queries, read } from '../../kernel/queries.ts'
import { text } from '../../kernel/text.ts'
import { addDays, weekdayOf } from '../../kernel/time.ts'
import { holdName } from '../../vocabulary/hold-name.ts'
import type { CalendarEntryRow, CalendarYearRow } from './calendar-year.ts'
import { ordinary } from './official-day.ts'

/** Rows of the working-day calendar that a published year made. */
const entries: FactQuery<readonly CalendarEntryRow[]> = async (db, ids) => {
  const rows = await db
    .selectFrom('calendarEntry')
    .selectAll()
    .where('yearId', 'in', [...ids])
    .orderBy('day')
    .execute()
  return Map.groupBy(rows as CalendarEntryRow[], row => row.yearId)
}

const yearRecord = async (db: AnyDatabase, year: number): Promise<CalendarYearRow | null> =>
  ((await db.selectFrom('calendarYear').selectAll().where('year', '=', year).executeTakeFirst()) as
    | CalendarYearRow
    | undefined) ?? null

export const queries = {
  facts: { entries: { read: entries, none: [] as readonly CalendarEntryRow[] } },
  finds: {
    yearTaken: async (db, { input }: { input: { year: number } }) => {
      await holdName(db, `calendar-year/${input.year}`)
      return (await yearRecord(db, input.year))?.number ?? null
    },
  },
  reads: {
    year: read({
      title: text('年度日历', 'A year of the calendar'),
      by: [],
      params: z.object({ year: z.int().min(2019).max(9998) }),
      run: async (db, { year }) => {
        const [all, published, record] = await Promise.all([
          db.selectFrom('calendarEntry').select(['day', 'kind', 'title', 'source']).execute() as Promise<
            CalendarEntry[]
          >,
          db.selectFrom('calendarPublication').select('year').execute() as Promise<{ year: number }[]>,
          yearRecord(db, year),
        ])
        const company = calendar({ entries: all, publishedYears: published.map(row => row.year) })
        const { coverage } = company
        const covered = year >= coverage.first && year <= coverage.last
        const days = []
        for (let day = `${year}-01-01`; covered && day.startsWith(`${year}-`); day = addDays(day, 1)) {
          const kind = company.kindOf(day)
          const title = company.title(day)
          const plain = title?.zh === ordinary(day).title.zh
          days.push({ day, weekday: weekdayOf(day), kind, title: plain ? null : title })
        }
        return {
          year,
          coverage,
          covered,
          published: company.isPublished(year),
          shipped: SHIPPED_YEARS.includes(year),
          record: record && {
            id: record.id,
            number: record.number,
            state: record.state,
            version: record.version,
            source: record.source,
            sourceDay: record.sourceDay,
            publishedAt: record.publishedAt,
            publishedByName: record.publishedByName,
          },
          /** Days entered and not yet published. */
          draft: record?.state === 'open' ? record.days : null,
          days,
        }
      },
    }),
  },
} satisfies Queries

export type CalendarYearQueries = typeof queries

import { z } from 'zod'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'

/** States of a year. */
export const states = {
  open: {
    title: text('录入中', 'Being entered'),
    meaning: text('尚未公布，不影响时限', 'Not published: no clock looks at it'),
    tone: 'info',
  },
  published: {
    title: text('已公布', 'Published'),
    meaning: text('已按官方通知公布，时限据此计算', 'Published from the official notice: clocks count by it'),
    tone: 'ok',
    resting: true,
  },
} as const satisfies Record<string, StateMeaning>

const textSchema = z.object({ zh: z.string().min(1), en: z.string().min(1) })

/** A day that departs from Monday to Friday. */
export const officialDay = z.object({ day: daySchema, kind: z.enum(['holiday', 'workday']), title: textSchema })
export type OfficialDay = z.infer<typeof officialDay>

/** A calendar year whose official days are entered. */
export const calendarYearRow = z.object({
  ...recordColumns,
  state: z.enum(['open', 'published']),
  year: z.int(),
  title: z.string(),
  /** In order of time. */
  days: z.array(officialDay),
  /** Number of the notice of the State Council's General Office. */
  source: z.string().nullable(),
  sourceDay: daySchema.nullable(),
  publishedAt: instantSchema.nullable(),
  publishedByName: z.string().nullable(),
})
export type CalendarYearRow = z.infer<typeof calendarYearRow>

/** A day as the kernel's calendar reads it. */
export const calendarEntryRow = z.object({
  id: z.uuid(),
  yearId: z.uuid(),
  day: daySchema,
  kind: z.enum(['holiday', 'workday']),
  title: textSchema,
  source: z.string(),
})
export type CalendarEntryRow = z.infer<typeof calendarEntryRow>

const publicationRow = z.object({ id: z.uuid(), yearId: z.uuid(), year: z.int() })

export const CalendarYear = recordType<CalendarYearRow, keyof typeof states>({
  name: 'calendar-year',
  title: text('年度日历', 'calendar year'),
  table: 'calendar_year',
  row: calendarYearRow,
  states,
  series: { prefix: 'RL', digits: 4 },
  retention: retained('administrator'),
  searchText: row => [row.number, row.title, row.source].filter(Boolean).join(' '),
  settings: true,
  children: {
    entry: { table: 'calendar_entry', row: calendarEntryRow, parent: 'yearId' },
    publication: { table: 'calendar_publication', row: publicationRow, parent: 'yearId' },
  },
})

import { ledger } from '../../kernel/ledger.ts'
import { type Procedure, procedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import type { RecordView } from '../../kernel/view.ts'
import { CalendarYear, type CalendarYearRow, states } from './calendar-year.ts'
import { clauses } from './clauses.ts'
import { correctDays } from './commands/correct-days.ts'
import { enterDays } from './commands/enter-days.ts'
import { openCalendarYear } from './commands/open-calendar-year.ts'
import { publishCalendarYear } from './commands/publish-calendar-year.ts'
import { kinds } from './official-day.ts'
import { queries } from './queries.ts'

const years = ledger({
  name: 'years',
  title: text('年度日历台账', 'Register of calendar years'),
  fulfils: ['WD-official'],
  columns: [
    { key: 'number', title: text('编号', 'Number'), kind: 'code', width: 14, onScreen: true },
    { key: 'year', title: text('年份', 'Year'), kind: 'number', width: 8, onScreen: true },
    { key: 'state', title: text('状态', 'State'), kind: 'state', options: states, width: 10, onScreen: true },
    { key: 'source', title: text('官方文号', 'Notice'), kind: 'line', width: 28, onScreen: true },
    { key: 'sourceDay', title: text('发文日期', 'Dated'), kind: 'day', width: 12, onScreen: true },
    { key: 'publishedByName', title: text('公布人', 'Published by'), kind: 'line', width: 10, onScreen: true },
    { key: 'publishedAt', title: text('公布时间', 'Published'), kind: 'instant', width: 18, onScreen: true },
    { key: 'createdAt', title: text('新建时间', 'Begun'), kind: 'instant', width: 18, onScreen: false },
  ],
  filters: ['state'],
  orderedBy: 'createdAt',
  views: [{ name: 'all', title: text('全部', 'All'), filter: {} }],
})

const view = (year: CalendarYearRow): RecordView => ({
  title: year.title,
  badges: [],
  subtitle: [text(`${year.days.length} 天`, `${year.days.length} days`)],
  sections: [
    {
      title: text('依据', 'Source'),
      facts: [
        { label: text('官方文号', 'Notice'), shown: { kind: 'line', value: year.source } },
        { label: text('发文日期', 'Dated'), shown: { kind: 'day', value: year.sourceDay } },
        { label: text('公布人', 'Published by'), shown: { kind: 'line', value: year.publishedByName } },
        { label: text('公布时间', 'Published'), shown: { kind: 'instant', value: year.publishedAt } },
      ],
    },
    {
      title: text('放假与调休', 'Days off and made-up working days'),
      columns: [
        { key: 'day', title: text('日期', 'Day') },
        { key: 'kind', title: text('安排', 'Arrangement') },
        { key: 'title', title: text('名称', 'Name') },
      ],
      rows: year.days.map(item => ({
        day: { kind: 'day', value: item.day },
        kind: { kind: 'text', value: kinds[item.kind] },
        title: { kind: 'text', value: item.title },
      })),
      empty: text('尚未录入', 'Nothing entered yet'),
    },
  ],
})

/** Official days off and made-up working days of the years to come. */
export const calendarYear: Procedure = procedure({
  name: 'calendar-year',
  title: text('工作日历', 'Working-day calendar'),
  noun: text('年度日历', 'calendar year'),
  nouns: text('年度日历', 'Calendar years'),
  group: 'administration',
  source: [
    { id: 'X27', title: text('工作日口径：以官方放假调休安排为准', 'Reading of "day": official days off count') },
  ],
  record: CalendarYear,
  dependsOn: [],
  schema: new URL('./schema/', import.meta.url),
  clauses,
  policies: [],
  deadlines: [],
  duties: [],
  chains: [],
  commands: [openCalendarYear, enterDays, publishCalendarYear, correctDays],
  gates: [],
  on: [],
  queries,
  forms: [],
  ledgers: [years],
  reports: [],
  viewFacts: [],
  view,
})

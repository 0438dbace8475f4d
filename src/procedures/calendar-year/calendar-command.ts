import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { CalendarYear, type CalendarYearRow } from './calendar-year.ts'
import type { CalendarYearQueries } from './queries.ts'

/** Makes the steps of a calendar year. */
export const calendarCommand = commandsOf<CalendarYearRow, FactsOf<CalendarYearQueries>, FindsOf<CalendarYearQueries>>(
  CalendarYear,
)

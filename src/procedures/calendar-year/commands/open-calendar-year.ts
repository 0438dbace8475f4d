import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf, yearOf } from '../../../kernel/time.ts'
import { calendarCommand } from '../calendar-command.ts'
import { enteredDays, officialDays, refuseDays, refuseYear } from '../official-day.ts'

/** Begins a year that does not ship with the product. */
export const openCalendarYear = calendarCommand('open', {
  title: text('新建年度日历', 'Begin a year'),
  about: text(
    '官方通知发布后录入；公布前不影响时限。',
    'Entered from the official notice; no clock looks at it before it is published.',
  ),
  fulfils: ['WD-official'],
  from: 'new',
  to: 'open',
  by: ['administrator'],
  input: z.object({
    year: field(z.int().min(2019).max(9998), { title: text('年份', 'Year') }),
    days: enteredDays.default([]),
  }),
  find: ['yearTaken'],
  check: ({ input, found, now, zone }) => [
    refuseYear(input.year, yearOf(dayOf(now, zone))),
    found.yearTaken !== null &&
      refuse(
        'year-taken',
        text(
          `${input.year} 年已建为 ${found.yearTaken}，请在其中录入。`,
          `${input.year} is ${found.yearTaken} already: enter its days there.`,
        ),
        { field: 'year' },
      ),
    ...refuseDays(input.year, input.days),
  ],
  change: ({ input }) => ({
    set: { year: input.year, title: `${input.year} 年放假安排`, days: officialDays(input.days) },
  }),
  tell: ({ input }) =>
    text(
      `新建 ${input.year} 年日历，录入 ${input.days.length} 天`,
      `began ${input.year} with ${input.days.length} days`,
    ),
})

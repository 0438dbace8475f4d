import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { calendarCommand } from '../calendar-command.ts'
import { enteredDays, officialDays, refuseDays } from '../official-day.ts'

/** Enters the official days of a year; what was entered before is replaced. */
export const enterDays = calendarCommand('enter-days', {
  title: text('录入放假与调休', 'Enter the official days'),
  about: text('整年一次提交，替换之前录入的内容。', 'The whole year at once; replaces what was entered before.'),
  fulfils: ['WD-official'],
  from: ['open'],
  by: ['administrator'],
  input: z.object({ days: enteredDays }),
  check: ({ record, input }) => refuseDays(record.year, input.days),
  change: ({ input }) => ({ set: { days: officialDays(input.days) } }),
  tell: ({ record, input }) =>
    text(`录入 ${record.year} 年 ${input.days.length} 天`, `entered ${input.days.length} days of ${record.year}`),
  fill: ({ record }) => ({ days: record.days.map(({ day, kind, title }) => ({ day, kind, title: title.zh })) }),
  rank: 10,
})

import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { dayOf } from '../../../kernel/time.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { calendarCommand } from '../calendar-command.ts'
import { refuseMissing } from '../official-day.ts'

/** Lets the year count: from now on, clocks look at it. */
export const publishCalendarYear = calendarCommand('publish', {
  title: text('公布年度日历', 'Publish the year'),
  about: text('公布后新开的时限按此计算。', 'Clocks that are opened from now on count by it.'),
  fulfils: ['WD-official', 'WD-statutory'],
  from: ['open'],
  to: 'published',
  by: ['administrator'],
  input: z.object({
    source: field(lineOf(120), {
      title: text('官方文号', 'Number of the notice'),
      hint: text('如 国办发明电〔2026〕7号', 'e.g. 国办发明电〔2026〕7号'),
    }),
    sourceDay: field(daySchema, { title: text('发文日期', 'Date of the notice'), widget: 'day' }),
  }),
  guard: ({ record }) => [
    record.days.length === 0 &&
      refuse(
        'no-days',
        text(
          `要公布 ${record.year} 年，请先录入放假与调休。`,
          `To publish ${record.year}, first enter its official days.`,
        ),
      ),
    record.days.length > 0 && refuseMissing(record.year, record.days),
  ],
  check: ({ input, now, zone }) => [
    input.sourceDay > dayOf(now, zone) &&
      refuse('source-in-future', text('发文日期不能晚于今天。', 'The notice cannot be dated later than today.'), {
        field: 'sourceDay',
      }),
  ],
  sign: { meaning: text('我已对照官方通知核对本年安排', 'I checked this year against the official notice') },
  change: ({ record, input, actor, now, newId }) => ({
    set: { ...input, publishedAt: now, publishedByName: actor.name },
    rows: [
      ...record.days.map(item => ({
        child: 'entry',
        insert: { id: newId(), day: item.day, kind: item.kind, title: item.title, source: input.source },
      })),
      { child: 'publication', insert: { id: newId(), year: record.year } },
    ],
  }),
  tell: ({ record, input }) =>
    text(`按${input.source}公布 ${record.year} 年放假安排`, `published ${record.year} from the notice ${input.source}`),
  rank: 20,
})

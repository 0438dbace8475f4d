import { z } from 'zod'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { reasonField } from '../../../vocabulary/base-data.ts'
import { calendarCommand } from '../calendar-command.ts'
import type { CalendarYearRow, OfficialDay } from '../calendar-year.ts'
import {
  correctedDays,
  type EnteredDay,
  kinds,
  officialDays,
  ordinary,
  refuseDays,
  refuseMissing,
} from '../official-day.ts'

const after = (record: CalendarYearRow, entered: readonly EnteredDay[]): OfficialDay[] => {
  const touched = new Set(entered.map(item => item.day))
  return [...record.days.filter(item => !touched.has(item.day)), ...officialDays(entered)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  )
}

const said = (day: string, item: OfficialDay | undefined): string =>
  `${day} ${item ? `${kinds[item.kind].zh} ${item.title.zh}` : kinds.ordinary.zh}`

/** Corrects days of a published year; what they were stays readable. */
export const correctDays = calendarCommand('correct-days', {
  title: text('更正已公布的日期', 'Correct published days'),
  about: text(
    '只填要更正的日期。已在计时的时限不变。',
    'Only the days that were wrong. Clocks that run stay as they are.',
  ),
  fulfils: ['WD-trace', 'WD-statutory'],
  from: ['published'],
  by: ['administrator'],
  input: z.object({ days: correctedDays, reason: reasonField }),
  facts: ['entries'],
  check: ({ record, input }) => [
    ...refuseDays(record.year, input.days),
    ...input.days.map(
      (item, index) =>
        item.kind === 'ordinary' &&
        !record.days.some(known => known.day === item.day) &&
        refuse(
          'not-entered',
          text(`${item.day} 没有安排，无需取消。`, `Nothing is entered for ${item.day}: leave it out.`),
          {
            field: `days.${index}.day`,
          },
        ),
    ),
    refuseMissing(record.year, after(record, input.days)),
  ],
  sign: { meaning: text('我已对照官方通知更正', 'I corrected this from the official notice') },
  change: ({ record, facts, input, newId }) => {
    const source = record.source ?? ''
    return {
      set: { days: after(record, input.days) },
      rows: input.days.map(item => {
        const { day, kind, title } =
          item.kind === 'ordinary' ? ordinary(item.day) : (officialDays([item])[0] ?? ordinary(item.day))
        const known = facts.entries.find(row => row.day === day)
        return known
          ? { child: 'entry', id: known.id, set: { kind, title, source } }
          : { child: 'entry', insert: { id: newId(), day, kind, title, source } }
      }),
      correct: input.days.map(item => ({
        field: 'days',
        was: said(
          item.day,
          record.days.find(known => known.day === item.day),
        ),
        now: said(item.day, officialDays([item])[0]),
        reason: input.reason,
      })),
    }
  },
  tell: ({ record, input }) => {
    const days = input.days.map(item => item.day).join('、')
    return text(
      `更正 ${record.year} 年日历（${days}）：${input.reason}`,
      `corrected ${record.year} (${days.replaceAll('、', ', ')}): ${input.reason}`,
    )
  },
  rank: 60,
})

import { addDays, type Day, dayOfLaterMonth, weekdayOf } from '../../../kernel/time.ts'

/** How much time a chart shows. */
export const SPANS = ['day', 'week', 'month'] as const
export type Span = (typeof SPANS)[number]

/** First and last day of the day, week (from Monday) or month in which a day lies. */
export function spanOf(span: Span, on: Day): { readonly from: Day; readonly to: Day } {
  if (span === 'day') return { from: on, to: on }
  if (span === 'week') {
    const from = addDays(on, 1 - weekdayOf(on))
    return { from, to: addDays(from, 6) }
  }
  const from = dayOfLaterMonth(on, 0, 1)
  return { from, to: addDays(dayOfLaterMonth(on, 1, 1), -1) }
}

/** A day in the span before or after. */
export const stepped = (span: Span, on: Day, by: 1 | -1): Day =>
  span === 'day' ? addDays(on, by) : span === 'week' ? addDays(on, 7 * by) : dayOfLaterMonth(on, by, 1)

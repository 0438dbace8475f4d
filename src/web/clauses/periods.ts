import { type Text, text } from '../../kernel/text.ts'

/** A period of evidence: first and last day. */
export interface Period {
  readonly id: 'quarter' | 'last-quarter' | 'month' | 'year'
  readonly title: Text
  readonly from: string
  readonly to: string
}

const two = (value: number): string => String(value).padStart(2, '0')
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The periods that are offered on a day: this quarter and month until today, the whole quarter before, the last twelve months. */
export function periods(today: string): readonly [Period, Period, Period, Period] {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  const first = Math.ceil(month / 3) * 3 - 2
  const [before, ends] = first === 1 ? [year - 1, 12] : [year, first - 1]
  return [
    { id: 'quarter', title: text('本季度', 'This quarter'), from: `${year}-${two(first)}-01`, to: today },
    {
      id: 'last-quarter',
      title: text('上季度', 'Last quarter'),
      from: `${before}-${two(ends - 2)}-01`,
      to: `${before}-${two(ends)}-${two(lastDay(before, ends))}`,
    },
    { id: 'month', title: text('本月', 'This month'), from: `${today.slice(0, 8)}01`, to: today },
    { id: 'year', title: text('近一年', '12 months'), from: `${year - 1}-${two(month)}-01`, to: today },
  ]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The days that an address asks for; this quarter when it asks for none that can be understood. */
export function daysAsked(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): { readonly from: string; readonly to: string } {
  const { from, to } = asked
  if (from && to && DAY.test(from) && DAY.test(to) && from <= to) return { from, to }
  const [quarter] = periods(today)
  return { from: quarter.from, to: quarter.to }
}

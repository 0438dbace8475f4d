const two = (value: number): string => String(value).padStart(2, '0')

/** First and last day of the months `from` to `to` of a year. */
const months = (year: number, from: number, to: number): { from: string; to: string } => ({
  from: `${year}-${two(from)}-01`,
  to: `${year}-${two(to)}-${two(new Date(Date.UTC(year, to, 0)).getUTCDate())}`,
})

/**
 * The days that a report's parameters cover, so that drilling down opens the same period of the register.
 * Understands year with quarter or month, or `from` and `to`; nothing when it cannot tell.
 */
export function periodOf(params: Readonly<Record<string, string>>): { readonly from?: string; readonly to?: string } {
  const { year, quarter, month, from, to } = params
  if (from && to) return { from, to }
  const of = Number(year)
  if (!Number.isInteger(of) || of < 1900) return {}
  const q = Number(quarter)
  if (q >= 1 && q <= 4) return months(of, q * 3 - 2, q * 3)
  const m = Number(month)
  if (m >= 1 && m <= 12) return months(of, m, m)
  return quarter || month ? {} : months(of, 1, 12)
}

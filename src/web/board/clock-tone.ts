/** From this share of its time on, a clock is near its end. */
const NEAR = 0.75

/** Colour of a running clock: plain, near its end, or late. */
export function clockTone(
  { openedAt, dueAt }: { readonly openedAt: string; readonly dueAt: string },
  now: number,
): '' | 'warn' | 'late' {
  const start = Date.parse(openedAt)
  const due = Date.parse(dueAt)
  if (now > due) return 'late'
  return due <= start || (now - start) / (due - start) >= NEAR ? 'warn' : ''
}

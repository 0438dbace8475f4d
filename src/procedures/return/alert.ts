import type { Instant } from '../../kernel/time.ts'

/** S02-3.8c: what an alert of finance changes: it stands on the record, its clock runs, sales and leadership sign that they read it. */
export const alertOf = (alert: string, now: Instant) => ({
  set: { alert },
  open: [{ deadline: 'alert', from: now }],
  seek: [{ chain: 'alert' }],
})

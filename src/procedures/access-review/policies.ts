import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** By when the review of a half-year is done; the guide names no day. */
export const dueDay = policy({
  key: 'access_review.due_day',
  title: text('半年权限复核的完成日（期后首月）', 'Half-yearly access review: done by day of the month after'),
  schema: z.int().min(1).max(28),
  default: 15,
  unit: text('日', 'of the month'),
  clauses: ['AR-review'],
  basis: 'ours',
})

/** From when an account that nobody used is pointed out to the reviewer. */
export const idleDays = policy({
  key: 'access_review.idle_d',
  title: text('多少天未登录的账号在复核中标出', 'An account unused for this long is pointed out'),
  schema: z.int().min(7).max(365),
  default: 90,
  unit: text('天', 'd'),
  clauses: ['AR-review'],
  basis: 'ours',
})

/** How long a signature under a review may take before its signer is reminded. */
export const signHours = policy({
  key: 'access_review.sign_h',
  title: text('权限复核签字超过几小时提醒', 'A signature under an access review is late after'),
  schema: z.int().min(1).max(240),
  default: 48,
  unit: text('小时', 'h'),
  clauses: ['AR-signatures'],
  basis: 'ours',
})

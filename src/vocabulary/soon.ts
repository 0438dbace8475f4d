import { z } from 'zod'
import type { Limit } from '../kernel/limit.ts'
import { type PolicyBook, policy } from '../kernel/policy.ts'
import { text } from '../kernel/text.ts'

/** TLS2: what "at once" means where a person acts. */
export const atOnceHours = policy({
  key: 'clock.at_once_h',
  rules: ['TLS2'],
  title: text('“立即”的公司目标', 'Company target for "at once"'),
  schema: z.int().min(1).max(24),
  default: 1,
  unit: text('小时', 'h'),
  clauses: ['S26-2.1a', 'S26-2.2a'],
  basis: 'ours',
})

/** TLS1: what "promptly" means where neither law nor procedure gives a number. */
export const promptlyWorkdays = policy({
  key: 'clock.promptly_wd',
  rules: ['TLS1'],
  title: text('“及时”的公司目标', 'Company target for "promptly"'),
  schema: z.int().min(1).max(5),
  default: 1,
  unit: text('个工作日', 'working days'),
  clauses: ['CN-CP-001', 'CN-AE-007'],
  basis: 'ours',
})

/** TL04, X30: time from a good finding until everybody who was told to stop knows that it is over. Stop-sale lists it. */
export const releaseNoticeHours = policy({
  key: 'hold.release_notice_h',
  rules: ['TL04', 'X30'],
  title: text('复查合格后解除停售并通知各方的时限', 'Good finding: released and everybody told within'),
  schema: z.int().min(1).max(24),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['S01-4.5a', 'S01-4.5b', 'S01-4.5c', 'S26-2.3b'],
  basis: 'procedure',
})

/** "At once", for a person. */
export const atOnce = (policy: PolicyBook): Limit => ({ unit: 'at-once', value: policy(atOnceHours), basis: 'company' })

/** "Promptly". */
export const promptly = (policy: PolicyBook): Limit => ({
  unit: 'workdays',
  value: policy(promptlyWorkdays),
  basis: 'company',
})

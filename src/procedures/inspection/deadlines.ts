import { deadline } from '../../kernel/deadline.ts'
import type { Limit } from '../../kernel/limit.ts'
import { text } from '../../kernel/text.ts'
import { type Day, dayOf, daysBetween, type Instant, type Zone } from '../../kernel/time.ts'
import type { InspectionRow } from './inspection.ts'
import { findingDays, requestDays } from './policies.ts'

/** The day by which something that was asked is answered. */
const answer = deadline<InspectionRow>({
  name: 'answer',
  title: text('答复检查员的要求', 'Answer to the inspector'),
  clause: 'JC-request',
  rule: 'JC-request',
  startsAt: text('检查员提出要求', 'the request'),
  limit: ({ policy }) => ({ unit: 'days', value: policy(requestDays), basis: 'company', endOfDay: true }),
  policy: requestDays.key,
  owner: 'quality-head',
  escalatesTo: 'management-representative',
})

/** The day by which a finding is put right. */
const rectification = deadline<InspectionRow>({
  name: 'rectification',
  title: text('缺陷整改', 'Finding put right'),
  clause: 'JC-finding',
  rule: 'JC-finding',
  startsAt: text('登记缺陷', 'the finding'),
  limit: ({ policy }) => ({ unit: 'days', value: policy(findingDays), basis: 'company', endOfDay: true }),
  policy: findingDays.key,
  owner: 'quality-head',
  escalatesTo: 'management-representative',
})

/** All clocks of an inspection. */
export const deadlines = [answer, rectification]

/** The limit that ends with the given day. */
export const untilEndOf = (day: Day, now: Instant, zone: Zone): Limit => ({
  unit: 'days',
  value: Math.max(0, daysBetween(dayOf(now, zone), day)),
  basis: 'company',
  endOfDay: true,
})

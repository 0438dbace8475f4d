import { deadline } from '../../kernel/deadline.ts'
import type { Limit } from '../../kernel/limit.ts'
import { text } from '../../kernel/text.ts'
import { type Day, dayOf, daysBetween, type Instant, type Zone } from '../../kernel/time.ts'
import { promptly, promptlyWorkdays } from '../../vocabulary/soon.ts'
import { answerDays } from './policies.ts'
import type { SupplierInquiryRow } from './supplier-inquiry.ts'

/** The day that was given to the supplier. */
const answer = deadline<SupplierInquiryRow>({
  name: 'answer',
  title: text('供货单位答复', 'Answer of the supplier'),
  clause: 'S01-4.6b',
  rule: 'S01-4.6b',
  startsAt: text('发出查询', 'the inquiry'),
  limit: ({ policy }) => ({ unit: 'days', value: policy(answerDays), basis: 'company', endOfDay: true }),
  policy: answerDays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
  remark: () => text('函中给出的期限', 'the day given in the letter'),
})

/** TLS1: an answer is judged promptly. */
const evaluation = deadline<SupplierInquiryRow>({
  name: 'evaluation',
  title: text('评价供货单位答复', 'Answer evaluated'),
  clause: 'S01-4.6b',
  rule: 'TLS1',
  startsAt: text('供货单位答复', 'the answer'),
  limit: ({ policy }) => promptly(policy),
  policy: promptlyWorkdays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
})

/** All clocks of a supplier inquiry. */
export const deadlines = [answer, evaluation]

/** The limit that ends with the given day. */
export const untilEndOf = (day: Day, now: Instant, zone: Zone): Limit => ({
  unit: 'days',
  value: Math.max(0, daysBetween(dayOf(now, zone), day)),
  basis: 'company',
  endOfDay: true,
})

/** Each round of asking has its own clock; a late one stays in evidence. */
export const roundKey = (round: number): string => (round === 1 ? '' : `round-${round}`)

import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import type { MessageRow } from './message.ts'
import { deliveryHours } from './policies.ts'

/** A letter that nobody has received yet is somebody's work: to mend the address, or to print and bring it. */
export const delivery = deadline<MessageRow>({
  name: 'delivery',
  title: text('送达', 'Delivery'),
  clause: 'HJ-reached',
  rule: 'HJ-reached',
  startsAt: text('函件发出', 'the letter was written'),
  limit: ({ policy }) => ({ unit: 'hours', value: policy(deliveryHours), basis: 'company' }),
  policy: deliveryHours.key,
  owner: row => row.keeper,
  escalatesTo: 'quality-head',
  remark: () => text('公司目标', 'company target'),
})

import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import { signBackDays } from './policies.ts'
import type { ShipmentRow } from './shipment.ts'

/** The papers that the customer signed come back. */
export const signBack = deadline<ShipmentRow>({
  name: 'sign-back',
  title: text('单据签回', 'Signed papers back'),
  clause: 'S23-10a',
  rule: 'S23-10a',
  startsAt: text('交接发运', 'the hand-over'),
  limit: ({ policy }) => ({ unit: 'days', value: policy(signBackDays), basis: 'company', endOfDay: true }),
  policy: signBackDays.key,
  owner: 'driver',
  escalatesTo: 'logistics-deputy',
  remark: () => text('公司目标，程序文件未规定期限', 'company target; the procedure sets no limit'),
})

import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import type { PatrolRow } from './patrol.ts'
import { mendWorkdays } from './policies.ts'

/** A finding is mended, or told to the contractor and the equipment manager. */
export const finding = deadline<PatrolRow>({
  name: 'finding',
  title: text('处理或报告异常', 'Mend or report a finding'),
  clause: 'PT-findings',
  rule: 'TLS1',
  startsAt: text('巡视完成', 'the end of the round'),
  limit: ({ policy }) => ({ unit: 'workdays', value: policy(mendWorkdays), basis: 'company' }),
  policy: mendWorkdays.key,
  owner: 'equipment-technician',
  escalatesTo: 'equipment-manager',
})

import { deadline } from '../../kernel/deadline.ts'
import { text } from '../../kernel/text.ts'
import { dayOf } from '../../kernel/time.ts'
import type { EquipmentRow } from './equipment.ts'
import { mendWorkdays } from './policies.ts'

/** The calibration holds until the end of its last day. */
export const calibration = deadline<EquipmentRow>({
  name: 'calibration',
  title: text('校准到期', 'Calibration due'),
  clause: 'EQ-calibration',
  rule: 'EQ-calibration',
  startsAt: text('登记或上次校准', 'registration or the last calibration'),
  limit: ({ record }) => ({
    unit: 'date',
    value: record.calibrationDue ?? dayOf(record.updatedAt, 'Asia/Shanghai'),
    basis: 'procedure',
  }),
  owner: 'equipment-supervisor',
  escalatesTo: 'equipment-manager',
})

/** What an inspection found is mended. */
export const mend = deadline<EquipmentRow>({
  name: 'mend',
  title: text('处理检查问题', 'Mend what was found'),
  clause: 'EQ-mended',
  rule: 'TLS1',
  startsAt: text('检查', 'the inspection'),
  limit: ({ policy }) => ({ unit: 'workdays', value: policy(mendWorkdays), basis: 'company' }),
  policy: mendWorkdays.key,
  owner: 'equipment-technician',
  escalatesTo: 'equipment-manager',
})

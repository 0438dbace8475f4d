import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { text } from '../../../kernel/text.ts'
import { lineOf } from '../../../vocabulary/base-data.ts'
import { daySchema } from '../../../vocabulary/record-base.ts'
import { details, KEEPERS } from '../equipment.ts'
import { refuseName, refuseSupplier } from '../equipment-check.ts'
import { equipmentCommand } from '../equipment-command.ts'

/** Equipment is put on the register. */
export const registerEquipment = equipmentCommand('register', {
  title: text('登记设备', 'Register equipment'),
  about: text('登记后纳入每日巡视和定期检查。', 'From then on it is part of the daily round and of the inspections.'),
  fulfils: ['EQ-register', 'EQ-calibration'],
  from: 'new',
  to: 'active',
  by: KEEPERS,
  input: z.object({
    ...details,
    calibrationDue: field(daySchema.nullable().default(null), {
      title: text('校准有效期至', 'Calibration holds until'),
      hint: text('不需校准的不填', 'Empty for what needs none'),
      widget: 'day',
    }),
    certificate: field(lineOf(120).nullable().default(null), { title: text('校准证书号', 'Certificate') }),
  }),
  find: ['nameTaken', 'supplier'],
  check: ({ input, found }) => [refuseName(found.nameTaken), refuseSupplier(input.supplierId, found.supplier)],
  change: ({ input, found, now }) => ({
    set: {
      ...input,
      supplierName: found.supplier?.name ?? null,
      openFindings: 0,
    },
    open: input.calibrationDue ? [{ deadline: 'calibration', key: input.calibrationDue, from: now }] : [],
  }),
  tell: ({ record, input }) => text(`登记 ${record.number} ${input.name}`, `registered ${record.number} ${input.name}`),
})

import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { details, KEEPERS } from '../equipment.ts'
import { refuseName, refuseSupplier } from '../equipment-check.ts'
import { equipmentCommand } from '../equipment-command.ts'

/** Corrects what is written about equipment; the old values stay readable. */
export const changeEquipment = equipmentCommand('change', {
  title: text('更正资料', 'Correct'),
  fulfils: ['EQ-register'],
  from: ['active', 'inactive'],
  by: KEEPERS,
  input: z.object({ ...details, reason: reasonField }),
  find: ['nameTaken', 'supplier'],
  check: ({ record, input: { reason, ...entered }, found }) => [
    refuseName(found.nameTaken),
    refuseSupplier(entered.supplierId, found.supplier),
    refuseUnchanged(correctionsOf(record, entered, reason), text('该设备', 'this equipment')),
  ],
  change: ({ record, input: { reason, ...entered }, found }) => ({
    set: { ...entered, supplierName: found.supplier?.name ?? null },
    correct: correctionsOf(record, entered, reason),
  }),
  tell: ({ record, input }) =>
    text(`更正 ${record.number}：${input.reason}`, `corrected ${record.number}: ${input.reason}`),
  fill: ({ record: { name, kind, model, serial, place, supplierId } }) => ({
    name,
    kind,
    model,
    serial,
    place,
    supplierId,
  }),
  rank: 40,
  place: 'menu',
})

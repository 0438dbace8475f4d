import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS, correctionsOf, reasonField, refuseUnchanged } from '../../../vocabulary/base-data.ts'
import { details, enteredColumns, enteredOf } from '../warehouse.ts'
import { refuseName } from '../warehouse-check.ts'
import { warehouseCommand } from '../warehouse-command.ts'

/** Corrects what is written about a warehouse; the old values stay readable. */
export const changeWarehouse = warehouseCommand('change', {
  title: text('更正资料', 'Correct'),
  fulfils: ['WA-trace', 'WA-zones', 'WA-keepers'],
  from: ['active', 'inactive'],
  by: [...BASE_DATA_KEEPERS, 'warehouse-head'],
  input: z.object({ ...details, reason: reasonField }),
  find: ['nameTaken'],
  check: ({ record, input: { reason, ...entered }, found }) => [
    refuseName(found.nameTaken),
    refuseUnchanged(correctionsOf(record, enteredColumns(entered), reason), text('该仓库', 'this warehouse')),
  ],
  change: ({ record, input: { reason, ...entered } }) => ({
    set: enteredColumns(entered),
    correct: correctionsOf(record, enteredColumns(entered), reason),
  }),
  tell: ({ record, input }) =>
    text(`更正 ${record.number}：${input.reason}`, `corrected ${record.number}: ${input.reason}`),
  fill: ({ record }) => enteredOf(record),
  rank: 20,
})

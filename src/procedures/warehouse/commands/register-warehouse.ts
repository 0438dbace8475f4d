import { z } from 'zod'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS } from '../../../vocabulary/base-data.ts'
import { details, enteredColumns } from '../warehouse.ts'
import { refuseName } from '../warehouse-check.ts'
import { warehouseCommand } from '../warehouse-command.ts'

/** A warehouse with its five zones becomes base data; the first one of a site is its main one. */
export const registerWarehouse = warehouseCommand('register', {
  title: text('登记仓库', 'Register a warehouse'),
  about: text(
    '登记仓库和五个库区的位置；首个仓库即为主仓库。',
    'A warehouse and where its five zones are; the first one is the main one.',
  ),
  fulfils: ['WA-zones', 'WA-climate', 'WA-keepers', 'S25-1.9a'],
  from: 'new',
  to: 'active',
  by: [...BASE_DATA_KEEPERS, 'warehouse-head'],
  input: z.object(details),
  find: ['nameTaken', 'main'],
  check: ({ found }) => [refuseName(found.nameTaken)],
  change: ({ input, found }) => ({ set: { ...enteredColumns(input), isMain: found.main === null } }),
  tell: ({ record, input }) => text(`登记 ${record.number} ${input.name}`, `registered ${record.number} ${input.name}`),
})

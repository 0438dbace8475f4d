import { z } from 'zod'
import { spell } from '../../../kernel/spelling.ts'
import { text } from '../../../kernel/text.ts'
import { BASE_DATA_KEEPERS } from '../../../vocabulary/base-data.ts'
import { details, storedCodes } from '../product.ts'
import { refuseProduct } from '../product-check.ts'
import { productCommand } from '../product-command.ts'

/** A device becomes base data: one record for each model and specification with a UDI-DI of its own. */
export const registerProduct = productCommand('register', {
  title: text('登记产品', 'Register a product'),
  about: text(
    '由质量管理部审核注册证后登记，此后各程序可选用。',
    'Entered by quality after review of the certificate; then offered everywhere.',
  ),
  fulfils: ['PD-keepers', 'PD-registration', 'PD-udi', 'S27-3a'],
  from: 'new',
  to: 'active',
  by: BASE_DATA_KEEPERS,
  input: z.object(details),
  find: ['maker', 'udiTaken', 'packagesTaken'],
  check: ({ input, found, now }) => refuseProduct(input, found, now),
  change: ({ input, found }) => ({
    set: {
      ...input,
      ...spell(input.name),
      ...storedCodes(input),
      manufacturerName: found.maker?.name ?? '',
    },
  }),
  tell: ({ record, input }) =>
    text(
      `登记 ${record.number} ${input.name} ${input.model}`,
      `registered ${record.number} ${input.name} ${input.model}`,
    ),
})

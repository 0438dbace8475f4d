import { z } from 'zod'
import { field } from '../../../kernel/field.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { text } from '../../../kernel/text.ts'
import { lotTitle } from '../../../vocabulary/lot.ts'
import { lotCommand } from '../lot-command.ts'
import { details, refuseLot } from '../lot-details.ts'

/** A lot came in and is known from its label. */
export const registerLot = lotCommand('register', {
  title: text('登记批次', 'Register a lot'),
  fulfils: ['LT-label', 'LT-lock', 'S18-4.1a'],
  from: 'new',
  to: 'active',
  by: ['warehouse', 'quality', 'quality-head'],
  input: z.object({ productId: field(z.uuid(), { title: text('产品', 'Product'), widget: 'product' }), ...details }),
  find: ['product', 'lotTaken'],
  check: ({ input, found, now, zone }) => [
    found.product?.state !== 'active' &&
      refuse(
        'product-locked',
        text(
          '请选择在用的产品；停用的产品先由质量管理部恢复。',
          'Choose a product in use; one that is locked is first brought back by quality management.',
        ),
        { field: 'productId', clause: 'LT-lock' },
      ),
    ...refuseLot(input, found, { now, zone }),
  ],
  change: ({ input, found }) => ({
    set: { ...input, title: found.product ? lotTitle(found.product, input.lotNo) : input.lotNo, quantityDelivered: 0 },
  }),
  tell: ({ record }) => text(`登记 ${record.number} ${record.title}`, `registered ${record.number} ${record.title}`),
})

import { z } from 'zod'
import { daySchema } from './record-base.ts'

/** A production lot of a product. */
export const lotRow = z.object({
  id: z.uuid(),
  productId: z.uuid(),
  lotNo: z.string().min(1),
  producedOn: daySchema,
  /** Last day of use; null where the label names none. */
  expiresOn: daySchema.nullable(),
  /** Units delivered to customers so far. */
  quantityDelivered: z.int().nonnegative(),
})

/** A row of table `lot`. */
export type LotRow = z.infer<typeof lotRow>

import { z } from 'zod'
import type { ProductRow } from './product.ts'
import { daySchema, recordColumns } from './record-base.ts'

/** A production lot of a product. */
export const lotRow = z.object({
  ...recordColumns,
  state: z.enum(['active', 'inactive']),
  /** Product, model and lot number in one line, as lists call the lot. */
  title: z.string().min(1),
  productId: z.uuid(),
  lotNo: z.string().min(1),
  producedOn: daySchema,
  /** Last day of use; null where the label names none. */
  expiresOn: daySchema.nullable(),
  /** Lot in which it was sterilised; null where the label names none. */
  sterilisationLot: z.string().nullable(),
  /** Units delivered to customers so far. */
  quantityDelivered: z.int().nonnegative(),
})

/** A row of table `lot`. */
export type LotRow = z.infer<typeof lotRow>

/** A lot as a choice list shows it. */
export type LotChoice = Pick<LotRow, 'id' | 'productId' | 'lotNo' | 'producedOn' | 'expiresOn' | 'quantityDelivered'>

/** How lists call a lot: product, model and lot number in one line. */
export const lotTitle = (product: Pick<ProductRow, 'name' | 'model'>, lotNo: string): string =>
  `${product.name} ${product.model} ${lotNo}`

/** What searches for a lot look through: product, model and lot number, number. */
export const lotSearchText = (lot: LotRow): string => `${lot.title} ${lot.number}`

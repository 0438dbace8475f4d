import { z } from 'zod'
import { daySchema } from './record-base.ts'

/** One line of a delivery note: who got which lot, when and how many. */
export const deliveryRow = z.object({
  id: z.uuid(),
  /** Number of the delivery note (随货同行单); several lines may share it. */
  number: z.string().min(1),
  partyId: z.uuid(),
  productId: z.uuid(),
  lotId: z.uuid(),
  deliveredOn: daySchema,
  /** Units as counted by the product's `unit`. */
  quantity: z.int().positive(),
  /** Number of the customer's or our own order; null where the note names none. */
  orderNo: z.string().nullable(),
})

/** A row of table `delivery`. */
export type DeliveryRow = z.infer<typeof deliveryRow>

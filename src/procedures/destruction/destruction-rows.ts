import { z } from 'zod'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema } from '../../vocabulary/record-base.ts'
import { zoneTitles } from '../../vocabulary/stock.ts'

/** Written-off goods of one nonconforming record, as they stood when the list was made. */
export const destructionLine = z.object({
  id: z.uuid(),
  destructionId: z.uuid(),
  /** Number of the line on the list, from 1. */
  place: z.int().positive(),
  nonconformingId: z.uuid(),
  nonconformingNumber: z.string(),
  lotId: z.uuid(),
  productId: z.uuid(),
  productName: z.string(),
  lotNo: z.string(),
  expiresOn: daySchema.nullable(),
  unit: z.string(),
  quantity: z.int().positive(),
  serials: z.array(z.string()),
  /** Fen. */
  value: z.int().nonnegative(),
  reason: z.string(),
  zone: z.enum(keysOf(zoneTitles)).nullable(),
  warehouseId: z.uuid().nullable(),
  atCustomer: z.boolean(),
  partyId: z.uuid().nullable(),
  partyName: z.string().nullable(),
  special: z.boolean(),
  specialReason: z.string().nullable(),
  takenOffAt: instantSchema.nullable(),
  takenOffReason: z.string().nullable(),
})
export type DestructionLine = z.infer<typeof destructionLine>

/** Somebody who saw the destruction. */
export const destructionWitness = z.object({
  id: z.uuid(),
  destructionId: z.uuid(),
  place: z.int().positive(),
  name: z.string(),
  unit: z.string(),
})
export type DestructionWitness = z.infer<typeof destructionWitness>

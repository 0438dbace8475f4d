import { z } from 'zod'
import { contactWays, keysOf } from '../../vocabulary/intake.ts'
import { instantSchema } from '../../vocabulary/record-base.ts'
import { audiences, verdicts } from './wording.ts'

const child = { id: z.uuid(), stopSaleId: z.uuid(), at: instantSchema, byId: z.uuid(), byName: z.string() }

/** A lot that a stop of lots or serial numbers covers. */
export const stopSaleLot = z.object({ ...child, lotId: z.uuid(), lotNo: z.string() })
export type StopSaleLot = z.infer<typeof stopSaleLot>

/** A place where held goods lie: how many there should be, how many the warehouse found, when the mark was hung and taken off. */
export const stopSaleMark = z.object({
  ...child,
  lotId: z.uuid(),
  lotNo: z.string(),
  warehouseId: z.uuid(),
  warehouseName: z.string(),
  zone: z.string(),
  expected: z.int().nonnegative(),
  counted: z.int().nonnegative().nullable(),
  /** Why the count differs from what was expected. */
  difference: z.string().nullable(),
  markedAt: instantSchema.nullable(),
  markedByName: z.string().nullable(),
  unmarkedAt: instantSchema.nullable(),
  unmarkedByName: z.string().nullable(),
})
export type StopSaleMark = z.infer<typeof stopSaleMark>

/** Goods that were on their way to a customer when the stop was placed. */
export const stopSaleTransit = z.object({
  ...child,
  lotId: z.uuid(),
  lotNo: z.string(),
  number: z.string(),
  partyId: z.uuid(),
  partyName: z.string(),
  quantity: z.int().positive(),
  shippedAt: instantSchema,
})
export type StopSaleTransit = z.infer<typeof stopSaleTransit>

/** Somebody who was told to stop, whether he confirmed it, and when he was told that it is over. */
export const stopSaleTold = z.object({
  ...child,
  audience: z.enum(keysOf(audiences)),
  partyId: z.uuid().nullable(),
  name: z.string(),
  way: z.enum([...keysOf(contactWays), 'system', 'notice']),
  toldAt: instantSchema,
  content: z.string().nullable(),
  /** Number of the report or of the receipt. */
  receipt: z.string().nullable(),
  noticeId: z.uuid().nullable(),
  acknowledgedAt: instantSchema.nullable(),
  acknowledgedByName: z.string().nullable(),
  resumedAt: instantSchema.nullable(),
  resumedByName: z.string().nullable(),
  resumedNote: z.string().nullable(),
})
export type StopSaleTold = z.infer<typeof stopSaleTold>

/** A record that made the company stop these goods, with what became known there. */
export const stopSaleCause = z.object({
  ...child,
  procedure: z.string(),
  causeId: z.uuid(),
  number: z.string(),
  verdict: z.enum(keysOf(verdicts)).nullable(),
  note: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
})
export type StopSaleCause = z.infer<typeof stopSaleCause>

import { z } from 'zod'
import { departments, keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema } from '../../vocabulary/record-base.ts'
import { noteKinds, verdicts } from './taxonomy.ts'

/** A lot on the return note, with what the law wants on the record (GSP153 art. 107) as it was when the note was written. */
export const returnLine = z.object({
  id: z.uuid(),
  returnId: z.uuid(),
  /** Counts from 1; what people call the line. */
  lineNo: z.int().positive(),
  lotId: z.uuid(),
  productId: z.uuid(),
  productName: z.string(),
  model: z.string(),
  spec: z.string(),
  registrant: z.string(),
  contractManufacturer: z.string().nullable(),
  registrationNo: z.string(),
  storage: z.string(),
  deviceClass: z.enum(['I', 'II', 'III']),
  isImplant: z.boolean(),
  isColdChain: z.boolean(),
  /** Bounds of storage, in degrees Celsius. */
  temperatureFrom: z.int().nullable(),
  temperatureTo: z.int().nullable(),
  lotNo: z.string(),
  serials: z.array(z.string()),
  expiresOn: daySchema.nullable(),
  udi: z.string().nullable(),
  unit: z.string(),
  quantity: z.int().positive(),
  /** Fen for each unit. */
  unitPrice: z.int().nonnegative().nullable(),
  deliveryNumber: z.string().nullable(),
  deliveredOn: daySchema.nullable(),
  counted: z.int().nonnegative().nullable(),
  /** Whether the storage temperature was kept; null for goods that need no cold chain, and before arrival. */
  coldChainKept: z.boolean().nullable(),
})
export type ReturnLine = z.infer<typeof returnLine>

/** What the inspection says of some units of a line. A later inspection supersedes the rows of an earlier one. */
export const returnVerdict = z.object({
  id: z.uuid(),
  returnId: z.uuid(),
  lineId: z.uuid(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
  verdict: z.enum(keysOf(verdicts)),
  quantity: z.int().positive(),
  serials: z.array(z.string()),
  finding: z.string(),
  /** These units are taken back; the others return to the customer. */
  takenIn: z.boolean(),
  superseded: z.boolean(),
})
export type ReturnVerdict = z.infer<typeof returnVerdict>

/** Something that somebody did beside the course of the return. */
export const returnNote = z.object({
  id: z.uuid(),
  returnId: z.uuid(),
  at: instantSchema,
  byId: z.uuid(),
  byName: z.string(),
  kind: z.enum(keysOf(noteKinds)),
  content: z.string(),
  department: z.enum(keysOf(departments)).nullable(),
  otherPartyId: z.uuid().nullable(),
  otherPartyName: z.string().nullable(),
})
export type ReturnNote = z.infer<typeof returnNote>

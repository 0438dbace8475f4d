import { z } from 'zod'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema } from '../../vocabulary/record-base.ts'
import { dispositionKinds, dispositionStates, measureDepartments } from './taxonomy.ts'

const child = { id: z.uuid(), nonconformingId: z.uuid(), at: instantSchema, byId: z.uuid(), byName: z.string() }

/** What becomes of a part of the goods. Parts that stand never add up to more than the record's quantity. */
export const nonconformingDisposition = z.object({
  ...child,
  kind: z.enum(keysOf(dispositionKinds)),
  state: z.enum(keysOf(dispositionStates)),
  quantity: z.int().positive(),
  serials: z.array(z.string()),
  /** To whom it goes back; null for what is written off. */
  partyId: z.uuid().nullable(),
  partyName: z.string().nullable(),
  /** 进货退出通知单. */
  noticeNo: z.string().nullable(),
  noticeReason: z.string().nullable(),
  noticeAt: instantSchema.nullable(),
  noticeByName: z.string().nullable(),
  /** Who drove the goods away, with which paper. */
  leftAt: instantSchema.nullable(),
  driverName: z.string().nullable(),
  transport: z.string().nullable(),
  receivedOn: daySchema.nullable(),
  receivedBy: z.string().nullable(),
  receiptNo: z.string().nullable(),
  settlement: z.string().nullable(),
  /** 报损审批表: money in fen. */
  unitValue: z.int().nonnegative().nullable(),
  value: z.int().nonnegative().nullable(),
  reason: z.string().nullable(),
  requestedAt: instantSchema.nullable(),
  requestedByName: z.string().nullable(),
  approvedAt: instantSchema.nullable(),
  /** Why the signers sent the write-off back the last time. */
  declinedNote: z.string().nullable(),
  destructionId: z.uuid().nullable(),
  destructionNumber: z.string().nullable(),
  destroyedAt: instantSchema.nullable(),
})
export type NonconformingDisposition = z.infer<typeof nonconformingDisposition>

/** A preventive measure of the department that answers for the fault (S26-8c). */
export const nonconformingMeasure = z.object({
  ...child,
  department: z.enum(keysOf(measureDepartments)),
  measure: z.string(),
  responsibleName: z.string(),
  dueOn: daySchema,
  doneOn: daySchema.nullable(),
  result: z.string().nullable(),
  doneByName: z.string().nullable(),
})
export type NonconformingMeasure = z.infer<typeof nonconformingMeasure>

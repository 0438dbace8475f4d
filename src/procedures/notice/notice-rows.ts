import { z } from 'zod'
import { keysOf } from '../../vocabulary/intake.ts'
import { daySchema, instantSchema } from '../../vocabulary/record-base.ts'
import {
  answerWays,
  callOutcomes,
  escalations,
  messageStates,
  origins,
  recipientStates,
  reportKinds,
  reportWays,
} from './kinds.ts'

const child = { id: z.uuid(), noticeId: z.uuid() }
const written = { at: instantSchema, byId: z.uuid(), byName: z.string() }
const count = z.int().nonnegative()

/** A lot that the notice is about, as its label names it. */
export const noticeLot = z.object({
  ...child,
  lotId: z.uuid(),
  productId: z.uuid(),
  productName: z.string(),
  model: z.string(),
  spec: z.string(),
  registrationNo: z.string(),
  manufacturerName: z.string(),
  udiDi: z.string().nullable(),
  lotNo: z.string(),
  producedOn: daySchema.nullable(),
  expiresOn: daySchema.nullable(),
  unit: z.string(),
  isSerialTracked: z.boolean(),
  /** Only these units of the lot; empty: the whole lot. */
  serials: z.array(z.string()),
})
export type NoticeLot = z.infer<typeof noticeLot>

/** Somebody who must be told. */
export const noticeRecipient = z.object({
  ...child,
  ...written,
  partyId: z.uuid().nullable(),
  name: z.string(),
  city: z.string().nullable(),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  state: z.enum(keysOf(recipientStates)),
  origin: z.enum(keysOf(origins)),
  /** Why it was added by hand. */
  originReason: z.string().nullable(),
  /** Why it is not told by this notice. */
  removedReason: z.string().nullable(),
  messageState: z.enum(keysOf(messageStates)),
  messageFault: z.string().nullable(),
  toldAt: instantSchema.nullable(),
  toldHow: z.string().nullable(),
  acknowledgedAt: instantSchema.nullable(),
  acknowledgedBy: z.string().nullable(),
  statedAt: instantSchema.nullable(),
  reminders: count,
  remindedAt: instantSchema.nullable(),
  calls: count,
  calledAt: instantSchema.nullable(),
  callOutcome: z.enum(keysOf(callOutcomes)).nullable(),
  callSaid: z.string().nullable(),
  escalatedTo: z.enum(keysOf(escalations)),
  /** Why the quality head lets it go without an acknowledgement. */
  excusedReason: z.string().nullable(),
})
export type NoticeRecipient = z.infer<typeof noticeRecipient>

/** One buyer and one lot: what it got and what it says became of it. */
export const noticeLine = z.object({
  ...child,
  recipientId: z.uuid(),
  partyId: z.uuid().nullable(),
  lotId: z.uuid(),
  delivered: count,
  returnedBefore: count,
  expected: count,
  lastDeliveredOn: daySchema.nullable(),
  serials: z.array(z.string()),
  onHand: count,
  used: count,
  soldOn: count,
  comingBack: count,
  destroyed: count,
  notFound: count,
  receivedBack: count,
  /** How many of `destroyed` a destruction record of ours proves; null: none. */
  destroyedByUs: count.nullable(),
  differenceReason: z.string().nullable(),
  /** Serial numbers of units that were announced as coming back. */
  announced: z.array(z.string()),
  statedAt: instantSchema.nullable(),
  /** Units that the quality head let go, with the reason. */
  signedRemainder: count,
  remainderReason: z.string().nullable(),
})
export type NoticeLine = z.infer<typeof noticeLine>

/** One answer of a buyer for one lot; later ones replace nothing here. */
export const noticeStatement = z.object({
  ...child,
  ...written,
  recipientId: z.uuid(),
  lotId: z.uuid(),
  way: z.enum(keysOf(answerWays)),
  saidBy: z.string().nullable(),
  onHand: count,
  used: count,
  soldOn: count,
  comingBack: count,
  destroyed: count,
  notFound: count,
  differenceReason: z.string().nullable(),
})
export type NoticeStatement = z.infer<typeof noticeStatement>

/** A customer of a dealer that got the goods. */
export const noticeOnward = z.object({
  ...child,
  ...written,
  recipientId: z.uuid(),
  lotId: z.uuid().nullable(),
  name: z.string(),
  phone: z.string().nullable(),
  quantity: count.nullable(),
})
export type NoticeOnward = z.infer<typeof noticeOnward>

/** A call, a reminder or an escalation. */
export const noticeContact = z.object({
  ...child,
  ...written,
  recipientId: z.uuid(),
  kind: z.enum(['call', 'reminder', 'escalation']),
  contactedAt: instantSchema,
  outcome: z.enum(keysOf(callOutcomes)).nullable(),
  spokenTo: z.string().nullable(),
  said: z.string().nullable(),
})
export type NoticeContact = z.infer<typeof noticeContact>

/** A report to an authority or the registrant. */
export const noticeReport = z.object({
  ...child,
  ...written,
  kind: z.enum(keysOf(reportKinds)),
  receiver: z.string(),
  reportedAt: instantSchema,
  way: z.enum(keysOf(reportWays)).nullable(),
  receiptNumber: z.string().nullable(),
  /** Why this report need not be made here. */
  notNeededReason: z.string().nullable(),
  note: z.string().nullable(),
})
export type NoticeReport = z.infer<typeof noticeReport>

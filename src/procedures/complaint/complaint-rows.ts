import { z } from 'zod'
import { instantSchema } from '../../vocabulary/record-base.ts'
import { contactWays, departments, findings, keysOf } from './taxonomy.ts'

const child = { id: z.uuid(), complaintId: z.uuid(), at: instantSchema, byId: z.uuid(), byName: z.string() }

/** A conversation with the customer, reached or only tried. */
export const complaintContact = z.object({
  ...child,
  contactedAt: instantSchema,
  way: z.enum(keysOf(contactWays)),
  withWhom: z.string().nullable(),
  reached: z.boolean(),
  content: z.string(),
  /** What the problem is, as established together (S28-4.5f). */
  problem: z.string().nullable(),
  /** Solution plan settled with the customer (S28-4.5g). */
  plan: z.string().nullable(),
  /** Head of department who was told (S28-4.5g). */
  reportedTo: z.string().nullable(),
})
export type ComplaintContact = z.infer<typeof complaintContact>

/** The case was given to a department and a handler, with what they plan. */
export const complaintAssignment = z.object({
  ...child,
  kind: z.enum(['assigned', 'planned', 'handed-over']),
  department: z.enum(keysOf(departments)).nullable(),
  handlerId: z.uuid().nullable(),
  handlerName: z.string().nullable(),
  expectedAt: instantSchema.nullable(),
  measures: z.string().nullable(),
  reason: z.string().nullable(),
})
export type ComplaintAssignment = z.infer<typeof complaintAssignment>

/** A visit to the customer and what was found. */
export const complaintVerification = z.object({
  ...child,
  visitedAt: instantSchema,
  finding: z.enum(keysOf(findings)),
  note: z.string(),
})
export type ComplaintVerification = z.infer<typeof complaintVerification>

/** A disposition opinion, interim or final, as given. */
export const complaintOpinion = z.object({
  ...child,
  stage: z.enum(['interim', 'final']),
  opinion: z.string(),
  outcome: z.enum(['given', 'countersigned', 'declined']),
  decidedAt: instantSchema.nullable(),
  decidedByName: z.string().nullable(),
  decidedNote: z.string().nullable(),
})
export type ComplaintOpinion = z.infer<typeof complaintOpinion>

/** A corrective or preventive action asked of a department. */
export const complaintAction = z.object({
  ...child,
  kind: z.enum(['corrective', 'preventive']),
  department: z.enum(keysOf(departments)),
  what: z.string(),
  dueOn: z.string(),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  doneAt: instantSchema.nullable(),
  doneByName: z.string().nullable(),
  result: z.string().nullable(),
})
export type ComplaintAction = z.infer<typeof complaintAction>

/** Somebody outside was told: registrant, supplier, authority. */
export const complaintNotice = z.object({
  ...child,
  recipient: z.enum(['registrant', 'supplier', 'authority']),
  recipientName: z.string(),
  way: z.enum(keysOf(contactWays)),
  toldAt: instantSchema,
  content: z.string(),
})
export type ComplaintNotice = z.infer<typeof complaintNotice>

/** Why a clock runs late; the clock itself stays as it is. */
export const complaintDelay = z.object({
  ...child,
  deadline: z.string(),
  reason: z.string(),
})
export type ComplaintDelay = z.infer<typeof complaintDelay>

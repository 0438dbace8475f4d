import { z } from 'zod'
import { contactWays, departments, keysOf } from '../../vocabulary/intake.ts'
import { instantSchema } from '../../vocabulary/record-base.ts'

const child = { id: z.uuid(), inquiryId: z.uuid(), at: instantSchema, byId: z.uuid(), byName: z.string() }

/** A conversation with the customer, reached or only tried. */
export const inquiryContact = z.object({
  ...child,
  contactedAt: instantSchema,
  way: z.enum(keysOf(contactWays)),
  withWhom: z.string().nullable(),
  reached: z.boolean(),
  content: z.string(),
})
export type InquiryContact = z.infer<typeof inquiryContact>

/** What happened between desk and department: forwarded, planned, handled. Later rows replace nothing. */
export const inquiryAssignment = z.object({
  ...child,
  kind: z.enum(['forwarded', 'planned', 'handled']),
  department: z.enum(keysOf(departments)).nullable(),
  handlerId: z.uuid().nullable(),
  handlerName: z.string().nullable(),
  /** Who took the record over in the department. */
  toWhom: z.string().nullable(),
  expectedAt: instantSchema.nullable(),
  handledAt: instantSchema.nullable(),
  measures: z.string().nullable(),
  result: z.string().nullable(),
  reason: z.string().nullable(),
})
export type InquiryAssignment = z.infer<typeof inquiryAssignment>

/** 监督记录: handling time and measures compared with the plan. */
export const inquirySupervision = z.object({
  ...child,
  asPlanned: z.boolean(),
  note: z.string(),
  sentBack: z.boolean(),
})
export type InquirySupervision = z.infer<typeof inquirySupervision>

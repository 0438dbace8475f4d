import { z } from 'zod'
import type { Limit } from '../kernel/limit.ts'
import { type PolicyBook, policy } from '../kernel/policy.ts'
import { text } from '../kernel/text.ts'
import type { Urgency } from './intake.ts'

/** TL55: first contact, general case. */
export const generalContactHours = policy({
  key: 'case.general_contact_h',
  rules: ['TL55'],
  title: text('一般投诉首次联系客户的时限', 'General complaint: customer contacted within'),
  schema: z.int().min(1).max(72),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['S28-4.5f'],
  basis: 'procedure',
})

/** TL56: first contact, urgent case. */
export const urgentContactHours = policy({
  key: 'case.urgent_contact_h',
  rules: ['TL56'],
  title: text('紧迫投诉首次联系客户的时限', 'Urgent complaint: customer contacted within'),
  schema: z.int().min(1).max(24),
  default: 8,
  unit: text('小时', 'h'),
  clauses: ['S28-4.5g'],
  basis: 'procedure',
})

/** The policy that sets the contact limit of this urgency. */
export const contactHours = (urgency: Urgency) => (urgency === 'urgent' ? urgentContactHours : generalContactHours)

/**
 * Time until the customer is contacted first. The written procedure binds complaints alone; elsewhere the same hours are
 * a target of the company and are shown as such.
 */
export const contactLimit = (urgency: Urgency, policy: PolicyBook, basis: 'procedure' | 'company'): Limit => ({
  unit: 'hours',
  value: policy(contactHours(urgency)),
  basis,
})

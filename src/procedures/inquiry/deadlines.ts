import type { OpenDeadline } from '../../kernel/deadline.ts'
import { deadline } from '../../kernel/deadline.ts'
import type { PolicyBook } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import type { Instant } from '../../kernel/time.ts'
import { contactHours, contactLimit } from '../../vocabulary/contact-limit.ts'
import type { InquiryRow } from './inquiry.ts'
import { requestClock } from './policies.ts'
import { departmentRoles } from './taxonomy.ts'

const COMPANY_TARGET = text('公司目标，程序文件未规定期限', 'company target; the procedure sets no limit')

/** X44: the hours of a complaint of the same urgency, as a target of the company. */
export const contact = deadline<InquiryRow>({
  name: 'contact',
  title: text('首次联系', 'First contact'),
  clause: 'S28-4.4a',
  rule: 'X44',
  startsAt: text('接到咨询', 'receipt of the inquiry'),
  limit: ({ record, policy }) => contactLimit(record.urgency, policy, 'company'),
  policy: row => contactHours(row.urgency).key,
  owner: 'service-desk',
  escalatesTo: 'service-head',
  remark: () => COMPANY_TARGET,
})

/** What the department promised; its limit is set when it plans. */
export const expectedTime = deadline<InquiryRow>({
  name: 'expected-time',
  title: text('预计办结', 'Expected to be done'),
  clause: 'S28-4.4c',
  rule: 'X44',
  startsAt: text('部门作出计划', 'the plan of the department'),
  limit: ({ record, policy }) => contactLimit(record.urgency, policy, 'company'),
  owner: row => (row.assignedDepartment ? departmentRoles[row.assignedDepartment][0] : 'service-desk'),
  escalatesTo: 'service-head',
  remark: () => text('部门承诺的时间', 'the time that the department gave'),
})

/** The clocks of an inquiry that nobody has answered yet. */
export const firstClocks = (receivedAt: Instant, policy: PolicyBook): OpenDeadline[] =>
  policy(requestClock) === 'same' ? [{ deadline: 'contact', from: receivedAt }] : []

/** Key of the clock of the n-th plan; a later plan runs beside the first, it does not replace it. */
export const planKey = (count: number): string => `plan-${count}`

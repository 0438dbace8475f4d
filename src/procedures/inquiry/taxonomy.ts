import { type Text, text } from '../../kernel/text.ts'
import type { Department } from '../../vocabulary/intake.ts'

/** What is asked for: the four normal requests (S28 四1(1)), and what a buyer asks or reports about a device (S01 4.2). */
export const kinds = {
  enquiry: text('产品咨询', 'Product enquiry'),
  training: text('培训', 'Training'),
  implementation: text('实施维护', 'Implementation or maintenance'),
  service: text('服务', 'Service'),
  query: text('质量查询', 'Quality query'),
  'situation-report': text('反映情况', 'Situation report'),
} as const satisfies Record<string, Text>
export type InquiryKind = keyof typeof kinds

/** Kinds of complaint for which the device must be named. */
export const NEEDS_DEVICE: readonly string[] = ['quality', 'query', 'situation-report', 'accident-notice']

/** Roles that sit in each department; the first is told of its clocks. */
export const departmentRoles = {
  quality: ['quality', 'quality-head', 'quality-inspector'],
  service: ['service-desk', 'service-head'],
  'after-sales': ['after-sales', 'after-sales-head'],
  technology: ['technician'],
  sales: ['sales', 'sales-head'],
  warehouse: ['warehouse'],
  finance: ['finance'],
} as const satisfies Record<Department, readonly string[]>

/** Everybody who may write an inquiry down: no desk turns a customer away (S01-2a). */
export const INTAKE = [
  'service-desk',
  'service-head',
  'case-handler',
  'after-sales',
  'after-sales-head',
  'sales',
  'sales-head',
  'quality',
  'quality-head',
] as const

/** Those who sort, forward, supervise and answer for an inquiry (S28-3.1b, S28-3.1c). */
export const DESK = ['service-desk', 'service-head', 'quality', 'quality-head'] as const

/** Those who may work on an inquiry in any department. */
export const ACROSS = ['case-handler', 'department-head', 'service-head'] as const

/** Everybody who works on inquiries. */
export const HANDLE = [...ACROSS, ...new Set(Object.values(departmentRoles).flat())].filter(
  (role, i, all) => all.indexOf(role) === i,
)

/** Quality management. */
export const QUALITY = ['quality', 'quality-head'] as const

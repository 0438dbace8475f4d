/** Roles as the steps of complaint handling need them; ids of the vocabulary's roles. */

/** Everybody who may write a complaint down: any channel, any desk (S01-2a). */
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
  'quality-inspector',
] as const

/** Those who sort and classify (S28-3.1b, S10-6.1.2a). */
export const CLASSIFY = [
  'service-desk',
  'service-head',
  'after-sales',
  'after-sales-head',
  'sales-head',
  'quality',
  'quality-head',
] as const

/** Quality management. */
export const QUALITY = ['quality', 'quality-head'] as const

/** Those who verify. */
export const INSPECT = ['quality-inspector', 'quality'] as const

/** Heads who answer for a class of cases. */
export const CASE_HEADS = ['quality', 'quality-head', 'service-head', 'after-sales-head'] as const

/** Those who work on a case and speak with the customer. */
export const HANDLE = [
  'case-handler',
  'service-desk',
  'service-head',
  'after-sales',
  'after-sales-head',
  'technician',
  'department-head',
  'sales',
  'quality',
  'quality-head',
  'quality-inspector',
] as const

/** Heads of departments that handle cases. */
export const DEPARTMENT_HEADS = [
  'department-head',
  'service-head',
  'after-sales-head',
  'sales-head',
  'quality-head',
] as const

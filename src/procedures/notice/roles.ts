import type { NoticeKind } from './kinds.ts'

/** Who drafts which kind: recall notices are the business department's own (S26-2.3d), advisory ones start with MR (X20). */
export const DRAFTERS: Readonly<Record<NoticeKind, readonly string[]>> = {
  suspend: ['quality', 'quality-head', 'sales', 'sales-head'],
  recall: ['sales', 'sales-head', 'quality', 'quality-head'],
  resume: ['quality', 'quality-head'],
  advisory: ['management-representative', 'quality', 'quality-head'],
  refusal: ['quality', 'quality-head', 'sales', 'sales-head', 'after-sales', 'after-sales-head'],
}

/** Everybody who drafts a notice of some kind. */
export const ANY_DRAFTER: readonly string[] = [...new Set(Object.values(DRAFTERS).flat())]

/** Those who send, call, remind and follow the answers. */
export const FOLLOWERS: readonly string[] = [
  'sales',
  'sales-head',
  'sales-rep',
  'sales-clerk',
  'quality',
  'quality-head',
]

/** Quality management. */
export const QUALITY: readonly string[] = ['quality', 'quality-head']

/** Those who keep the list of recipients. */
export const LISTERS: readonly string[] = [
  'sales',
  'sales-head',
  'quality',
  'quality-head',
  'management-representative',
]

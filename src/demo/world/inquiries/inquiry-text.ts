import type { Department, Satisfaction } from '../../../procedures/complaint/taxonomy.ts'
import type { Family } from '../families.ts'

/** Normal requests are of four kinds (S28 四1(1)). */
export type InquiryKind = 'enquiry' | 'training' | 'implementation' | 'service'

/** One normal request as the service desk and the department would write it down. */
export interface InquiryText {
  readonly kind: InquiryKind
  /** Devices about which it may be asked; null when it concerns none. */
  readonly family: Family | null
  /** Words of which one must be in the product's name. */
  readonly about?: readonly string[]
  readonly title: string
  readonly description: string
  readonly expectation: string
  readonly urgent: boolean
  /** Department that handles it. */
  readonly department: Department
  readonly measures: string
  /** Working days that the department asks for. */
  readonly days: number
  readonly answer: string
  readonly contactNotes: readonly string[]
  readonly satisfaction: Satisfaction
}

/** Completes drafts of one kind. */
export const inquiriesOf = (kind: InquiryKind, drafts: readonly Omit<InquiryText, 'kind'>[]): InquiryText[] =>
  drafts.map(draft => ({ kind, ...draft }))

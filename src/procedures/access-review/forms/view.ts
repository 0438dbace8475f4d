import type { Text } from '../../../kernel/text.ts'
import type { AccessReviewLine, AccessReviewRow } from '../access-review.ts'

/** A review as its printed form sees it; the record is null on a blank form. */
export interface ReviewView {
  readonly record: AccessReviewRow | null
  readonly lines: readonly AccessReviewLine[]
  readonly signed: readonly {
    readonly meaning: Text
    readonly role?: string | null
    readonly name: string
    readonly at: string
    readonly hash: string
  }[]
}

/** A review of which nothing is known: prints the blank form. */
export const EMPTY_REVIEW: ReviewView = { record: null, lines: [], signed: [] }

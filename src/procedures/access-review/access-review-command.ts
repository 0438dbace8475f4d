import { commandsOf } from '../../kernel/command.ts'
import type { FactsOf, FindsOf } from '../../kernel/queries.ts'
import { AccessReview, type AccessReviewRow } from './access-review.ts'
import type { AccessReviewQueries } from './queries.ts'

/** Makes the steps of a review. */
export const accessReviewCommand = commandsOf<
  AccessReviewRow,
  FactsOf<AccessReviewQueries>,
  FindsOf<AccessReviewQueries>
>(AccessReview)

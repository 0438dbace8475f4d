import { changeClauses } from './clauses/change.ts'
import { classesClauses } from './clauses/classes.ts'
import { requirementsClauses } from './clauses/requirements.ts'
import { reviewClauses } from './clauses/review.ts'
import { signingClauses } from './clauses/signing.ts'

/** What the written procedures on customer-related processes ask of requirements and contracts, in our own words. */
export const clauses = {
  ...requirementsClauses,
  ...reviewClauses,
  ...classesClauses,
  ...signingClauses,
  ...changeClauses,
} as const

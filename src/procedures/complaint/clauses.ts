import type { Clause } from '../../kernel/procedure.ts'
import { customerClauses } from './clauses/feedback.ts'
import { lawClauses } from './clauses/law.ts'
import { afterSalesClauses } from './clauses/s01.ts'
import { consumerClauses } from './clauses/s02-s09.ts'
import { feedbackClauses } from './clauses/s10.ts'
import { questionClauses } from './clauses/s28.ts'

/** Every clause that complaint handling answers to, by its number; those with `control: null` are not fulfilled yet. */
export const clauses: Readonly<Record<string, Clause>> = {
  ...afterSalesClauses,
  ...feedbackClauses,
  ...questionClauses,
  ...consumerClauses,
  ...customerClauses,
  ...lawClauses,
}

import { contractClauses } from './clauses/contract.ts'
import { courseClauses } from './clauses/course.ts'
import { lawClauses } from './clauses/law.ts'
import { roleClauses } from './clauses/roles.ts'

/** What S02 (without its chapters on consumer complaints and rewards), S12 5.8, S01 4.6 and the law ask of returns. */
export const clauses = { ...roleClauses, ...courseClauses, ...contractClauses, ...lawClauses } as const

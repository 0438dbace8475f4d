import { licenceChangeClauses } from './clauses/licence-change.ts'
import { projectFilingClauses } from './clauses/project-filing.ts'
import { qualityManagerChangeClauses } from './clauses/quality-manager-change.ts'

/** What must be in hand before a change of the licence or a project is filed, in our own words. */
export const clauses = { ...qualityManagerChangeClauses, ...projectFilingClauses, ...licenceChangeClauses } as const

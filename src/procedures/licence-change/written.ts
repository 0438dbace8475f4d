import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What must be in hand before a change of the licence or a project is filed, in our own words. */
export const licenceChange: WrittenProcedure = {
  name: 'licence-change',
  title: text('许可变更与申报', 'Licence changes and filings'),
  group: 'administration',
  source: [sourceDocument('S15'), sourceDocument('S16'), sourceDocument('S19')],
  clauses,
  policies,
}

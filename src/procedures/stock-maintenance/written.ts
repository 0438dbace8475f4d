import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the procedures on storage and care of stock ask, in our own words. */
export const stockMaintenance: WrittenProcedure = {
  name: 'stock-maintenance',
  title: text('在库养护', 'Care of stock'),
  group: 'flow',
  source: [sourceDocument('S23', '7'), sourceDocument('S25')],
  clauses,
  policies,
}

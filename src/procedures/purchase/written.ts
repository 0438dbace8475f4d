import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the purchasing procedure asks, in our own words. */
export const purchase: WrittenProcedure = {
  name: 'purchase',
  title: text('进货', 'Purchasing'),
  group: 'flow',
  source: [sourceDocument('S21')],
  clauses,
  policies,
}

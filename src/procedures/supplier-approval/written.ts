import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the procedure on first-time suppliers and products asks, in our own words. */
export const supplierApproval: WrittenProcedure = {
  name: 'supplier-approval',
  title: text('首营企业和首营品种审批', 'First-time suppliers and products'),
  group: 'flow',
  source: [sourceDocument('S20')],
  clauses,
  policies,
}

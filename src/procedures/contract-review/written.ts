import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the written procedures on customer-related processes ask of requirements and contracts, in our own words. */
export const contractReview: WrittenProcedure = {
  name: 'contract-review',
  title: text('合同评审', 'Contract review'),
  group: 'flow',
  source: [
    sourceDocument('S04'),
    sourceDocument('S05'),
    sourceDocument('S06'),
    sourceDocument('S07', '3.1–3.3、4.1–4.4'),
    sourceDocument('S12', '1–6'),
  ],
  clauses,
  policies,
}

import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the written procedures ask about learning what customers think, and what becomes of it, in our own words. */
export const customerFeedback: WrittenProcedure = {
  name: 'customer-feedback',
  title: text('顾客沟通和反馈', 'Customer communication and feedback'),
  group: 'after-sales',
  source: [
    sourceDocument('S04', '2、6'),
    sourceDocument('S07', '4.7'),
    sourceDocument('S09'),
    sourceDocument('S12', '5.10'),
    sourceDocument('S13', '（五）2'),
  ],
  clauses,
  policies,
}

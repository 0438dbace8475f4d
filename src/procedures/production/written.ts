import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the procedure on production and service provision asks, in our own words. */
export const production: WrittenProcedure = {
  name: 'production',
  title: text('生产和服务过程控制', 'Production and service provision'),
  group: 'flow',
  source: [sourceDocument('S08')],
  clauses,
  policies,
}

import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the written procedures ask of service around a sale, in our own words. */
export const salesService: WrittenProcedure = {
  name: 'sales-service',
  title: text('销售服务', 'Service before, during and after sale'),
  group: 'after-sales',
  source: [sourceDocument('S07'), sourceDocument('S09', '5.1'), sourceDocument('S12', '5.6、5.7、5.9')],
  clauses,
  policies,
}

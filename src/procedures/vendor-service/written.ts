import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the procedure on vendors and installers of equipment asks, in our own words. */
export const vendorService: WrittenProcedure = {
  name: 'vendor-service',
  title: text('供应安装商售后服务', 'After-sales service of vendors and installers'),
  group: 'after-sales',
  source: [sourceDocument('S03')],
  clauses,
  policies,
}

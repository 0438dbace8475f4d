import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the field service flow asks, in our own words. */
export const fieldService: WrittenProcedure = {
  name: 'field-service',
  title: text('现场服务', 'Field service'),
  group: 'after-sales',
  source: [sourceDocument('S13')],
  clauses,
  policies,
}

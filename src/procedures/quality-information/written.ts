import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the procedure on quality information and accidents asks, in our own words. */
export const qualityInformation: WrittenProcedure = {
  name: 'quality-information',
  title: text('质量信息和质量事故', 'Quality information and accidents'),
  group: 'quality',
  source: [sourceDocument('S27')],
  clauses,
  policies,
}

import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the acceptance procedures ask of goods that arrive and of devices that a hospital takes over, in our own words. */
export const acceptance: WrittenProcedure = {
  name: 'acceptance',
  title: text('质量检查验收', 'Acceptance'),
  group: 'flow',
  source: [sourceDocument('S17'), sourceDocument('S18'), sourceDocument('S22')],
  clauses,
  policies,
}

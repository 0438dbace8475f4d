import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the after-sales quality system asks of its objectives, in our own words. */
export const qualityObjective: WrittenProcedure = {
  name: 'quality-objective',
  title: text('售后质量目标', 'After-sales quality objectives'),
  group: 'oversight',
  source: [sourceDocument('S14')],
  clauses,
  policies,
}

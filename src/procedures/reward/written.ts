import type { WrittenProcedure } from '../../kernel/procedure.ts'
import { text } from '../../kernel/text.ts'
import { sourceDocument } from '../../vocabulary/source-document.ts'
import { clauses } from './clauses.ts'
import { policies } from './policies.ts'

/** What the after-sales procedure says about rewards and fines, in our own words. */
export const reward: WrittenProcedure = {
  name: 'reward',
  title: text('售后奖罚', 'Rewards and fines'),
  group: 'administration',
  source: [sourceDocument('S02', '五')],
  clauses,
  policies,
}

import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** X10: destruction at the customer takes the same approvals as in the company. */
export const onSiteRequiresApprovals = policy({
  key: 'destruction.onsite_requires_s26',
  rules: ['X10'],
  title: text('就地销毁须经同样的审批', 'Destruction on site takes the same approvals'),
  schema: z.boolean(),
  default: true,
  clauses: ['S12-5.8.2f', 'S26-5c'],
  basis: 'ours',
})

/** How long a signature under a destruction report may take before its signer is reminded. */
export const signRemindHours = policy({
  key: 'destruction.sign_remind_h',
  title: text('销毁审批提醒', 'Destruction: signers reminded after'),
  schema: z.int().min(1).max(240),
  default: 24,
  unit: text('小时', 'h'),
  clauses: ['S26-5c'],
  basis: 'ours',
})

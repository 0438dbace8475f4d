import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL24: at most a week after dispatch. */
export const dispatchFollowUp = policy({
  key: 'followup.dispatch_d',
  rules: ['TL24'],
  title: text(
    '发货后回访客户的时限（出口按到港日起）',
    'Customer asked after dispatch within (exports: after arrival)',
  ),
  schema: z.int().min(1).max(7),
  default: 7,
  unit: text('天', 'd'),
  clauses: ['S12-5.7.1a'],
  basis: 'procedure',
})

/** TL29: the text says "regular". */
export const visitInterval = policy({
  key: 'visit.interval_m',
  rules: ['TL29'],
  title: text('定期拜访客户的间隔', 'Customers are visited every'),
  schema: z.int().min(1).max(24),
  default: 6,
  unit: text('个月', 'months'),
  clauses: ['S12-5.7.2a'],
  basis: 'ours',
})

/** X24: different triggers, so each is a follow-up of its own. */
export const followUpKinds = policy<('dispatch' | 'service' | 'closing')[]>({
  key: 'followup.kinds',
  rules: ['X24'],
  title: text('回访的种类', 'Kinds of follow-up'),
  schema: z.array(z.enum(['dispatch', 'service', 'closing'])).min(1),
  default: ['dispatch', 'service', 'closing'],
  options: {
    dispatch: text('发货后', 'after dispatch'),
    service: text('服务后', 'after a service'),
    closing: text('投诉关闭后', 'after a complaint is closed'),
  },
  clauses: ['S12-5.7.1a', 'S12-5.7.3a'],
  basis: 'procedure',
})

/** X40: approval for separate training visits only. */
export const trainingApproval = policy({
  key: 'training.approval',
  rules: ['X40'],
  title: text('客户培训何时须经批准', 'Customer training needs approval'),
  schema: z.enum(['visit_only', 'always']),
  default: 'visit_only',
  options: {
    visit_only: text('仅专程上门培训', 'only as a visit of its own'),
    always: text('一律', 'always'),
  },
  clauses: ['S12-5.9.2a'],
  basis: 'ours',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [dispatchFollowUp, visitInterval, followUpKinds, trainingApproval]

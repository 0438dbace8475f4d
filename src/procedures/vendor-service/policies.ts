import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL14: vendors are scored monthly; the text gives no day. */
export const scoreDay = policy({
  key: 'vendor.score_day',
  rules: ['TL14'],
  title: text('维保单位月度评分于次月几日前完成', 'Vendors are scored by this day of the next month'),
  schema: z.int().min(1).max(28),
  default: 5,
  unit: text('日', 'of the month'),
  clauses: ['S03-W3b'],
  basis: 'ours',
})

/** TL15: the text gives no limit for rectification. */
export const rectifyDays = policy({
  key: 'vendor.rectify_days',
  rules: ['TL15'],
  title: text('维保单位整改期限（自口头意见起）', 'Vendor rectifies within (from the oral opinion)'),
  schema: z.int().min(1).max(90),
  default: 7,
  unit: text('天', 'd'),
  clauses: ['S03-W5a'],
  basis: 'ours',
})

/** TL16: which halves the comprehensive assessment covers. */
export const halfYears = policy({
  key: 'vendor.halfyear',
  rules: ['TL16'],
  title: text('综合考核的半年起止', 'Halves of the comprehensive assessment'),
  schema: z.enum(['calendar', 'contract']),
  default: 'calendar',
  options: {
    calendar: text('自然半年（6 月 30 日、12 月 31 日）', 'calendar halves (30 June, 31 December)'),
    contract: text('按合同起始日每六个月', 'every six months of the contract'),
  },
  clauses: ['S03-W8c', 'S03-W8d'],
  basis: 'procedure',
})

/** X46: the equipment manager does not close his own third level alone. */
export const closingApprover = policy({
  key: 'vendor.level3_approver',
  rules: ['X46'],
  title: text('第三级整改关闭由谁批准', 'Who approves the closing of level three'),
  schema: z.enum(['site-office', 'general-manager']),
  default: 'site-office',
  options: {
    'site-office': text('项目办公室', 'the site office'),
    'general-manager': text('总经理', 'the general manager'),
  },
  clauses: ['S03-W7b'],
  basis: 'procedure',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [scoreDay, rectifyDays, halfYears, closingApprover]

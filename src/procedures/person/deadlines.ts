import { z } from 'zod'
import { deadline } from '../../kernel/deadline.ts'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'
import type { PersonRow } from './person.ts'

/** Time for quality management to review a change of permissions; the rule names none, so this is a company target. */
export const reviewWorkdays = policy({
  key: 'person.permission_review_workdays',
  title: text('权限变更审核时限', 'Change of permissions reviewed within'),
  schema: z.int().min(1).max(20),
  default: 3,
  unit: text('个工作日', 'working days'),
  clauses: ['IT-review'],
  basis: 'ours',
})

/** Quality management reviews what an administrator granted or revoked. */
export const permissionReview = deadline<PersonRow>({
  name: 'permission-review',
  title: text('审核权限变更', 'Review of permissions'),
  clause: 'IT-review',
  rule: '※5.51',
  startsAt: text('权限变更', 'the change of permissions'),
  limit: ({ policy }) => ({ unit: 'workdays', value: policy(reviewWorkdays), basis: 'company' }),
  policy: reviewWorkdays.key,
  owner: 'quality',
  escalatesTo: 'quality-head',
})

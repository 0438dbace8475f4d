import { z } from 'zod'
import { type Policy, policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL35: at least a year. */
export const leaseMonths = policy({
  key: 'licence.lease_min_m',
  rules: ['TL35'],
  title: text('房屋租赁证明的剩余有效期至少', 'A lease runs for at least'),
  schema: z.int().min(12).max(120),
  default: 12,
  unit: text('个月', 'months'),
  clauses: ['S15-1.5d'],
  basis: 'procedure',
})

/** X13: the two lists of papers differ. */
export const checklistMode = policy({
  key: 'licence.checklist_mode',
  rules: ['X13'],
  title: text('变更质量管理人的资料清单', 'Papers for a new quality manager'),
  schema: z.enum(['union', 'S15', 'S19']),
  default: 'union',
  options: {
    union: text('两份清单合并', 'both lists together'),
    S15: text('按 S15', 'S15 only'),
    S19: text('按 S19', 'S19 only'),
  },
  clauses: ['S15-0a', 'S19-0a'],
  basis: 'ours',
})

/** What the company may set here. */
export const policies: readonly Policy[] = [leaseMonths, checklistMode]

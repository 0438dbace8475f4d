import { z } from 'zod'
import type { Json } from '../../kernel/json.ts'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { effectSummary } from './effect.ts'

/** States of a proposal. */
export const states = {
  proposed: {
    title: text('待批准', 'Proposed'),
    meaning: text('等待批准；现行值不变', 'Waits for approval; the value in force stays'),
    tone: 'info',
  },
  approved: {
    title: text('已批准', 'Approved'),
    meaning: text('已批准，自生效日起执行', 'Approved; holds from its day on'),
    tone: 'ok',
    final: true,
  },
  rejected: {
    title: text('未批准', 'Rejected'),
    meaning: text('批准人未批准', 'The approver said no'),
    tone: 'plain',
    final: true,
  },
  withdrawn: {
    title: text('已撤回', 'Withdrawn'),
    meaning: text('提出人撤回', 'Taken back by who proposed it'),
    tone: 'plain',
    final: true,
  },
  cancelled: {
    title: text('已撤销', 'Cancelled'),
    meaning: text('已批准，但在生效日前撤销', 'Approved, but called off before its day'),
    tone: 'plain',
    final: true,
  },
} as const satisfies Record<string, StateMeaning>

/** Any JSON but null; the policy's own schema says which. */
export const valueSchema = z.unknown().refine(value => value !== undefined && value !== null) as z.ZodType<Json>

/** A proposal to set a policy. */
export const policyChangeRow = z.object({
  ...recordColumns,
  state: z.enum(['proposed', 'approved', 'rejected', 'withdrawn', 'cancelled']),
  key: z.string(),
  title: z.object({ zh: z.string(), en: z.string() }),
  value: valueSchema,
  /** Value in force when the change was proposed. */
  was: valueSchema,
  reason: z.string(),
  effectiveOn: daySchema,
  proposedByName: z.string(),
  decidedAt: instantSchema.nullable(),
  decidedByName: z.string().nullable(),
  decisionNote: z.string().nullable(),
  /** From when the approved value holds; never before its approval. */
  effectiveFrom: instantSchema.nullable(),
  policyVersion: z.int().positive().nullable(),
  /** A quality head proposed it, so somebody above or beside decides. */
  headProposed: z.boolean(),
  /** Clocks that run already move earlier where the new value ends them earlier. */
  moveOpen: z.boolean(),
  /** What the proposer was shown; null in proposals from before it was kept. */
  effect: effectSummary.nullable(),
  /** The last clock that was looked at, how many moved, and since when all were looked at. */
  moveCursor: z.uuid().nullable(),
  movedCount: z.int().nonnegative(),
  movedAt: instantSchema.nullable(),
})
export type PolicyChangeRow = z.infer<typeof policyChangeRow>

/** A value approved, as the kernel reads it. */
export const policyVersionRow = z.object({
  id: z.uuid(),
  key: z.string(),
  version: z.int().positive(),
  value: valueSchema,
  effectiveFrom: instantSchema,
  changeId: z.uuid(),
})

export const PolicyChange = recordType<PolicyChangeRow, keyof typeof states>({
  name: 'policy-change',
  title: text('参数变更', 'policy change'),
  table: 'policy_change',
  row: policyChangeRow,
  states,
  series: { prefix: 'CS', digits: 4 },
  retention: retained('quality'),
  searchText: row => [row.number, row.title.zh, row.title.en, row.key, row.reason, row.proposedByName].join(' '),
  settings: true,
  children: { version: { table: 'policy_version', row: policyVersionRow, parent: 'changeId' } },
})

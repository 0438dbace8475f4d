import { z } from 'zod'
import { recordType, type StateMeaning } from '../../kernel/record.ts'
import { text } from '../../kernel/text.ts'
import { daySchema, instantSchema, recordColumns } from '../../vocabulary/record-base.ts'
import { retained } from '../../vocabulary/retention.ts'
import { type RoleId, roleIds } from '../../vocabulary/role.ts'

/** States of a review. */
export const states = {
  open: { title: text('核对中', 'Under way'), meaning: text('逐个账号核对', 'Account by account'), tone: 'info' },
  signing: {
    title: text('待会签', 'To be signed'),
    meaning: text('等待质量负责人和系统管理员签字', 'Waits for the quality head and an administrator'),
    tone: 'warn',
  },
  closed: {
    title: text('已完成', 'Done'),
    meaning: text('两人已签字，差异已办理', 'Signed by two, changes carried out'),
    tone: 'ok',
    final: true,
  },
} as const satisfies Record<string, StateMeaning>

/** What is decided about an account. */
export const decisions = {
  keep: text('保留', 'Keep'),
  revoke: text('收回角色', 'Revoke roles'),
  deactivate: text('停用账号', 'Deactivate'),
} as const

/** Identifies what is decided about an account. */
export type Decision = keyof typeof decisions

/** A review of all accounts. */
export const accessReviewRow = z.object({
  ...recordColumns,
  state: z.enum(['open', 'signing', 'closed']),
  /** `2026-H2`. */
  period: z.string(),
  periodEnd: daySchema,
  openedByName: z.string(),
  accountCount: z.int(),
  undecided: z.int(),
  changeCount: z.int(),
  submittedAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
})
export type AccessReviewRow = z.infer<typeof accessReviewRow>

const roleSchema = z.enum(roleIds as readonly [RoleId, ...RoleId[]])

/** One account as it stood when the review began, and what was decided. */
export const accessReviewLine = z.object({
  id: z.uuid(),
  accessReviewId: z.uuid(),
  place: z.int().positive(),
  personId: z.uuid(),
  personNumber: z.string(),
  personName: z.string(),
  department: z.string(),
  personState: z.string(),
  roles: z.array(roleSchema),
  lastSignIn: instantSchema.nullable(),
  lastChange: instantSchema.nullable(),
  remarks: z.array(z.object({ zh: z.string(), en: z.string() })),
  decision: z.enum(['keep', 'revoke', 'deactivate']).nullable(),
  revoked: z.array(roleSchema),
  reason: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  decidedByName: z.string().nullable(),
  carriedOutAt: instantSchema.nullable(),
})
export type AccessReviewLine = z.infer<typeof accessReviewLine>

export const AccessReview = recordType<AccessReviewRow, keyof typeof states>({
  name: 'access-review',
  title: text('权限复核', 'access review'),
  table: 'access_review',
  row: accessReviewRow,
  states,
  series: { prefix: 'QXFH', digits: 3 },
  retention: retained('quality'),
  searchText: row => [row.number, row.period, row.openedByName].join(' '),
  children: { line: { table: 'access_review_line', row: accessReviewLine, parent: 'accessReviewId' } },
})

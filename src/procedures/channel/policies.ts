import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** When a clock counts as nearly due: this share of its time has passed. */
export const nearlyDueShare = policy({
  key: 'notify.nearly_due_pct',
  title: text('时限临近提醒：已用时间达到', 'A deadline is nearly due when this much of its time has passed'),
  schema: z.int().min(55).max(95),
  default: 80,
  unit: text('%', '%'),
  clauses: ['CH-told'],
  basis: 'ours',
})

/** How long after a clock ran out the next role up is told. */
export const escalateAfter = policy({
  key: 'notify.escalate_after_h',
  title: text('超期后多久上报上一级岗位', 'A late deadline is told to the next role up after'),
  schema: z.int().min(0).max(168),
  default: 4,
  unit: text('小时', 'h'),
  clauses: ['CH-told'],
  basis: 'ours',
})

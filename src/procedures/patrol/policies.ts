import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

/** TL13: on which days the equipment is looked at. */
export const patrolDays = policy({
  key: 'patrol.days',
  rules: ['TL13'],
  title: text('设备巡视日', 'Days of the equipment round'),
  schema: z.enum(['all', 'workdays']),
  default: 'all',
  options: { all: text('每天', 'every day'), workdays: text('工作日', 'working days') },
  clauses: ['S03-W1a'],
  basis: 'procedure',
})

/** Working days until a finding of a round is mended or reported; the procedure says "promptly". */
export const mendWorkdays = policy({
  key: 'patrol.mend_wd',
  title: text('巡视异常处理或报告时限', 'Limit for mending or reporting a finding of the round'),
  schema: z.int().min(1).max(10),
  default: 1,
  unit: text('个工作日', 'working days'),
  clauses: ['PT-findings'],
  basis: 'ours',
})

import { z } from 'zod'
import { policy } from '../../kernel/policy.ts'
import { text } from '../../kernel/text.ts'

const days = text('天', 'd')

/** Most days for which an inspector's account is opened; no text gives one. */
export const mostDays = policy({
  key: 'inspection.valid_d',
  title: text('检查员账号最长有效天数（自开通起）', 'Longest time for which an inspector’s account is open'),
  schema: z.int().min(1).max(90),
  default: 30,
  unit: days,
  clauses: ['JC-limit'],
  basis: 'ours',
})

/** Proposed time to answer what an inspector asks for. */
export const requestDays = policy({
  key: 'inspection.request_d',
  title: text('答复检查员资料要求的天数（建议值）', 'Days to answer what an inspector asks for (proposed)'),
  schema: z.int().min(0).max(30),
  default: 1,
  unit: days,
  clauses: ['JC-request'],
  basis: 'ours',
})

/** Proposed time to put a finding right; the authority sets its own. */
export const findingDays = policy({
  key: 'inspection.finding_d',
  title: text(
    '缺陷整改天数（建议值，以检查机关要求为准）',
    'Days to put a finding right (proposed; the authority decides)',
  ),
  schema: z.int().min(1).max(180),
  default: 15,
  unit: days,
  clauses: ['JC-finding'],
  basis: 'ours',
})
